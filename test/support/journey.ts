import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { historyOf } from '#kernel/ledger'
import { perform } from '#kernel/perform'
import type { Furnished, Who } from './furnished.ts'

// The steps of a request, each a form that a browser without scripts can send.

export const title = 'Informe trimestral de actividades'
export const paper = Buffer.from(
  'Informe de actividades.\n\nPrimero. El área atendió todas las solicitudes del trimestre.\n',
)
export const sha256Of = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex')

/** A request on its way, and what is needed to speak of it. */
export interface Walked {
  readonly folio: string
  /** Address of its record. */
  readonly here: string
  readonly id: number
}

export interface Opening {
  readonly kind?: 'publish' | 'update' | 'withdraw' | 'correct-metadata'
  readonly title?: string
  readonly portal?: 'internet' | 'intranet'
  /** The last part of the address of the document that it is about. */
  readonly document?: string
  readonly who?: Who
  readonly area?: string
}

/** The hidden fields of the form that posts there. */
export const fieldsOf = (html: string, action: string): Record<string, string> => {
  const [, form = ''] = new RegExp(`action="${action}"[^>]*>([\\s\\S]*?)</form>`).exec(html) ?? []
  return Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  )
}
export const optionNamed = (html: string, name: string) =>
  new RegExp(`<option value="(\\d+)"[^>]*>[— ]*${name}`).exec(html)?.[1] ?? ''

export async function upload(
  house: Furnished,
  { here }: Walked,
  name: string,
  bytes: Buffer,
  { who = 'daniela', replaces }: { who?: Who; replaces?: number } = {},
) {
  const form = new FormData()
  form.append('files', new File([new Uint8Array(bytes)], name))
  const sent = await house.request(`${here}/archivos${replaces ? `?reemplaza=${replaces}` : ''}`, who, {
    method: 'POST',
    body: form,
  })
  assert.equal(sent.status, 303, sent.text)
  return sent
}

export async function open(house: Furnished, opening: Opening = {}): Promise<Walked> {
  const { who = 'daniela', area = 'PPP', kind = 'publish', portal = 'internet' } = opening
  const page = await house.request('/solicitudes/nueva', who)
  const sent = await house.send('/solicitudes/nueva', who, {
    ...{ kind, portal, title: opening.title ?? title, area: optionNamed(page.text, area) },
    ...(opening.document ? { document: opening.document } : {}),
  })
  assert.equal(sent.status, 303, sent.text)
  const folio = /SP-\d{4}-\d{6}/.exec(sent.headers.get('location') ?? '')?.[0] ?? ''
  return { folio, here: `/solicitudes/${folio}`, id: (await requestOf(house, folio)).id }
}

/** Sends the form of the description, as the record shows it now. */
export async function describe(house: Furnished, { here }: Walked, change: Record<string, string> = {}) {
  const form = await house.request(here, 'daniela')
  return house.send(`${here}/datos`, 'daniela', {
    ...fieldsOf(form.text, `${here}/datos`),
    ...{ title, summary: 'Lo que el área hizo de julio a septiembre de 2026.', ground: 'dissemination' },
    ...{ section: optionNamed(form.text, 'Transparencia'), reviewOn: '2027-10-16', priority: 'normal' },
    ...change,
  })
}

/** A move of the record that must be made. */
export async function move(house: Furnished, { here }: Walked, name: string, who: Who, fields = {}) {
  const sent = await house.send(`${here}/${name}`, who, fields)
  assert.equal(sent.status, 303, `${name}: ${reasonsOn(sent.text).join(' ')}`)
}

export async function submitted(house: Furnished, opening: Opening = {}, change = {}): Promise<Walked> {
  const request = await open(house, opening)
  if (!opening.kind || opening.kind === 'publish') await upload(house, request, 'informe.txt', paper)
  await house.work()
  assert.equal((await describe(house, request, { title: opening.title ?? title, ...change })).status, 303)
  await move(house, request, 'submit', 'daniela')
  return request
}

export async function admit(house: Furnished, request: Walked) {
  await move(house, request, 'admit', 'paula', { reviewer: (await house.actor('oscar')).id })
}

export async function admitted(house: Furnished, opening: Opening = {}, change = {}): Promise<Walked> {
  const request = await submitted(house, opening, change)
  await admit(house, request)
  return request
}

export async function approved(house: Furnished, opening: Opening = {}, change = {}): Promise<Walked> {
  const request = await admitted(house, opening, change)
  // Where readers would be sent is looked at before anybody approves it.
  await house.work()
  await move(house, request, 'approve', 'oscar')
  return request
}

/** A request that is live, with the public address of its document. */
export async function published(house: Furnished, opening: Opening = {}, change = {}) {
  const request = await approved(house, opening, change)
  await move(house, request, 'publish', 'paula')
  return { ...request, ...(await addressOf(house, request)) }
}

export async function addressOf(house: Furnished, { here }: Walked) {
  const address = /href="(\/documentos\/[^"]+)"/.exec((await house.request(here, 'paula')).text)?.[1] ?? ''
  return { address, key: address.slice('/documentos/'.length) }
}

export interface ApiRequest {
  readonly id: number
  readonly state: string
  readonly round: number
  readonly version: number
  readonly document: number | null
  readonly reviewer: string | null
  readonly publishAt: string | null
  readonly files: readonly { readonly file: number; readonly version: number; readonly name: string }[]
}

/** The request as the API tells it. */
export async function requestOf(house: Furnished, folio: string): Promise<ApiRequest> {
  const answer = await house.ask('GET', `/api/v1/requests/${folio}`, 'paula')
  assert.equal(answer.status, 200)
  return JSON.parse(answer.text)
}
export const stateOf = async (house: Furnished, { folio }: Walked) => (await requestOf(house, folio)).state

/** What the page that follows a form says was done, as the browser that sent it sees it. */
export async function saidAfter(house: Furnished, { headers }: { headers: Headers }, path: string, who: Who) {
  const carried = headers.getSetCookie().find((each) => each.startsWith('pregonero-hecho=')) ?? ''
  const cookie = `${await house.cookieOf(who)}; ${carried.split(';')[0]}`
  const page = await house.request(path, undefined, { headers: { cookie } })
  return /class="flash[^>]*>[\s\S]*?<span>([^<]+)/.exec(page.text)?.[1] ?? ''
}

/** Every reason of a refusal, as its page says them. */
export function reasonsOn(html: string): string[] {
  const [, list = ''] = /class="summary-error"[\s\S]*?<ul>([\s\S]*?)<\/ul>/.exec(html) ?? []
  return [...list.matchAll(/<li>(.*?)<\/li>/g)].map(([, item = '']) => item.replaceAll(/<[^>]+>/g, ''))
}

/** Every reason of a refusal, as the API says them. */
export const reasonsIn = (json: string): string[] =>
  ((JSON.parse(json) as { errors?: { detail: string }[] }).errors ?? []).map(({ detail }) => detail)

/** What the ledger tells of a request, oldest first: each event with its data. */
export async function toldOf(house: Furnished, { id }: Walked) {
  const entries = await historyOf(house.app.db, `publications.request-${id}`, 200)
  return entries
    .toReversed()
    .flatMap(({ actor, events }) => events.map(([name, data]) => ({ name: name.split('.')[1], actor, data })))
}

/** What the clock of the house does by itself. */
export async function byItself(house: Furnished, command: string, input: object = {}) {
  const found = house.app.commands.get(command)
  if (!found) throw new Error(`The house does not know ${command}.`)
  return perform(house.app, found, house.app.steward, input)
}

/** Lends every role of one person to another, today or on other days. */
export async function lend(house: Furnished, from: Who, to: Who, starts = '2026-10-16', ends = '2026-10-31') {
  const page = await house.request('/cuenta', from)
  const inputs = [...page.text.matchAll(/<input[^>]*name="holdings"[^>]*>/g)].map(([input]) => input)
  const holdings = inputs.flatMap((input) => /value="(\d+)"/.exec(input)?.[1] ?? [])
  assert.ok(holdings.length > 0)
  const account = (await house.actor(to)).id.slice('account:'.length)
  const sent = await house.send('/cuenta/delegaciones', from, {
    ...{ to: account, holdings, from: starts, until: ends, reason: 'Vacaciones de otoño' },
  })
  assert.equal(sent.status, 303, reasonsOn(sent.text).join(' '))
}
