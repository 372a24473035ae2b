import { asset } from '#ui'

/** What readers see while the house is being made ready: it asks again by itself, without JavaScript. */
export interface Progress {
  /** What is being done now, in Spanish: the only language that is sure before an institution says more. */
  said: string
  readonly fetch: (request: Request) => Response
}

export function openProgress(): Progress {
  const progress: Progress = { said: 'Abriendo la casa…', fetch: (request) => answer(request, progress.said) }
  return progress
}

function answer(request: Request, said: string): Response {
  const status = 503
  const headers = { 'retry-after': '2', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }
  if (new URL(request.url).pathname === '/healthz') {
    return Response.json({ status: 'starting', doing: said }, { status, headers })
  }
  return new Response(page(said), {
    status,
    headers: {
      ...headers,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'",
    },
  })
}

const page = (said: string) => `<!doctype html>
<html lang="es-MX">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="refresh" content="1">
    <title>Preparando Pregonero</title>
    <link rel="stylesheet" href="${asset('app.css')}">
    <link rel="icon" href="${asset('mark.svg')}" type="image/svg+xml">
  </head>
  <body class="simple">
    <main class="simple-main" id="contenido">
      <p class="kicker">Pregonero</p>
      <h1>Estamos preparando todo</h1>
      <p role="status">${said}</p>
      <p>Esta página se actualiza sola.</p>
      <p lang="en">We are getting everything ready. This page refreshes itself.</p>
    </main>
  </body>
</html>
`
