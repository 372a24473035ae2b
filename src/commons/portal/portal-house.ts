import type { TestContext } from 'node:test'
import { directory } from '#commons/directory'
import { type Actor, holds } from '#kernel/actor'
import type { Module } from '#kernel/module'
import { perform } from '#kernel/perform'
import { openWeb } from '#kernel/router'
import { faces } from '#ui'
import { openTestApp, somebody } from '../../../test/support/house.ts'
import { portal } from './index.ts'

// What the tests of this module share: a portal with an author, an editor and a reader of the intranet.

export const ines = somebody('ines', ['portal.compose', 'intranet.read'])
export const mateo = somebody('mateo', ['portal.compose', 'portal.publish', 'portal.rule', 'intranet.read'])
export const rosa = somebody('rosa', ['intranet.read'])
const cast = new Map([ines, mateo, rosa].map((each) => [each.id, each]))

/** Stands in for identity: who knocks is named by a header. */
const door: Module = {
  name: 'door',
  needs: [],
  migrations: [],
  commands: [],
  async who(c) {
    const actor = cast.get(c.req.header('x-test-actor') ?? '')
    return actor && { actor }
  },
}

export async function openPortal(t: TestContext, others: readonly Module[] = []) {
  const house = await openTestApp(t, [directory, portal, door, ...others])
  const web = openWeb(house.app, faces)
  if (portal.fallback && !web.routes.some(({ path }) => path === '/*' || path === '*')) web.route('/', portal.fallback)
  async function visit(path: string, actor?: Actor, init: RequestInit = {}) {
    const headers = { ...(actor ? { 'x-test-actor': actor.id } : {}), ...(init.headers as Record<string, string>) }
    const response = await web.request(path, { ...init, headers })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
  return {
    ...house,
    visit,
    /** Sends a form. */
    send: (path: string, actor: Actor, fields: Readonly<Record<string, string | readonly string[]>>) => {
      const body = new URLSearchParams(
        Object.entries(fields).flatMap(([name, value]) => [value].flat().map((each): [string, string] => [name, each])),
      )
      return visit(path, actor, { method: 'POST', body, headers: { 'sec-fetch-site': 'same-origin' } })
    },
    /** Knocks at the door with a command of the portal, as whoever may. */
    // biome-ignore lint/suspicious/noExplicitAny: each command answers something else.
    ask: async (name: string, input: unknown, actor?: Actor): Promise<any> => {
      const command = house.app.commands.get(`portal.${name}`)
      if (!command) throw new Error(`No command is called ${name}.`)
      return perform(house.app, command, actor ?? (holds(ines, command.grant) ? ines : mateo), input)
    },
  }
}
