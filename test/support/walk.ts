import assert from 'node:assert/strict'
import { livingAreas } from '#commons/directory'
import { receiveKept } from '#commons/files'
import { sectionsOf } from '#commons/portal'
import { historyOf } from '#kernel/ledger'
import type { Answer, Furnished, Who } from './furnished.ts'

/** What the API tells of a request. */
export interface Told {
  readonly id: number
  readonly folio: string
  readonly state: string
  readonly version: number
  readonly document: number | null
  readonly files: readonly { readonly file: number; readonly name: string; readonly sha256: string }[]
}

export interface Wanted {
  readonly kind?: 'publish' | 'update' | 'correct-metadata' | 'withdraw'
  readonly title?: string
  readonly portal?: 'internet' | 'intranet'
  readonly document?: number | null
  /** Name and text of each file. */
  readonly files?: Readonly<Record<string, string>>
  /** What the area writes of it besides. */
  readonly more?: Readonly<Record<string, unknown>>
}

export const title = 'Informe trimestral de actividades'

/** Walks requests through the API, as a program would: each step says which version of the request it saw. */
export function walking(house: Furnished) {
  const areaOf = async (acronym: string) =>
    (await livingAreas(house.app, '2026-10-16')).find((area) => area.acronym === acronym)?.id ?? 0
  const sectionOf = async (path: string) =>
    (await sectionsOf(house.app)).find((section) => section.path === path)?.id ?? 0

  async function tell(id: number): Promise<Told> {
    const answer = await house.ask('GET', `/api/v1/requests/${id}`, 'paula')
    assert.equal(answer.status, 200, answer.text)
    return JSON.parse(answer.text) as Told
  }

  /** What the API answers to a step of the request, refused or not. */
  async function attempt(id: number, who: Who, step: string, body: object = {}, method = 'POST'): Promise<Answer> {
    return house.ask(method, `/api/v1/requests/${id}${step}`, who, body)
  }

  async function step(id: number, who: Who, name: string, body: object = {}, method = 'POST'): Promise<Answer> {
    const answer = await attempt(id, who, name, body, method)
    assert.ok(answer.status < 300, `${name}: ${answer.status} ${answer.text}`)
    return answer
  }

  /** A content in the library, sent by this person. */
  async function send(who: Who, name: string, text: string): Promise<string> {
    const kept = await house.app.storage.keep(
      (async function* () {
        yield Buffer.from(text)
      })(),
    )
    await receiveKept(house.app, await house.actor(who), { ...kept, name })
    return kept.sha256
  }

  async function attach(id: number, name: string, text: string, replaces?: number): Promise<void> {
    const sha256 = await send('daniela', name, text)
    await step(id, 'daniela', '/files', { sha256, name, ...(replaces ? { replaces } : {}) })
  }

  async function describe(id: number, more: Wanted['more'] = {}): Promise<void> {
    const section = await sectionOf('/transparencia')
    const written = { title, summary: 'Lo que el área hizo de julio a septiembre de 2026.', ground: 'dissemination' }
    await step(id, 'daniela', '', { ...written, section, reviewOn: '2027-10-16', ...more }, 'PATCH')
  }

  async function open(wanted: Wanted = {}): Promise<number> {
    const {
      kind = 'publish',
      portal = 'internet',
      document,
      files = { 'informe.txt': 'Primero. Todo bien.\n' },
    } = wanted
    const area = await areaOf('PPP')
    const asked = { area, kind, portal, title: wanted.title ?? title, ...(document ? { document } : {}) }
    const answer = await house.ask('POST', '/api/v1/requests', 'daniela', asked)
    assert.equal(answer.status, 201, answer.text)
    const { request } = JSON.parse(answer.text) as { request: number }
    if (kind === 'publish') for (const [name, text] of Object.entries(files)) await attach(request, name, text)
    await describe(request, { title: wanted.title ?? title, ...wanted.more })
    return request
  }

  async function admitted(wanted: Wanted = {}): Promise<number> {
    const request = await open(wanted)
    return admit(request)
  }
  async function admit(request: number): Promise<number> {
    await house.work()
    await step(request, 'daniela', '/submission')
    await step(request, 'paula', '/admission', { reviewer: (await house.actor('oscar')).id })
    return request
  }

  async function published(wanted: Wanted = {}) {
    return publish(await admitted(wanted))
  }
  async function publish(request: number) {
    await step(request, 'oscar', '/approval')
    await house.work()
    await step(request, 'paula', '/publication')
    const told = await tell(request)
    const { key } = (await house.app
      .tables<{ 'publications.document': { id: number; key: string } }>()
      .selectFrom('publications.document')
      .select('key')
      .where('id', '=', told.document as number)
      .executeTakeFirst()) ?? { key: '' }
    return { ...told, document: told.document as number, key, address: `/documentos/${key}` }
  }

  /** Every event that the ledger tells of the request, oldest first. */
  async function history(id: number) {
    const entries = await historyOf(house.app.db, `publications.request-${id}`, 200)
    return entries
      .toReversed()
      .flatMap(({ events, input }) => events.map(([name, data]) => ({ name: name.split('.')[1], data, input })))
  }

  return {
    areaOf,
    sectionOf,
    tell,
    attempt,
    step,
    send,
    attach,
    describe,
    open,
    admit,
    admitted,
    publish,
    published,
    history,
  }
}

export const reasonsOf = ({ text }: Answer): string[] =>
  ((JSON.parse(text) as { errors?: { detail: string }[] }).errors ?? []).map(({ detail }) => detail)

/** What `ledger verify` would say of these modules. */
export async function faultsOf(house: Furnished, ...names: readonly string[]): Promise<string[]> {
  const verifying = house.app.modules.filter(({ name }) => names.includes(name))
  assert.equal(verifying.length, names.length)
  const said = await Promise.all(verifying.map(({ verify }) => Array.fromAsync(verify?.(house.app) ?? [])))
  return said.flat().map(({ en }) => en)
}

/** Lends every role of one person to another for the month of the tests. */
export async function lend(house: Furnished, from: Who, to: Who): Promise<void> {
  const page = await house.request('/cuenta', from)
  const inputs = [...page.text.matchAll(/<input[^>]*name="holdings"[^>]*>/g)].map(([input]) => input)
  const holdings = inputs.flatMap((input) => /value="(\d+)"/.exec(input)?.[1] ?? [])
  const account = (await house.actor(to)).id.slice('account:'.length)
  const dates = { from: '2026-10-16', until: '2026-10-31' }
  const sent = await house.send('/cuenta/delegaciones', from, { to: account, holdings, ...dates, reason: 'Vacaciones' })
  assert.equal(sent.status, 303)
}
