import { holds } from '#kernel/actor'
import type { PublicAsk, PublicItem } from '#kernel/module'
import { livePages } from '../queries/pages.ts'
import { sectionsOf } from '../queries/sections.ts'
import type { Section } from '../rules/tree.ts'
import type { C } from './speech.tsx'

export const readsIntranet = (c: C): boolean => holds(c.var.actor, 'intranet.read')

/** The sections that this reader may enter. */
export async function sectionsFor(c: C): Promise<readonly Section[]> {
  const tree = await sectionsOf(c.var.app)
  return tree.filter((section) => isFor(c, section))
}

/** What this reader may see: the public all that is public, the intranet everything. */
export const isFor = (
  c: C,
  { audience, portal }: { audience: Section['audience']; portal?: Section['portal'] },
): boolean => (audience === 'public' ? portal !== 'intranet' : readsIntranet(c))

export async function pagesFor(c: C) {
  return (await livePages(c.var.app)).filter((page) => isFor(c, page))
}

type Asked = Pick<PublicAsk, 'sections' | 'limit' | 'before'>

/** What the modules publish, newest first, for this reader. */
export async function newsFor(c: C, asked: Asked): Promise<readonly PublicItem[]> {
  const { app, locale } = c.var
  const ask: PublicAsk = { ...asked, locale, intranet: readsIntranet(c) }
  const lists = await Promise.all(app.modules.map((module) => module.publicLists?.(app, ask) ?? []))
  return lists.flat().toSorted(newestFirst).slice(0, asked.limit)
}

export const newestFirst = (a: Pick<PublicItem, 'at' | 'id'>, b: Pick<PublicItem, 'at' | 'id'>): number =>
  b.at.getTime() - a.at.getTime() || b.id - a.id

/** The place after an item, as it travels in addresses: `2026-10-16T16:02:00.000Z~123`. */
export const placeOf = ({ at, id }: Pick<PublicItem, 'at' | 'id'>): string => `${at.toISOString()}~${id}`

export function beforeIn(
  raw: string | undefined,
): { before: NonNullable<PublicAsk['before']> } | Record<string, never> {
  const [, at = '', id] = /^(\d{4}-[\d-]{5}T[\d:.]{8,12}Z)~(\d{1,15})$/.exec(raw ?? '') ?? []
  return Number.isNaN(Date.parse(at)) ? {} : { before: { at: new Date(at), id: Number(id) } }
}
