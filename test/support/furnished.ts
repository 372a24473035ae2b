import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, type TestContext } from 'node:test'
import { actorOfEmail, atTheDoor } from '#commons/identity'
import { readConfiguration } from '#config'
import type { Actor } from '#kernel/actor'
import type { App } from '#kernel/app'
import { type Brought, migrationsOf, openApp } from '#kernel/house'
import { passingKeys } from '#kernel/keys'
import { memoryMail } from '#kernel/mail'
import type { Routes } from '#kernel/module'
import { perform } from '#kernel/perform'
import { openWeb } from '#kernel/router'
import { workOff } from '#kernel/worker'
import { findRequest } from '#modules/publications'
import { faces } from '#ui'
import { modules } from '../../src/app.ts'
import { administrator, cast, type Person } from '../../src/example/cast.ts'
import { furnish } from '../../src/example/furnish.ts'
import { openTestGround } from './ground.ts'
import { clockAt, testNow } from './house.ts'

export type Who = Person | 'joel'

/** What a reader gets: the page, and how it was answered. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

const keys = passingKeys()
const folder = mkdtempSync(join(tmpdir(), 'pregonero-furnished-'))
after(() => rmSync(folder, { recursive: true, force: true }))

let furnished: Promise<unknown> | undefined

/**
 * The institution of the example, the same that a newcomer sees, with its whole house of modules. It is furnished
 * once for all tests; what a test does is rolled back when it ends.
 */
export async function openFurnished(t: TestContext) {
  const ground = await openTestGround(migrationsOf(modules), 'furnished')
  const config = readConfiguration({ PREGONERO_DATA: folder, PREGONERO_LOG: process.env['TEST_LOG'] ?? 'silent' })
  const [clock, mail, web] = [clockAt(testNow), memoryMail(), {} as Web]
  /** What other sites answer: 200, but for what a test says of an address. */
  const elsewhere = new Map<string, ResponseInit>()
  const visit = visitsTo(web, config.baseUrl, elsewhere)
  const brought = { ground, jobs: ground.jobs, clock, mail, keys, visit }
  furnished ??= prepare(config, brought, web)
  await furnished
  await ground.begin()
  const { app, close } = await openApp(modules, config, brought)
  web.routes = openWeb(app, faces)
  t.after(() => close().then(() => ground.rewind()))
  const cookies = new Map<Who, { readonly cookie: string; readonly at: number }>()
  const actor = (who: Who) => actorIn(app, who)

  /** A request as a browser sends it; a person's, or a visitor's. */
  async function open(path: string, who?: Who, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers)
    if (!headers.has('sec-fetch-site')) headers.set('sec-fetch-site', 'same-origin')
    if (who) headers.set('cookie', await cookieOf(who))
    return (web.routes as Routes).request(path, { ...init, headers })
  }
  /** The same, read to its end. */
  async function request(path: string, who?: Who, init: RequestInit = {}): Promise<Answer> {
    const answer = await open(path, who, init)
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  }

  /** A sign-in does not last days; tests turn the clock by weeks. */
  async function cookieOf(who: Who): Promise<string> {
    const held = cookies.get(who)
    return held && clock().getTime() - held.at < 3_600_000 ? held.cookie : enter(who)
  }

  async function enter(who: Who): Promise<string> {
    const { id } = await actor(who)
    const token = randomBytes(32).toString('base64url')
    const command = app.commands.get('identity.sign-in')
    if (!command) throw new Error('Nobody signs in here.')
    const account = Number(id.slice('account:'.length))
    await perform(app, command, atTheDoor, { account, token, address: '', browser: 'Firefox', secondStep: false })
    const cookie = `pregonero=${token}`
    cookies.set(who, { cookie, at: clock().getTime() })
    return cookie
  }

  return {
    app,
    clock,
    elsewhere,
    mail,
    actor,
    open,
    request,
    /** The cookie of a person's sign-in, for what a browser carries besides. */
    cookieOf,
    /** Does what the queue holds, now. */
    work: () => workOff(app),
    /** Sends a form, with what its page carries unseen; answers what came back, following no redirect. */
    send: async (path: string, who: Who | undefined, fields: Readonly<Record<string, string | readonly string[]>>) => {
      const version = await versionAt(app, path)
      const unseen = version === undefined ? {} : { version: String(version) }
      const pairs = Object.entries({ ...unseen, ...fields }).flatMap(([name, value]) =>
        [value].flat().map((each): [string, string] => [name, each]),
      )
      return request(path, who, { method: 'POST', body: new URLSearchParams(pairs) })
    },
    /** Sends JSON with a person's own sign-in, saying with If-Match what was read just before. */
    ask: async (method: string, path: string, who: Who | undefined, body?: unknown) => {
      const version = method === 'GET' ? undefined : await versionAt(app, path)
      return request(path, who, {
        method,
        headers: {
          ...{ 'content-type': 'application/json', accept: 'application/json' },
          ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
    },
  }
}
const emailOf = (who: Who) => (who === 'joel' ? administrator.email : cast[who].email)
async function actorIn(app: App, who: Who): Promise<Actor> {
  const found = await actorOfEmail(app, emailOf(who))
  if (!found) throw new Error(`${who} has no account.`)
  return found
}

interface Web {
  routes?: Routes
}
const visitsTo =
  (web: Web, baseUrl: string, elsewhere: ReadonlyMap<string, ResponseInit>): App['visit'] =>
  async (address, request) =>
    address.startsWith(baseUrl)
      ? (web.routes as Routes).request(address.slice(baseUrl.length), request)
      : new Response('', elsewhere.get(address) ?? { status: 200 })

export type Furnished = Awaited<ReturnType<typeof openFurnished>>

/** What a page or a resource that was just read says of the request's version; nothing for other addresses. */
async function versionAt(app: App, path: string): Promise<number | undefined> {
  const [, number, folio] = /\/requests\/(\d+)\/?|\/solicitudes\/((?:SP-\d{4}|IM)-\d{6,9})\//.exec(path) ?? []
  if (!number && !folio) return undefined
  const found = await app
    .tables<{ 'publications.request': { id: number; folio: string; version: number } }>()
    .selectFrom('publications.request')
    .select('version')
    .where(({ eb }) => (number ? eb('id', '=', Number(number)) : eb('folio', '=', folio as string)))
    .executeTakeFirst()
  return found?.version
}

async function prepare(config: ReturnType<typeof readConfiguration>, brought: Brought, web: { routes?: Routes }) {
  const { app, close } = await openApp(modules, config, brought)
  web.routes = openWeb(app, faces)
  await furnish(app, () => {})
  await close()
}

/** A request by its number, and the version of it that stands now: what a person decides on. */
export async function seen(
  { app }: Pick<Furnished, 'app'>,
  request: number,
): Promise<{ request: number; version: number }> {
  const found = await findRequest(app, request)
  if (!found) throw new Error(`There is no request ${request}.`)
  return { request, version: found.version }
}
