import { z } from 'zod'
import type { Command } from '#kernel/command'
import { id, optional, text, version } from '#kernel/fields'
import { slug as slugged } from '#kernel/pure/text'
import { Refusal } from '#kernel/refusal'
import { conflict, missing } from '#kernel/refusals'
import { pagePublished, pageWithdrawn, pageWritten } from '../events.ts'
import { samePersonRule } from '../queries/home.ts'
import { findVersion } from '../queries/pages.ts'
import { signaturesFor } from '../rules/publishing.ts'
import { imagesOf } from '../rules/rich-text.ts'
import type { Section } from '../rules/tree.ts'
import type { PortalTables } from '../tables.ts'
import { say } from '../words.ts'
import { type Content, contentOf, hashOf } from './content.ts'
import { type Desk, endRedirects, leaveSigns, refuseTaken, sectionIn, standRedirects, takeTree } from './structure.ts'

const longestBody = 200_000
const writing = z.object({
  page: optional(id),
  version: optional(version),
  section: optional(id),
  slug: optional(text(80)),
  titleEs: text(160),
  bodyEs: text(longestBody),
  titleEn: optional(text(160)),
  bodyEn: optional(text(longestBody)),
})
type Writing = z.infer<typeof writing>
interface Written {
  readonly page: number
  readonly number: number
}
export const writePage: Command<PortalTables, Writing, Written> = {
  name: 'portal.write-page',
  summary: 'Write a new version of a page, or a new page; readers see it once it is published.',
  grant: 'portal.compose',
  input: writing,
  personal: { fields: ['titleEs', 'bodyEs', 'titleEn', 'bodyEn'], subject: (_, { page }) => `portal.page-${page}` },
  async run(work, input) {
    const tree = await takeTree(work)
    if (input.section !== undefined) sectionIn(tree, input.section)
    const place = { parent: input.section ?? null, slug: input.slug ?? slugged(input.titleEs, 80) }
    await refuseTaken(work, place, input.page === undefined ? {} : { page: input.page })
    const content = await contentOf(work, input)
    const page = input.page ?? (await openPage(work, place))
    const { number } = await addVersion(work, { page, seen: input.version, place, content, restores: null })
    return { page, number }
  },
}

const naming = z.object({ page: id, number: z.coerce.number().int().positive() })

export const publishPage: Command<PortalTables, z.infer<typeof naming>, { path: string }> = {
  name: 'portal.publish-page',
  summary: 'Publish a version of a page that another person wrote.',
  grant: 'portal.publish',
  input: naming,
  async run(work, { page: id, number }) {
    const tree = await takeTree(work)
    const page = await takePage(work, id)
    const draft = await findVersion(work.read, id, number)
    if (!draft) throw missing()
    if (draft.published_at) throw conflict((words) => words.stale)
    const signatures = signaturesFor(draft.author, work.actor.id, await samePersonRule(work.read))
    if (!signatures.may)
      throw new Refusal(
        'unlawful',
        say((words) => words.fourEyes),
      )
    await refuseTaken(work, { parent: draft.section_id, slug: draft.slug }, { page: id })

    const before = await supersede(work, tree, id)
    await work.db
      .updateTable('portal.page_version')
      .set({ published_at: work.now, published_by: work.actor.id })
      .set({ same_person: signatures.samePerson, rule_source: signatures.source })
      .where('id', '=', draft.id)
      .execute()
    await work.db
      .updateTable('portal.page')
      .set({ section_id: draft.section_id, slug: draft.slug, withdrawn_at: null, withdrawn_by: null })
      .set({ version: page.version + 1 })
      .where('id', '=', id)
      .execute()
    const path = pathOf(tree, draft)
    await endRedirects(work, [path])
    if (before && !page.withdrawn_at) await leaveSigns(work, [{ from: before, to: path }])
    const { samePerson, source } = signatures
    work.announce(pagePublished, { page: id, number, hash: draft.hash, path, samePerson, ruleSource: source })
    return { path }
  },
}

const withdrawing = z.object({ page: id, target: optional(text(1000)) })

export const withdrawPage: Command<PortalTables, z.infer<typeof withdrawing>> = {
  name: 'portal.withdraw-page',
  summary: 'Take a page from readers; its address leads elsewhere, or says that it is gone.',
  grant: 'portal.publish',
  input: withdrawing,
  async run(work, { page: id, target }) {
    const tree = await takeTree(work)
    const page = await takePage(work, id)
    if (page.withdrawn_at) throw conflict()
    const standing = await standingVersion(work, id)
    await work.db
      .updateTable('portal.page')
      .set({ withdrawn_at: work.now, withdrawn_by: work.actor.id, version: page.version + 1 })
      .where('id', '=', id)
      .execute()
    const path = pathOf(tree, standing ?? page)
    if (standing) await standRedirects(work, [{ from: path, to: target ?? null }], 'moved')
    work.announce(pageWithdrawn, { page: id, number: standing?.number ?? 0, path })
  },
}

export const restoreVersion: Command<PortalTables, z.infer<typeof naming>, Written> = {
  name: 'portal.restore-version',
  summary: 'Write an earlier version of a page again, as a new one to be published.',
  grant: 'portal.compose',
  input: naming,
  async run(work, { page: id, number }) {
    const page = await takePage(work, id)
    const earlier = await findVersion(work.read, id, number)
    if (!earlier) throw missing()
    const place = { parent: page.section_id, slug: page.slug }
    const { title_es: titleEs, body_es: bodyEs, title_en: titleEn, body_en: bodyEn } = earlier
    const content = { titleEs, bodyEs, titleEn, bodyEn }
    return addVersion(work, { page: id, seen: undefined, place, content, restores: number })
  },
}

async function openPage(work: Desk, place: Place): Promise<number> {
  const { id: page } = await work.db
    .insertInto('portal.page')
    .values({ section_id: place.parent, slug: place.slug, opened_at: work.now, opened_by: work.actor.id })
    .returning('id')
    .executeTakeFirstOrThrow()
  return page
}

interface Place {
  readonly parent: number | null
  readonly slug: string
}
interface Adding {
  readonly page: number
  readonly seen: number | undefined
  readonly place: Place
  readonly content: Content
  readonly restores: number | null
}

async function addVersion(work: Desk, { page: id, seen, place, content, restores }: Adding): Promise<Written> {
  const page = await takePage(work, id)
  if (seen !== undefined && seen !== page.version) throw conflict()
  const last = await work.read
    .selectFrom('portal.page_version')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('page_id', '=', id)
    .executeTakeFirst()
  const number = (last?.number ?? 0) + 1
  const hash = hashOf(content)
  await work.db
    .insertInto('portal.page_version')
    .values({
      ...{ page_id: id, number, section_id: place.parent, slug: place.slug, hash, restores },
      ...{ title_es: content.titleEs, body_es: content.bodyEs, title_en: content.titleEn, body_en: content.bodyEn },
      images: imagesOf(content.bodyEs + (content.bodyEn ?? '')),
      ...{ author: work.actor.id, written_at: work.now, published_at: null, published_by: null, superseded_at: null },
    })
    .execute()
  await work.db
    .updateTable('portal.page')
    .set({ version: page.version + 1 })
    .where('id', '=', id)
    .execute()
  work.announce(pageWritten, { page: id, number, hash, ...(restores === null ? {} : { restores }) })
  return { page: id, number }
}

async function takePage(work: Desk, page: number) {
  const row = await work.db.selectFrom('portal.page').selectAll().where('id', '=', page).forUpdate().executeTakeFirst()
  if (!row) throw missing()
  return row
}

const standingVersion = (work: Desk, page: number) =>
  work.read
    .selectFrom('portal.page_version')
    .select(['id', 'number', 'section_id', 'slug'])
    .where('page_id', '=', page)
    .where('published_at', 'is not', null)
    .where('superseded_at', 'is', null)
    .executeTakeFirst()

/** Ends the version that readers saw; answers the address it had. */
async function supersede(work: Desk, tree: readonly Section[], page: number): Promise<string | undefined> {
  const standing = await standingVersion(work, page)
  if (!standing) return undefined
  await work.db
    .updateTable('portal.page_version')
    .set({ superseded_at: work.now })
    .where('id', '=', standing.id)
    .execute()
  return pathOf(tree, standing)
}

const pathOf = (tree: readonly Section[], { section_id, slug }: { section_id: number | null; slug: string }): string =>
  `${section_id === null ? '' : sectionIn(tree, section_id).path}/${slug}`
