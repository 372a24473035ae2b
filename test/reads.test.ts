import assert from 'node:assert/strict'
import { test } from 'node:test'
import { modules } from '../src/app.ts'
import { type Furnished, openFurnished } from './support/furnished.ts'

/** Each page of the desk, and the resources that say the same to a program. */
const says: Readonly<Record<string, readonly string[]>> = {
  '/hoy': ['/tasks'],
  '/libro': ['/ledger/entries'],
  '/libro/:entry': ['/ledger/entries/:entry', '/ledger/entries/:entry/proof'],
  '/administrar/institucion': ['/institution'],
  '/administrar/areas': ['/areas'],
  '/administrar/areas/:area': ['/areas/:area'],
  '/administrar/personas': ['/people'],
  '/administrar/personas/:person': ['/people/:person'],
  '/administrar/calendario/:year': ['/calendars/:year'],
  '/cuenta': ['/own', '/own/tokens', '/own/delegations', '/own/sign-ins'],
  '/cuenta/vistas': ['/own/views'],
  '/administrar/cuentas': ['/accounts'],
  '/administrar/cuentas/:account': ['/accounts/:account'],
  '/administrar/funciones': ['/roles'],
  '/administrar/funciones/:role': ['/roles'],
  '/avisos': ['/notices', '/notices/preference'],
  '/encontrar': ['/search'],
  '/portal/secciones': ['/sections'],
  '/portal/secciones/:section': ['/sections'],
  '/portal/paginas': ['/pages'],
  '/portal/paginas/:page': ['/pages/:page'],
  '/portal/paginas/:page/versiones/:number': ['/pages/:page/versions/:number'],
  '/portal/inicio': ['/home'],
  '/portal/avisos': ['/home/notices'],
  '/portal/transmisiones': ['/home'],
  '/portal/imagenes': ['/home/images'],
  '/portal/redirecciones': ['/redirects'],
  '/administrar/regla-de-paginas': ['/portal-rules/same-person'],
  '/administrar/reglas-de-publicacion': ['/publication-rules'],
  '/administrar/plazos': ['/service-limits'],
  '/administrar/plazos/:clock/:round/:priority': ['/service-limits'],
  '/administrar/ventanas-de-restriccion': ['/freeze-windows'],
  '/solicitudes': ['/requests'],
  '/solicitudes/documentos': ['/documents'],
  '/solicitudes/:folio/historia': ['/requests/:request/history'],
  '/solicitudes/tiempos': ['/service-times'],
  '/solicitudes/importar': ['/imports'],
  '/comites': ['/bodies'],
  '/comites/:acronym': ['/bodies/:body'],
  '/comites/:acronym/lugares/:seat': ['/bodies/:body'],
  '/solicitudes/:folio': [
    ...['/requests/:request', '/requests/:request/observations', '/requests/:request/checks'],
    ...['/requests/:request/clocks', '/requests/:request/history'],
  ],
}

/** Pages that say nothing a program could want, each with its reason. */
const silent: Readonly<Record<string, string>> = {
  '/administrar/logotipo': 'a picture: the portal serves it, and the manifest names it',
  '/componentes': 'how the house looks',
  '/componentes/portal': 'how the house looks',
  '/administrar/calendario': 'leads to the calendar of this year',
  '/solicitudes/:folio/acuse': 'a sheet to print: its facts are those of the request and of the ledger',
  '/solicitudes/:folio/archivos/:row': 'the bytes of a working copy, for the people who review it in a browser',
}
/** A list as a sheet says what its page says. */
const isSheet = (path: string) => /\.(?:csv|xlsx)$/.test(path) && path.replace(/\.\w+$/, '') in says
/** An empty form holds nothing yet. */
const isForm = (path: string) => /\/(?:nueva|nuevo|hoja)$/.test(path)
/** A form that was refused answers at its own address; who opens that address is led to its page. Uploads are writes. */
const leadsBack = (path: string) => /\*$|\/(?:apariencia|suprimir|elegidas|lugares)$|subidas|^\/api\//.test(path)

const plain = (path: string) => path.replaceAll(/(:\w+)\{(?:[^{}]|\{[^{}]*\})*\}/g, '$1')
const staffPages = [
  ...new Set(
    modules.flatMap(({ staff }) =>
      (staff?.routes ?? []).filter(({ method }) => method === 'GET').map(({ path }) => plain(path)),
    ),
  ),
]
const resources = new Set(
  modules.flatMap(({ api = [] }) => api.filter(({ method }) => method === 'GET').map(({ path }) => path)),
)

test('whatever a page of the desk says, the API says, or a written reason says why not', () => {
  assert.ok(staffPages.length > 40, `only ${staffPages.length} pages were looked at`)
  const asked = staffPages.filter((path) => !isForm(path) && !isSheet(path) && !leadsBack(path))
  assert.deepEqual(
    asked.filter((path) => !(path in says) && !(path in silent)),
    [],
    'pages that no resource says',
  )
  assert.deepEqual(
    [...Object.keys(says), ...Object.keys(silent)].filter((path) => !asked.includes(path)),
    [],
    'pages that are no more',
  )
  assert.deepEqual(
    Object.values(says)
      .flat()
      .filter((path) => !resources.has(path)),
    [],
    'resources that are not there',
  )
})

const read = async (house: Furnished, who: 'joel' | 'paula' | 'daniela' | 'hugo' | 'ines' | 'oscar', path: string) => {
  const { status, text } = await house.ask('GET', `/api/v1${path}`, who)
  return { status, body: JSON.parse(text) }
}

test('every resource answers what its own schema says', async (t) => {
  const house = await openFurnished(t)
  const [area, role] = [
    (await read(house, 'joel', '/areas')).body.items[0].id,
    (await read(house, 'joel', '/accounts')).body.items[0].id,
  ]
  const page = (await read(house, 'hugo', '/pages')).body.items[0].id
  const fill = (path: string) =>
    path
      .replace(':area', String(area))
      .replace(':account', String(role))
      .replace(':person', '1')
      .replace(':year', '2026')
      .replace(':body', '1')
      .replace(':entry', '1')
      .replace(':page', String(page))
      .replace(':number', '1')
      .replace(':request', 'SP-2026-000003')
      .replace(':key', 'remuneraciones-del-tercer-trimestre-de-2026')
  for (const operation of modules.flatMap(({ api = [] }) => api)) {
    if (operation.method !== 'GET') continue
    const holders = ['joel', 'paula', 'hugo'] as const
    const who = operation.grant === undefined ? 'joel' : await first(house, holders, operation.grant)
    const { status, body } = await read(
      house,
      who,
      fill(operation.path) + (operation.path === '/search' ? '?q=acta' : ''),
    )
    assert.equal(status, 200, `${operation.path}: ${JSON.stringify(body)}`)
    const parsed = operation.output.safeParse(body)
    assert.ok(parsed.success, `${operation.path}: ${JSON.stringify(!parsed.success && parsed.error.issues)}`)
  }
})

async function first<Who extends 'joel' | 'paula' | 'hugo'>(house: Furnished, people: readonly Who[], grant: string) {
  for (const who of people) if ((await house.actor(who)).grants.has(grant)) return who
  throw new Error(`Nobody holds ${grant}.`)
}

test('a list goes on where it stopped, and nothing is seen twice', async (t) => {
  const house = await openFurnished(t)
  for (const [who, path] of [
    ['joel', '/ledger/entries?limit=40'],
    ['joel', '/accounts?limit=3'],
    ['joel', '/people?limit=3'],
    ['paula', '/notices?limit=4'],
    ['paula', '/requests?limit=6'],
  ] as const) {
    const seen: number[] = []
    let after = ''
    for (let pages = 0; pages < 100; pages++) {
      const { body } = await read(house, who, path + after)
      seen.push(...body.items.map(({ id }: { id: number }) => id))
      if (body.next === null) break
      after = `&after=${body.next}`
    }
    assert.ok(seen.length > 6, `${path}: ${seen.length}`)
    assert.deepEqual(
      seen,
      [...new Set(seen)].toSorted((a, b) => b - a),
      path,
    )
  }
})

test('what the record of a request shows is read only by whoever its area reaches', async (t) => {
  const house = await openFurnished(t)
  for (const part of ['', '/observations', '/checks', '/clocks', '/history']) {
    const path = `/requests/SP-2026-000003${part}`
    assert.equal((await read(house, 'daniela', path)).status, 200, path)
    assert.equal((await read(house, 'ines', path)).status, 404, path)
    assert.equal((await read(house, 'joel', path)).status, 403, path)
  }
  const { items } = (await read(house, 'oscar', '/requests/SP-2026-000003/observations')).body
  assert.equal(items[0].number, 1)
  assert.match(items[0].replies[0].text, /Se precisó en el resumen/)
  const { items: told } = (await read(house, 'daniela', '/requests/SP-2026-000003/history')).body
  assert.ok(
    told.some(({ said }: { said: { en: string }[] }) => said.some(({ en }) => /^Admitted the request/.test(en))),
  )
})

test('a person keeps their tokens, delegations and preferences through the API; a token does none of it', async (t) => {
  const house = await openFurnished(t)
  assert.equal(
    (await house.ask('PUT', '/api/v1/own/preferences', 'daniela', { locale: 'en', theme: 'dark' })).status,
    200,
  )
  assert.equal((await read(house, 'daniela', '/own')).body.locale, 'en')

  const wide = { label: 'De más', grants: ['publications.publish'], days: 30 }
  assert.equal((await house.ask('POST', '/api/v1/own/tokens', 'daniela', wide)).status, 422)
  const own = { label: 'Para crear otras', grants: ['identity.own'], days: 30 }
  assert.equal((await house.ask('POST', '/api/v1/own/tokens', 'daniela', own)).status, 422)
  const asked = { label: 'Sistema del área', grants: ['publications.read', 'notifications.own'], days: 30 }
  const made = await house.request('/api/v1/own/tokens', 'daniela', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'una-sola-vez' },
    body: JSON.stringify(asked),
  })
  assert.equal(made.status, 201)
  const { token } = JSON.parse(made.text) as { token: string }
  const receipts = await house.app.db.selectFrom('kernel.receipt').select('output').execute()
  assert.ok(
    receipts.every(({ output }) => !output?.includes(token)),
    'a receipt keeps no token',
  )

  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const withToken = async (method: string, path: string, body?: unknown) =>
    (
      await house.request(`/api/v1${path}`, undefined, {
        method,
        headers,
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
    ).status
  assert.equal(await withToken('GET', '/requests'), 200)
  for (const [method, path, body] of [
    ['GET', '/own', undefined],
    ['GET', '/own/tokens', undefined],
    ['POST', '/own/tokens', asked],
    ['PUT', '/own/preferences', { locale: 'es', theme: 'light' }],
    [
      'POST',
      '/own/delegations',
      { to: 1, holdings: [1], from: '2026-10-16', until: '2026-10-20', reason: 'Vacaciones' },
    ],
  ] as const) {
    assert.equal(await withToken(method, path, body), 403, `${method} ${path}`)
  }
  const listed = (await read(house, 'daniela', '/own/tokens')).body.items as { id: number; label: string }[]
  assert.deepEqual(
    listed.map(({ label }) => label),
    ['Sistema del área'],
  )
  assert.equal((await house.ask('DELETE', `/api/v1/own/tokens/${listed[0]?.id}`, 'daniela', {})).status, 200)
  assert.equal(await withToken('GET', '/requests'), 401)
})
