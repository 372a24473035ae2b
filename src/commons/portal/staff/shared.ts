import type { Context } from 'hono'
import { zoneOf } from '#commons/directory'
import type { Env } from '#kernel/module'
import { instantOf } from '#kernel/pure/dates'
import type { Section } from '../rules/tree.ts'
import { words } from '../words.ts'

export type C = Context<Env>

export const said = (c: C) => words[c.var.locale].staff

/** Sections as choices, each indented under its own. */
export const sectionOptions = (tree: readonly Section[], but?: number) =>
  tree
    .filter(({ id }) => id !== but)
    .map(({ id, depth, titleEs }) => ({ value: String(id), label: `${'— '.repeat(depth - 1)}${titleEs}` }))

/** Browsers send local date and time; the command takes an instant. */
export async function withInstants(sent: Record<string, unknown>, c: C): Promise<Record<string, unknown>> {
  const zone = await zoneOf(c.var.app)
  const instants = ['fromAt', 'untilAt'].flatMap((name) => {
    const [, day, time] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(String(sent[name] ?? '')) ?? []
    return day && time ? [[name, instantOf(day, time, zone).toISOString()]] : []
  })
  return { ...sent, ...Object.fromEntries(instants) }
}
