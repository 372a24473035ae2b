import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openWeb } from '#kernel/router'
import { faces } from '#ui'
import { isSlug, reserved } from '../src/commons/portal/rules/addresses.ts'
import { openFurnished, type Who } from './support/furnished.ts'

/** Every address that a visitor may open; all others answer that one must sign in, or that there is nothing. */
const open = [
  ...['/', '/novedades', '/novedades.atom', '/mapa-del-sitio', '/sitemap.xml', '/robots.txt', '/favicon.ico'],
  ...[
    '/:part{mapa-[0-9]+\\.xml}',
    '/.well-known/security.txt',
    '/manifest.webmanifest',
    '/imagenes/:sha256{[0-9a-f]{64}}',
  ],
  ...['/:theme{tema-[0-9]{1,9}\\.css}', '/buscar', '/suscripciones', '/api', '/api/v1/openapi.json', '/healthz'],
  ...[
    '/libro/raiz',
    '/libro/clave.pem',
    '/entrar',
    '/entrar/segundo-paso',
    '/inicio',
    '/restablecer',
    '/restablecer/:token',
  ],
  '/invitacion/:token',
  ...['/documentos', '/documentos/:key', '/documentos/:key/:name', '/documentos/:key/:citation{cita\\.(?:bib|ris)}'],
  ...['/api/v1/areas', '/api/v1/sections', '/api/v1/documents', '/api/v1/documents/:key', '/api/v1/search', '/vivo'],
]
const openUnder = [/^\/documentos\/:key\/v\//, /^\/suscripciones\//]

/** An address of the pattern: parameters take what their expression allows. */
const addressOf = (path: string) =>
  path
    .replaceAll(/:folio(\{(?:[^{}]|\{[^{}]*\})*\})?/g, 'SP-2026-000003')
    .replaceAll(/:key\{[^}]*\}[^}]*\}/g, `1.${'A'.repeat(43)}`)
    .replaceAll(/:year\{[^/]*/g, '2026')
    .replaceAll(/:upload\{[^/]*/g, 'a'.repeat(32))
    .replaceAll(/:sha256(\{[^/]*)?/g, 'a'.repeat(64))
    .replaceAll(/:\w+(\{(?:[^{}]|\{[^{}]*\})*\})?/g, '1')
    .replaceAll('*', 'x')

const routesOf = (app: Parameters<typeof openWeb>[0]) =>
  openWeb(app, faces)
    .routes.filter(({ path, method }) => method !== 'ALL' && path !== '/*' && path !== '*')
    .filter(({ path }) => !/^\/:/.test(path) || open.includes(path))

test('a visitor finds only the public doors open', async (t) => {
  const house = await openFurnished(t)
  const routes = routesOf(house.app)
  assert.ok(routes.length > 150, `only ${routes.length} routes were knocked on`)
  const wrong: string[] = []
  for (const { method, path } of routes) {
    const isOpen = open.includes(path) || openUnder.some((pattern) => pattern.test(path))
    if (isOpen) continue
    const address = addressOf(path)
    const { status, headers } = await house.request(address, undefined, { method })
    const shut = status === 403 || (status === 303 && headers.get('location')?.startsWith('/entrar?volver='))
    // Signing out, and forms of the door itself, hurt nobody.
    const door = method === 'POST' && /^\/(entrar|salir|restablecer|invitacion|inicio|suscripciones)/.test(path)
    if (!shut && !door) wrong.push(`${method} ${path} answered ${status}`)
  }
  assert.deepEqual(wrong, [])
})

test('no section or page can take an address of the house', async (t) => {
  const house = await openFurnished(t)
  const first = new Set(routesOf(house.app).map(({ path }) => path.split('/')[1] ?? ''))
  assert.ok(first.size > 20, `only ${first.size} addresses were read`)
  assert.deepEqual(
    [...first].filter((part) => isSlug(part) && !reserved.has(part)),
    [],
  )
})

test('each role finds shut what its grants do not open', async (t) => {
  const house = await openFurnished(t)
  const shut: readonly (readonly [Who, string])[] = [
    ['daniela', '/administrar/cuentas'],
    ['daniela', '/libro'],
    ['daniela', '/portal/secciones'],
    ['oscar', '/administrar/institucion'],
    ['hugo', '/administrar/funciones'],
    ['joel', '/solicitudes'],
    ['teresa', '/portal/inicio'],
    ['mariana', '/administrar/cuentas'],
  ]
  for (const [who, path] of shut) assert.equal((await house.request(path, who)).status, 403, `${who} ${path}`)
  const forbidden: readonly (readonly [Who, string])[] = [
    ['daniela', '/solicitudes/SP-2026-000003/approve'],
    ['daniela', '/solicitudes/SP-2026-000009/publish'],
    ['hugo', '/solicitudes/SP-2026-000008/publish'],
    ['oscar', '/solicitudes/SP-2026-000010/admit'],
  ]
  for (const [who, path] of forbidden) assert.equal((await house.send(path, who, {})).status, 403, `${who} ${path}`)
})

test('no command runs for somebody without its grant', async (t) => {
  const house = await openFurnished(t)
  const { perform } = await import('#kernel/perform')
  const nobody = { id: 'account:999', name: 'nadie', grants: new Map() }
  for (const command of house.app.commands.values()) {
    await assert.rejects(perform(house.app, command, nobody, {}), /^Error: forbidden|forbidden/, command.name)
  }
})

test('a write born on another site is refused, and so is a body that is too large or broken', async (t) => {
  const house = await openFurnished(t)
  const body = new URLSearchParams({ email: 'a@b.example', password: 'x' })
  const crossed = await house.request('/entrar', undefined, {
    method: 'POST',
    body,
    headers: { 'sec-fetch-site': 'cross-site' },
  })
  assert.equal(crossed.status, 403)
  const foreign = await house.request('/entrar', undefined, {
    method: 'POST',
    body,
    headers: { 'sec-fetch-site': '', origin: 'https://evil.example' },
  })
  assert.equal(foreign.status, 403)
  const large = await house.request('/entrar', undefined, {
    method: 'POST',
    body,
    headers: { 'content-length': '9000000' },
  })
  assert.equal(large.status, 422)
  const broken = await house.ask('POST', '/api/v1/requests', 'daniela')
  assert.equal(broken.status, 422)
})

test('no page leads a person out of the house after signing in', async (t) => {
  const house = await openFurnished(t)
  for (const volver of ['https://evil.example', '//evil.example', '/\\evil.example', '/\t/evil.example']) {
    const page = await house.request(`/entrar?volver=${encodeURIComponent(volver)}`)
    assert.doesNotMatch(page.text, /name="volver"/)
  }
})

test('every page forbids inline code, framing and sniffing', async (t) => {
  const house = await openFurnished(t)
  for (const path of ['/', '/entrar', '/api', '/nada']) {
    const { headers, text } = await house.request(path)
    const policy = headers.get('content-security-policy') ?? ''
    assert.match(policy, /default-src 'none'/)
    assert.match(policy, /frame-ancestors 'none'/)
    assert.doesNotMatch(policy, /unsafe/)
    assert.equal(headers.get('x-content-type-options'), 'nosniff')
    assert.doesNotMatch(text, /<script(?![^>]*\ssrc=)|<style|\sstyle="|\son\w+="/)
  }
})

test('a path that climbs out of its folder finds nothing', async (t) => {
  const house = await openFurnished(t)
  const key = 'contratos-celebrados-de-julio-a-septiembre-de-2026'
  for (const name of ['..%2f..%2fsecrets.json', '%2e%2e%2fsecrets.json', '..\\secrets.json', '%00', '%']) {
    assert.equal((await house.request(`/documentos/${key}/v/1/${name}`)).status, 404, name)
    assert.equal((await house.request(`/recursos/${name}`)).status, 404, name)
  }
})
