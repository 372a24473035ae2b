import type { Context } from 'hono'
import type { Env } from '#kernel/module'
import type { Section } from '../rules/tree.ts'
import { words } from '../words.ts'

export type C = Context<Env>

export const said = (c: C) => words[c.var.locale].staff

/** Sections as choices, each indented under its own. */
export const sectionOptions = (tree: readonly Section[], but?: number) =>
  tree
    .filter(({ id }) => id !== but)
    .map(({ id, depth, titleEs }) => ({ value: String(id), label: `${'— '.repeat(depth - 1)}${titleEs}` }))
