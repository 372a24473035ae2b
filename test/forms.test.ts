import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { type Furnished, openFurnished, type Who } from './support/furnished.ts'

// What every form of the house owes to whoever fills it: names, places, words, and nothing lost.

const people: readonly Who[] = ['joel', 'hugo', 'paula', 'daniela', 'oscar', 'teresa', 'mariana']
const mostAlike = 2

/** Pages of one shape differ in their numbers: two of each are looked at. */
const shapeOf = (path: string) => path.replaceAll(/SP-\d{4}-\d{6}|\b[0-9a-f]{64}\b|\d+/g, 'N').replace(/\?.*/, '?')

/** Every page of the desk that this person comes to by following links. */
async function walk(house: Furnished, who: Who, see: (path: string, html: string) => void): Promise<number> {
  const [waiting, seen, alike] = [['/hoy', '/solicitudes?vista=todas'], new Set<string>(), new Map<string, number>()]
  for (let path = waiting.shift(); path; path = waiting.shift()) {
    const times = alike.get(shapeOf(path)) ?? 0
    if (seen.has(path) || times >= mostAlike) continue
    seen.add(path)
    alike.set(shapeOf(path), times + 1)
    const { status, headers, text } = await house.request(path, who)
    if (status !== 200 || !headers.get('content-type')?.startsWith('text/html')) continue
    see(path, text)
    if (!text.includes('<body class="staff"')) continue
    for (const [, href = ''] of text.matchAll(/<a [^>]*href="(\/[^"#]*)/g)) {
      if (!href.startsWith('/en') && !/\/recursos\/|\.csv/.test(href)) waiting.push(href.replaceAll('&amp;', '&'))
    }
  }
  return seen.size
}

const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(([, found]) => found ?? '')
const pointers = /\s(?:for|form|list|popovertarget|aria-labelledby|aria-describedby)="([^"]+)"/g

function faultsOf(html: string): string[] {
  const ids = all(html, /\sid="([^"]*)"/g)
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `the id ${id} is there twice`)
  // The catalogue shows samples, whose links lead nowhere.
  const links = html.includes('id="retirar"') ? [] : all(html, /href="#([^"]+)"/g)
  const named = [...all(html, pointers).flatMap((list) => list.split(' ')), ...links]
  return [...twice, ...named.filter((id) => !ids.includes(id)).map((id) => `nothing is called ${id}`)]
}

for (const who of people) {
  test(`on every page that ${who} comes to, an id is of one thing and a name leads to it`, async (t) => {
    const house = await openFurnished(t)
    const faults: string[] = []
    const pages = await walk(house, who, (path, html) => {
      faults.push(...new Set(faultsOf(html).map((fault) => `${path}: ${fault}`)))
    })
    assert.ok(pages > 8, `only ${pages} pages`)
    assert.deepEqual(faults, [])
  })
}

/** The reasons as the page lists them, each with where it leads. */
const reasonsIn = (html: string) =>
  [
    ...(/class="summary-error"[\s\S]*?<\/ul>/.exec(html)?.[0] ?? '').matchAll(/<li>(?:<a href="#([^"]+)">)?([^<]*)/g),
  ].map(([, place, text]) => [text, place ?? ''] as const)
const isThere = (html: string, id: string) => html.includes(` id="${id}"`)

test('a request without its data is told each thing to do, in the order of the page and in both languages', async (t) => {
  const house = await openFurnished(t)
  const sent = { kind: 'publish', title: '', area: '', portal: 'internet' }
  const answer = await house.send('/solicitudes/nueva', 'daniela', sent)
  assert.equal(answer.status, 422)
  const reasons = reasonsIn(answer.text)
  assert.deepEqual(
    reasons.map(([text]) => text),
    ['Escriba el título.', 'Elija el área.'],
  )
  for (const [text, place] of reasons) assert.ok(isThere(answer.text, place), `${text} leads to ${place}`)
  const english = await house.send('/en/solicitudes/nueva', 'daniela', { ...sent, title: 'Acta' })
  assert.deepEqual(
    reasonsIn(english.text).map(([text]) => text),
    ['Title: write at least 5 characters.', 'Choose the area.'],
  )
  assert.deepEqual(faultsOf(answer.text), [])
})

const stateOfFolio = async (house: Furnished, who: Who, word: string): Promise<string> => {
  const { text } = await house.request('/solicitudes?vista=todas', who)
  const row = text.split('<tr').find((each) => new RegExp(`class="state[^>]*>.*?</svg>\\s*${word}<`, 's').test(each))
  return /SP-\d{4}-\d{6}/.exec(row ?? '')?.[0] ?? ''
}

test('a dialog that was refused comes back open, says why itself and leads to its field', async (t) => {
  const house = await openFurnished(t)
  const folio = await stateOfFolio(house, 'paula', 'Enviada')
  const answer = await house.send(`/solicitudes/${folio}/admit`, 'paula', { reviewer: '' })
  assert.equal(answer.status, 422)
  const dialog = /<dialog id="admit"[^>]* open[\s\S]*?<\/dialog>/.exec(answer.text)?.[0] ?? ''
  assert.deepEqual(
    reasonsIn(dialog).map(([text]) => text),
    ['Elija a quien la revisará.'],
  )
  assert.ok(isThere(dialog, reasonsIn(dialog)[0]?.[1] ?? ''))
  assert.equal(all(answer.text, /(class="summary-error")/g).length, 1, 'it is said once')
})

test('a form that was folded comes back unfolded, with what was typed', async (t) => {
  const house = await openFurnished(t)
  const folio = await stateOfFolio(house, 'oscar', 'En revisión')
  const sent = { severity: 'must', page: 'tres', text: 'El cuadro 2 no tiene fuente.', file: '', field: '' }
  const answer = await house.send(`/solicitudes/${folio}/observaciones`, 'oscar', sent)
  assert.equal(answer.status, 422)
  const folded = /<details class="fold" id="escribir" open[\s\S]*?<\/details>/.exec(answer.text)?.[0] ?? ''
  assert.match(folded, /El cuadro 2 no tiene fuente\./)
  assert.deepEqual(
    reasonsIn(answer.text).map(([text]) => text),
    ['Página: escriba un número.'],
  )
  assert.ok(isThere(folded, reasonsIn(answer.text)[0]?.[1] ?? ''))
})

/** A draft of hers, just opened. */
async function draftOf(house: Furnished): Promise<string> {
  const { text } = await house.request('/solicitudes/nueva', 'daniela')
  const area = /<option value="(\d+)"[^>]*>PPP/.exec(text)?.[1] ?? ''
  const opened = await house.send('/solicitudes/nueva', 'daniela', {
    ...{ kind: 'publish', title: 'Informe trimestral de actividades', area, portal: 'internet' },
  })
  return /SP-\d{4}-\d{6}/.exec(opened.headers.get('location') ?? '')?.[0] ?? ''
}

test('what is lacking leads to the very field', async (t) => {
  const house = await openFurnished(t)
  const { text } = await house.request(`/solicitudes/${await draftOf(house)}`, 'daniela')
  const lacking = /class="why-not"[\s\S]*?<\/section>/.exec(text)?.[0] ?? ''
  const places = all(lacking, /href="#([^"]+)"/g)
  assert.ok(
    places.some((place) => place.endsWith('-datos-section')) && places.some((place) => /-archivos-files$/.test(place)),
  )
  for (const place of places) assert.ok(isThere(text, place), place)
})

test('a day that has passed is not taken as one to come', async (t) => {
  const house = await openFurnished(t)
  const folio = await draftOf(house)
  const answer = await house.send(`/solicitudes/${folio}/datos`, 'daniela', {
    ...{ title: 'Informe trimestral', reviewOn: '2026-10-16', validUntil: '2026-10-15' },
  })
  assert.equal(answer.status, 422)
  assert.equal(reasonsIn(answer.text).length, 2)
})

const cookieIn = ({ headers }: { headers: Headers }) => /pregonero-hecho=\d+/.exec(headers.get('set-cookie') ?? '')?.[0]

test('what was done is said once, to whoever did it, and no address carries its words', async (t) => {
  const house = await openFurnished(t)
  const done = await house.send('/cuenta/preferencias', 'oscar', { locale: 'es', theme: 'dark' })
  assert.equal(done.headers.get('location'), '/cuenta#preferencias')
  const carried = cookieIn(done) ?? ''
  assert.ok(carried)
  const next = async (who: Who, headers: Record<string, string> = {}) => {
    const own = (await house.cookieOf(who)) ?? ''
    return house.request('/cuenta', undefined, { headers: { cookie: `${own}; ${carried}`, ...headers } })
  }
  const said = /class="flash flash--ok" role="status">[\s\S]*?<span>([^<]+)/
  assert.doesNotMatch((await next('oscar', { 'x-renewal': 'page' })).text, said, 'a page that renews itself leaves it')
  assert.doesNotMatch((await next('paula')).text, said, 'it is not said to another')
  const page = await next('oscar')
  assert.match(said.exec(page.text)?.[1] ?? '', /\p{Lu}.*\.$/u)
  assert.match(page.headers.get('set-cookie') ?? '', /pregonero-hecho=;/)
  assert.doesNotMatch((await house.request('/cuenta', 'oscar')).text, said)
})

async function withPassword(t: TestContext) {
  const house = await openFurnished(t)
  const [, token = ''] = /(\/invitacion\/\S+)/.exec(await invited(house)) ?? []
  const password = 'Siete barcas cruzan el lago al alba'
  await house.send(token, undefined, { password, again: password })
  return { house, password, email: 'nueva@ejemplo.mx' }
}

async function invited(house: Furnished): Promise<string> {
  await house.send('/administrar/cuentas/nueva', 'joel', {
    ...{ email: 'nueva@ejemplo.mx', givenNames: 'Nora', familyNames: 'Vega', gender: 'f' },
  })
  await house.work()
  return house.mail.sent.at(-1)?.text ?? ''
}

test('a form sent after its sign-in ended is asked who it is, and what was typed comes back to be sent', async (t) => {
  const { house, password, email } = await withPassword(t)
  const typed = { title: 'Acta «ordinaria» & anexos', summary: 'Dos renglones\nde texto', version: '1' }
  const shut = await house.send('/solicitudes/SP-2026-000001/datos', undefined, typed)
  assert.equal(shut.status, 401)
  assert.equal(shut.headers.get('www-authenticate'), 'Bearer')
  assert.match(shut.text, /Su sesión terminó/)
  assert.match(shut.text, /name="volver" value="\/solicitudes\/SP-2026-000001\/datos"/)
  const fromPage = await house.request('/solicitudes/SP-2026-000001/datos', undefined, {
    ...{ method: 'POST', body: new URLSearchParams(typed) },
    headers: { referer: `${house.app.config.baseUrl}/solicitudes/SP-2026-000001` },
  })
  assert.match(fromPage.text, /name="volver" value="\/solicitudes\/SP-2026-000001"/)
  const hidden = Object.fromEntries(
    [...fromPage.text.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name as string,
      (value ?? '').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
    ]),
  )
  const inside = await house.send('/entrar', undefined, { ...hidden, email, password })
  assert.equal(inside.status, 200)
  assert.match(inside.text, /action="\/solicitudes\/SP-2026-000001\/datos"/)
  assert.match(inside.text, /name="title" value="Acta «ordinaria» &amp; anexos"/)
  assert.match(inside.text, /<a href="\/solicitudes\/SP-2026-000001">/)
  const plain = await house.send('/entrar', undefined, { volver: '/avisos', email, password })
  assert.equal(plain.headers.get('location'), '/avisos')
})

test('a password is not carried through the door, nor anything of another site', async (t) => {
  const house = await openFurnished(t)
  const secret = await house.send('/cuenta/contrasena', undefined, { current: 'la de hoy', password: 'x', again: 'x' })
  assert.equal(secret.status, 401)
  assert.doesNotMatch(secret.text, /la de hoy|name="held"/)
  const crossed = await house.request('/solicitudes/SP-2026-000001/datos', undefined, {
    ...{ method: 'POST', body: new URLSearchParams({ title: 'Puesto por otro' }) },
    headers: { 'sec-fetch-site': 'cross-site' },
  })
  assert.equal(crossed.status, 403)
  assert.doesNotMatch(crossed.text, /Puesto por otro/)
})

test('a program without a token is told to bring one, and a person what they may not do by its name', async (t) => {
  const house = await openFurnished(t)
  const asked = await house.ask('GET', '/api/v1/accounts', undefined)
  assert.equal(asked.status, 401)
  assert.equal(asked.headers.get('www-authenticate'), 'Bearer')
  assert.match(asked.text, /Authorization/)
  const known = await house.ask('GET', '/api/v1/accounts', 'daniela')
  assert.equal(known.status, 403)
  assert.doesNotMatch(known.text, /identity\.manage/)
  const page = await house.request('/administrar/cuentas', 'daniela')
  assert.doesNotMatch(page.text, /identity\.manage/)
})

test('closing an account, revoking a token and taking down a page ask first', async (t) => {
  const house = await openFurnished(t)
  const { text } = await house.request('/administrar/cuentas/3', 'joel')
  assert.match(
    text,
    /<dialog id="pregunta-administrar-cuentas-3-cerrar"[\s\S]*?action="\/administrar\/cuentas\/3\/cerrar"/,
  )
  const outside = text.replaceAll(/<dialog[\s\S]*?<\/dialog>/g, '')
  assert.doesNotMatch(outside, /action="\/administrar\/cuentas\/3\/cerrar"/)
  const page = await house.request('/portal/paginas/1', 'hugo')
  assert.doesNotMatch(page.text.replaceAll(/<dialog[\s\S]*?<\/dialog>/g, ''), /action="[^"]*\/retirar"/)
})

test('an upload that is refused says why', async (t) => {
  const house = await openFurnished(t)
  const folio = await draftOf(house)
  const answer = await house.ask('POST', `/solicitudes/${folio}/subidas`, 'daniela', { name: 'vacio.txt', bytes: 0 })
  assert.equal(answer.status, 422)
  assert.match((JSON.parse(answer.text) as { title: string }).title, /«vacio\.txt» está vacío/)
})

/** A picture of one point. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

test('the logo is sent from a form, seen by everybody on every page, and can be taken away', async (t) => {
  const house = await openFurnished(t)
  const send = (bytes: Buffer, name: string) => {
    const form = new FormData()
    form.append('files', new File([new Uint8Array(bytes)], name))
    return house.request('/administrar/logotipo', 'joel', { method: 'POST', body: form })
  }
  const none = await send(Buffer.alloc(0), 'nada.png')
  assert.equal(none.status, 422)
  assert.ok(isThere(none.text, reasonsIn(none.text)[0]?.[1] ?? ''))
  assert.equal((await send(Buffer.from('no soy una imagen'), 'falsa.png')).status, 422)
  assert.equal((await send(dot, 'escudo.png')).status, 303)
  const home = await house.request('/')
  const address = /class="inst"[^>]*><img src="(\/imagenes\/[0-9a-f]{64})"/.exec(home.text)?.[1] ?? ''
  const picture = await house.request(address)
  assert.equal(picture.status, 200)
  assert.equal(picture.headers.get('content-type'), 'image/png')
  assert.equal((await house.send('/administrar/logotipo/quitar', 'joel', {})).status, 303)
  assert.equal((await house.request(address)).status, 404)
  assert.equal((await house.request('/administrar/logotipo', 'hugo')).status, 403)
})

test('both colours are told at once what is wrong with each', async (t) => {
  const house = await openFurnished(t)
  const colours = { accent: 'rojo', second: '#9fd3d8', letters: 'serif' }
  const answer = await house.send('/administrar/institucion/apariencia', 'joel', colours)
  assert.equal(answer.status, 422)
  const [one, two] = reasonsIn(answer.text).map(([text]) => text)
  assert.match(one ?? '', /#0b5660/)
  assert.match(two ?? '', /7 a 1/)
  const { text } = await house.request('/administrar/institucion', 'joel')
  assert.match(text, /<colour-input data-ground="#f3f5f4"/)
})
