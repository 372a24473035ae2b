import { z } from 'zod'
import type { Command } from '#kernel/command'
import { choice, id, optional, several, text, version, whole } from '#kernel/fields'
import { slug as slugged } from '#kernel/pure/text'
import { Refusal } from '#kernel/refusal'
import { sectionClosed, sectionDescribed, sectionMoved, sectionOpened } from '../events.ts'
import { livePages } from '../queries/pages.ts'
import { sectionsIn } from '../queries/sections.ts'
import { reordered } from '../rules/order.ts'
import { branchOf, objectionToMove, type Section } from '../rules/tree.ts'
import type { PortalTables } from '../tables.ts'
import { say } from '../words.ts'
import {
  type Desk,
  endRedirects,
  leaveSigns,
  refuseTaken,
  sectionIn,
  standRedirects,
  takeTree,
  wrong,
} from './structure.ts'

/** `pdf csv, xlsx` as people write it. */
const extensions = z.preprocess(
  (raw) =>
    typeof raw === 'string'
      ? raw
          .toLowerCase()
          .split(/[\s,;]+/)
          .map((each) => each.replace(/^\./, ''))
          .filter(Boolean)
      : raw,
  several(z.string().regex(/^[a-z0-9]{1,10}$/), 60),
)
const description = {
  titleEs: text(120),
  titleEn: optional(text(120)),
  summaryEs: optional(text(300)),
  summaryEn: optional(text(300)),
  portal: choice(['internet', 'intranet', 'both']),
  extensions,
  largestMegabytes: optional(whole(1, 100_000)),
}
const opening = z.object({ ...description, parent: optional(id), slug: optional(text(80)) })
const describing = z.object({ ...description, section: id, version })

type Tables = PortalTables
type Described = Omit<z.infer<typeof describing>, 'section' | 'version'>
type Answer = { readonly section: number; readonly path: string }

export const openSection: Command<Tables, z.infer<typeof opening>, Answer> = {
  name: 'portal.open-section',
  summary: 'Open a section of the portal.',
  grant: 'portal.compose',
  input: opening,
  async run(work, input) {
    const tree = await takeTree(work)
    const parent = input.parent ?? null
    const slug = input.slug ?? slugged(input.titleEs, 80)
    await refuseTaken(work, { parent, slug })
    refuseMove(tree, 0, parent)
    const siblings = tree.filter(({ parentId }) => parentId === parent)
    const { id: section } = await work.db
      .insertInto('portal.section')
      .values({
        ...columnsOf(input),
        ...{ parent_id: parent, slug, opened_at: work.now, opened_by: work.actor.id, closed_at: null, closed_by: null },
        position: Math.max(0, ...siblings.map(({ position }) => position)) + 1,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const { path } = sectionIn(await sectionsIn(work.read), section)
    await endRedirects(work, [path])
    work.announce(sectionOpened, { section, path })
    return { section, path }
  },
}

export const describeSection: Command<Tables, z.infer<typeof describing>, Answer> = {
  name: 'portal.describe-section',
  summary: 'Change what a section is called, whom it is for and which files it takes.',
  grant: 'portal.compose',
  input: describing,
  async run(work, input) {
    const section = sectionIn(await takeTree(work), input.section, input.version)
    await change(work, section, columnsOf(input))
    work.announce(sectionDescribed, { section: section.id, path: section.path })
    return { section: section.id, path: section.path }
  },
}

const moving = z.object({ section: id, version: optional(version), parent: optional(id), slug: optional(text(80)) })

export const moveSection: Command<Tables, z.infer<typeof moving>, Answer> = {
  name: 'portal.move-section',
  summary: 'Hang a section elsewhere or change its address; the old addresses lead to the new ones.',
  grant: 'portal.compose',
  input: moving,
  async run(work, input) {
    const tree = await takeTree(work)
    const section = sectionIn(tree, input.section, input.version)
    const parent = input.parent ?? null
    const slug = input.slug ?? section.slug
    refuseMove(tree, section.id, parent)
    await refuseTaken(work, { parent, slug }, { section: section.id })
    const before = await addressesBelow(work, tree, section)
    await change(work, section, { parent_id: parent, slug })
    const after = await sectionsIn(work.read)
    const { path } = sectionIn(after, section.id)
    const moved = before.map((from) => ({ from, to: path + from.slice(section.path.length) }))
    await leaveSigns(work, moved)
    work.announce(sectionMoved, { section: section.id, from: section.path, path, below: moved.length - 1 })
    return { section: section.id, path }
  },
}

const ordering = z.object({ section: several(id, 500, 1), move: optional(text(30)) })

export const orderSections: Command<Tables, z.infer<typeof ordering>> = {
  name: 'portal.order-sections',
  summary: 'Put the sections that hang from one parent in order.',
  grant: 'portal.compose',
  input: ordering,
  async run(work, input) {
    const tree = await takeTree(work)
    const sections = input.section.map((each) => sectionIn(tree, each))
    if (new Set(sections.map(({ parentId }) => parentId)).size > 1) throw wrong('section', (words) => words.notSiblings)
    for (const [at, each] of reordered(input.section, input.move).entries()) {
      await work.db
        .updateTable('portal.section')
        .set({ position: at + 1 })
        .where('id', '=', each)
        .execute()
    }
    const [first] = sections as [Section]
    work.announce(sectionDescribed, { section: first.id, path: first.path })
  },
}

const closing = z.object({ section: id, version: optional(version), target: optional(id) })

export const closeSection: Command<Tables, z.infer<typeof closing>> = {
  name: 'portal.close-section',
  summary: 'Close an empty section; its address leads to another section, or says that it is gone.',
  grant: 'portal.compose',
  input: closing,
  async run(work, input) {
    const tree = await takeTree(work)
    const section = sectionIn(tree, input.section, input.version)
    const target = input.target === undefined ? null : sectionIn(tree, input.target).path
    const inside = (await addressesBelow(work, tree, section)).length - 1
    if (inside > 0) {
      const said = say((words) => words.sectionNotEmpty(inside))
      throw new Refusal('conflict', said, [{ said }])
    }
    await change(work, section, { closed_at: work.now, closed_by: work.actor.id })
    await standRedirects(work, [{ from: section.path, to: target }], 'moved')
    work.announce(sectionClosed, { section: section.id, path: section.path })
  },
}

function refuseMove(tree: readonly Section[], section: number, parent: number | null): void {
  const objection = objectionToMove(tree, section, parent)
  if (objection) throw wrong('parent', (words) => words.moveObjection[objection])
}

/** Its own address and those of everything that readers reach through it. */
async function addressesBelow(work: Desk, tree: readonly Section[], section: Section): Promise<string[]> {
  const branch = branchOf(tree, section.id)
  const inside = new Set(branch.map(({ id: each }) => each))
  const pages = (await livePages(work)).filter(({ sectionId }) => sectionId !== null && inside.has(sectionId))
  return [...branch, ...pages].map(({ path }) => path)
}

const change = (work: Desk, { id: section, version: seen }: Section, columns: object) =>
  work.db
    .updateTable('portal.section')
    .set({ ...columns, version: seen + 1 })
    .where('id', '=', section)
    .execute()

const columnsOf = (input: Described) => ({
  title_es: input.titleEs,
  title_en: input.titleEn ?? null,
  summary_es: input.summaryEs ?? '',
  summary_en: input.summaryEn ?? '',
  portal: input.portal,
  extensions: input.extensions.length > 0 ? input.extensions : null,
  largest_bytes: input.largestMegabytes === undefined ? null : input.largestMegabytes * 1_000_000,
})
