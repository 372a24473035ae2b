import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { openFurnished, type Who } from './support/furnished.ts'

const cgpe = '/comites/CGPE'
const strip = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

async function house(t: TestContext) {
  const furnished = await openFurnished(t)
  const send = async (path: string, fields: Readonly<Record<string, string>>, who: Who = 'mariana') =>
    furnished.request(path, who, { method: 'POST', body: new URLSearchParams(fields) })
  const page = async (path: string, who: Who = 'mariana') => {
    const { status, text } = await furnished.request(path, who)
    assert.equal(status, 200, `${path}: ${status}`)
    return strip(text)
  }
  const body = async (on = '') =>
    JSON.parse((await furnished.ask('GET', `/api/v1/bodies/1${on && `?on=${on}`}`, 'mariana')).text) as {
      readonly seats: readonly {
        readonly seat: number
        readonly titleEs: string
        readonly vote: boolean
        readonly titular: { readonly person: number; readonly designation: number } | null
        readonly alternates: readonly { readonly accredited: boolean; readonly designation: number }[]
      }[]
    }
  return { furnished, send, page, body }
}

test('a committee says who holds each seat, what is vacant and who is not accredited yet', async (t) => {
  const { page, body } = await house(t)
  const said = await page(cgpe)
  assert.match(said, /11 de 12 lugares con titular; 11 con voto\./)
  assert.match(said, /Representante del Servicio Profesional Electoral .{0,90} Vacante/)
  assert.match(said, /sin acreditar: asiste como persona invitada/)
  assert.match(await page(`/en${cgpe}`), /11 of 12 seats with a titular; 11 with a vote\./)
  const { seats } = await body()
  assert.equal(seats.length, 12)
  assert.equal(seats.filter(({ titular }) => titular === null).length, 1)
})

test('a seat that changes is another from that day on, and the same before it', async (t) => {
  const { send, page, body } = await house(t)
  const [seat] = (await body()).seats.slice(-1)
  const changed = {
    titleEs: 'Gestoría de Contenidos',
    function: 'member',
    voice: 'on',
    vote: 'on',
    countsForQuorum: 'on',
  }
  assert.equal((await send(`${cgpe}/lugares/${seat?.seat}`, { ...changed, from: '2026-12-01' })).status, 303)
  assert.equal((await body('2026-11-30')).seats.at(-1)?.vote, false)
  assert.equal((await body('2026-12-01')).seats.at(-1)?.vote, true)
  assert.match(await page(`${cgpe}?fecha=2026-12-01`), /11 de 12 lugares con titular; 12 con voto\./)
  const refused = await send(`${cgpe}/lugares/${seat?.seat}`, { ...changed, from: '2026-11-01' })
  assert.equal(refused.status, 422)
  assert.match(strip(refused.text), /elija una fecha posterior/)
})

test('nobody sits twice, a seat has one titular, and what was typed stays', async (t) => {
  const { send, body, page } = await house(t)
  const { seats } = await body()
  const [chair, secretary] = seats
  const vacant = seats.find(({ titular }) => titular === null)
  const asked = { as: 'titular', from: '2026-10-16', document: 'Oficio IEA/SPE/100/2026' }
  const at = (seat: number | undefined) => `${cgpe}/lugares/${seat}/designaciones`
  const twice = await send(at(vacant?.seat), { ...asked, person: String(secretary?.titular?.person) })
  assert.equal(twice.status, 409)
  assert.match(strip(twice.text), /nadie puede ocupar dos \(LGTAIP, art\. 39\)/)
  assert.match(twice.text, /Oficio IEA\/SPE\/100\/2026/)
  await send(`${cgpe}/lugares/${secretary?.seat}/designaciones/${secretary?.titular?.designation}/terminar`, {
    on: '2026-10-16',
  })
  assert.equal((await send(at(vacant?.seat), { ...asked, person: String(secretary?.titular?.person) })).status, 303)
  const held = await send(at(chair?.seat), { ...asked, person: String(secretary?.titular?.person) })
  assert.equal(held.status, 409)
  assert.match(await page(cgpe), /11 de 12 lugares con titular/)
})

test('an alternate is a guest until their document was seen', async (t) => {
  const { send, body, page } = await house(t)
  const seat = (await body()).seats.find(({ alternates }) => alternates.some(({ accredited }) => !accredited))
  const [alternate] = seat?.alternates ?? []
  const done = await send(`${cgpe}/lugares/${seat?.seat}/designaciones/${alternate?.designation}/acreditar`, {})
  assert.equal(done.status, 303)
  assert.doesNotMatch(await page(cgpe), /sin acreditar/)
})

test('a body is founded once by its acronym; who only reads changes nothing', async (t) => {
  const { furnished, send, page } = await house(t)
  const founding = {
    nameEs: 'Comité de Datos Abiertos',
    kind: 'committee',
    ground: 'Acuerdo 3/2026',
    foundedOn: '2026-10-16',
  }
  assert.equal((await send('/comites/nuevo', { ...founding, acronym: 'cda' })).headers.get('location'), '/comites/CDA')
  assert.equal((await send('/comites/nuevo', { ...founding, acronym: 'Cgpe' })).status, 409)
  const wrong = await send('/comites/nuevo', { ...founding, acronym: 'C D/A' })
  assert.equal(wrong.status, 422)
  assert.match(strip(wrong.text), /sin espacios: CGPE/)
  assert.match(await page('/comites', 'paula'), /Comité de Datos Abiertos/)
  assert.equal((await furnished.request('/comites/nuevo', 'paula')).status, 403)
  assert.equal((await send('/comites/CDA/lugares', { titleEs: 'x' }, 'paula')).status, 403)
})
