import type { Chosen } from './dropped-files.ts'

const pieceBytes = 8 * 1024 * 1024
const longestPauseMilliseconds = 30_000
/** Half an hour of silence, more or less; then a person is asked. */
const mostAttempts = 60

/** The server heard and said no: trying again would not help. */
export class NotReceived extends Error {}

interface Watching {
  readonly signal: AbortSignal
  sent(bytes: number): void
  interrupted(): void
}

/** Sends one file piece by piece; after a cut it asks how far it got and goes on from there. */
export async function sendFile(endpoint: string, { file, path }: Chosen, watching: Watching): Promise<void> {
  const started = await persist(watching, () =>
    ask(endpoint, watching, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: file.name, bytes: file.size, type: file.type, path }),
    }),
  )
  const place = started.headers.get('location') ?? ''
  let offset = offsetOf(started)
  let lost = false
  while (offset < file.size) {
    offset = await persist(watching, async () => {
      if (lost) offset = offsetOf(await ask(place, watching, { method: 'HEAD' }))
      lost = true
      const body = file.slice(offset, offset + pieceBytes)
      const headers = { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' }
      const answer = offset < file.size ? await ask(place, watching, { method: 'PATCH', headers, body }) : undefined
      lost = false
      return answer ? offsetOf(answer, offset + body.size) : offset
    })
    watching.sent(offset)
  }
}

async function ask(address: string, { signal }: Watching, init: RequestInit): Promise<Response> {
  const response = await fetch(address, { ...init, headers: { ...init.headers, accept: 'application/json' }, signal })
  if (response.ok) return response
  // 409 means that the place is another one: worth asking again. Other refusals are final.
  const final = response.status >= 400 && response.status < 500 && ![408, 409, 423, 429].includes(response.status)
  if (!final) throw new Error(String(response.status))
  const said = (await response.json().catch(() => ({}))) as { errors?: { detail: string }[]; title?: string }
  throw new NotReceived(said.errors?.[0]?.detail ?? said.title ?? '')
}

async function persist<Result>(watching: Watching, attempt: () => Promise<Result>): Promise<Result> {
  for (let failed = 0; ; failed++) {
    try {
      return await attempt()
    } catch (error) {
      if (error instanceof NotReceived || watching.signal.aborted || failed >= mostAttempts) throw error
      watching.interrupted()
      await pause(Math.min(1000 * 2 ** failed, longestPauseMilliseconds))
    }
  }
}

/** Ends early when the line comes back. */
const pause = (milliseconds: number): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, milliseconds)
    addEventListener('online', () => done(), { once: true })
  })

function offsetOf(response: Response, otherwise = 0): number {
  const said = response.headers.get('upload-offset')
  return said === null ? otherwise : Number(said)
}
