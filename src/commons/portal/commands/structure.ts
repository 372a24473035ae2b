import { createHash } from 'node:crypto'
import type { Work } from '#kernel/command'
import { Refusal } from '#kernel/refusal'
import { conflict, missing } from '#kernel/refusals'
import { redirectsAdded } from '../events.ts'
import { sectionsIn } from '../queries/sections.ts'
import { isSlug, reserved } from '../rules/addresses.ts'
import { collapse, type Wanted } from '../rules/redirects.ts'
import type { Section } from '../rules/tree.ts'
import type { PortalTables, RedirectKind } from '../tables.ts'
import { say } from '../words.ts'

export type Desk = Work<PortalTables>

/** The whole tree, held until commit: whoever else moves sections or publishes pages waits, and then sees what was done. */
export async function takeTree(work: Desk): Promise<readonly Section[]> {
  await work.db.selectFrom('portal.section').select('id').where('closed_at', 'is', null).forUpdate().execute()
  return sectionsIn(work.read)
}

export function sectionIn(tree: readonly Section[], id: number, version?: number): Section {
  const section = tree.find((each) => each.id === id)
  if (!section) throw missing()
  if (version !== undefined && version !== section.version) throw conflict()
  return section
}

/** Refuses an address that is badly written, kept by the house, or already somebody's. */
export async function refuseTaken(
  work: Desk,
  place: { readonly parent: number | null; readonly slug: string },
  but: { readonly section?: number; readonly page?: number } = {},
): Promise<void> {
  const { parent, slug } = place
  if (!isSlug(slug)) throw wrong('slug', (words) => words.badSlug)
  if (parent === null && reserved.has(slug)) throw wrong('slug', (words) => words.reservedSlug(slug))
  const section = await work.read
    .selectFrom('portal.section')
    .select('id')
    .where('parent_id', parent === null ? 'is' : '=', parent)
    .where('slug', '=', slug)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  const page = await work.read
    .selectFrom('portal.page')
    .select('id')
    .where('section_id', parent === null ? 'is' : '=', parent)
    .where('slug', '=', slug)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  const taken = (section && section.id !== but.section) || (page && page.id !== but.page)
  if (taken) throw wrong('slug', (words) => words.takenSlug(slug))
}

export const wrong = (field: string, pick: Parameters<typeof say>[0]) =>
  new Refusal(
    'invalid',
    say((words) => words.cannot),
    [{ field, said: say(pick) }],
  )

/** What moved leaves a sign at its old address; a sign that stood where something now lives is taken down. */
export async function leaveSigns(work: Desk, moved: readonly Wanted[]): Promise<void> {
  const real = moved.filter(({ from, to }) => from !== to)
  if (real.length === 0) return
  await endRedirects(
    work,
    real.flatMap(({ to }) => (to === null ? [] : [to])),
  )
  await standRedirects(work, real, 'moved')
}

export async function endRedirects(work: Desk, paths: readonly string[]): Promise<void> {
  for (const some of inBatches(paths)) {
    await work.db
      .updateTable('portal.redirect')
      .set({ ended_at: work.now, ended_by: work.actor.id })
      .where('old_path', 'in', some)
      .where('ended_at', 'is', null)
      .execute()
  }
}

/** Adds redirects so that each leads straight to its end; a circle is refused. */
export async function standRedirects(work: Desk, wanted: readonly Wanted[], kind: RedirectKind): Promise<number> {
  const { change, loop } = collapse(await standingAround(work, wanted), wanted)
  if (loop) throw wrong(`rows.${wanted.indexOf(loop)}`, (words) => words.redirectLoop(loop.from))
  await endRedirects(work, [...change.keys()])
  const rows = [...change].map(([old_path, target_path]) => ({
    ...{ old_path, target_path, kind, created_at: work.now, created_by: work.actor.id },
    ...{ ended_at: null, ended_by: null },
  }))
  for (const some of inBatches(rows)) await work.db.insertInto('portal.redirect').values(some).execute()
  work.announce(redirectsAdded, { count: rows.length, kind, digest: digestOf(change) })
  return rows.length
}

/** The standing redirects that these touch: one step is enough, because what stands is already collapsed. */
async function standingAround(work: Desk, wanted: readonly Wanted[]): Promise<Map<string, string | null>> {
  const found = new Map<string, string | null>()
  for (const some of inBatches(wanted)) {
    const from = some.map((line) => line.from)
    const either = [...from, ...some.flatMap(({ to }) => (to === null ? [] : [to]))]
    const rows = await work.read
      .selectFrom('portal.redirect')
      .select(['old_path', 'target_path'])
      .where('ended_at', 'is', null)
      .where(({ or, eb }) => or([eb('old_path', 'in', either), eb('target_path', 'in', from)]))
      .execute()
    for (const { old_path, target_path } of rows) found.set(old_path, target_path)
  }
  return found
}

const digestOf = (change: ReadonlyMap<string, string | null>): string =>
  createHash('sha256')
    .update(
      [...change]
        .map(([from, to]) => `${from} ${to ?? ''}\n`)
        .sort()
        .join(''),
    )
    .digest('hex')

const batch = 1000
const inBatches = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: Math.ceil(items.length / batch) }, (_, at) => items.slice(at * batch, (at + 1) * batch))
