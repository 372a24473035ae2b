import { z } from 'zod'
import type { Command } from '#kernel/command'
import { choice, flag, id, instant, optional, several, sha256, text } from '#kernel/fields'
import { conflict, missing } from '#kernel/refusals'
import {
  featureRetired,
  featureStarted,
  featuresOrdered,
  homeComposed,
  noticeAnnounced,
  noticeRetired,
  ruleSet,
} from '../events.ts'
import { findImage, standingFeatures } from '../queries/home.ts'
import { isLink } from '../rules/addresses.ts'
import { shortcutsOf } from '../rules/home.ts'
import { reordered } from '../rules/order.ts'
import { longestAlternative } from '../rules/rich-text.ts'
import type { PortalTables } from '../tables.ts'
import { type Desk, wrong } from './structure.ts'

const link = text(1000)
const featuring = z.object({
  titleEs: text(120),
  titleEn: optional(text(120)),
  textEs: optional(text(300)),
  textEn: optional(text(300)),
  href: link,
  image: optional(sha256),
  altEs: optional(text(longestAlternative)),
  altEn: optional(text(longestAlternative)),
  decorative: flag,
})

export const startFeature: Command<PortalTables, z.infer<typeof featuring>, { feature: number }> = {
  name: 'portal.start-feature',
  summary: 'Show something on the home page.',
  grant: 'portal.publish',
  input: featuring,
  async run(work, input) {
    refuseBadLink('href', input.href)
    if (input.image && !(await findImage(work.read, input.image))) throw wrong('image', (words) => words.noSuchImage)
    if (input.image && !input.decorative && !input.altEs) throw wrong('altEs', (words) => words.altMissing)
    const standing = await standingFeatures(work.read)
    const { id: feature } = await work.db
      .insertInto('portal.feature')
      .values({
        ...{ title_es: input.titleEs, title_en: input.titleEn ?? null, href: input.href, image: input.image ?? null },
        ...{ text_es: input.textEs ?? '', text_en: input.textEn ?? '', decorative: input.decorative },
        ...{ alt_es: input.altEs ?? '', alt_en: input.altEn ?? '' },
        position: Math.max(0, ...standing.map(({ position }) => position)) + 1,
        ...{ started_at: work.now, started_by: work.actor.id, ended_at: null, ended_by: null },
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    work.announce(featureStarted, { feature })
    return { feature }
  },
}

const retiringFeature = z.object({ feature: id })

export const retireFeature: Command<PortalTables, z.infer<typeof retiringFeature>> = {
  name: 'portal.retire-feature',
  summary: 'Take something off the home page.',
  grant: 'portal.publish',
  input: retiringFeature,
  async run(work, { feature }) {
    const { numUpdatedRows } = await work.db
      .updateTable('portal.feature')
      .set({ ended_at: work.now, ended_by: work.actor.id })
      .where('id', '=', feature)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    if (Number(numUpdatedRows) === 0) throw missing()
    work.announce(featureRetired, { feature })
  },
}

const orderingFeatures = z.object({ feature: several(id, 50, 1), move: optional(text(30)) })

export const orderFeatures: Command<PortalTables, z.infer<typeof orderingFeatures>> = {
  name: 'portal.order-features',
  summary: 'Put what the home page shows in order.',
  grant: 'portal.publish',
  input: orderingFeatures,
  async run(work, { feature, move }) {
    const standing = await standingFeatures(work.read)
    const same = standing.length === feature.length && standing.every(({ id: each }) => feature.includes(each))
    if (!same) throw conflict()
    const features = reordered(feature, move)
    for (const [at, each] of features.entries()) {
      await work.db
        .updateTable('portal.feature')
        .set({ position: at + 1 })
        .where('id', '=', each)
        .execute()
    }
    work.announce(featuresOrdered, { features })
  },
}

const announcing = z.object({
  kind: choice(['informative', 'interruption', 'emergency']),
  textEs: text(300),
  textEn: optional(text(300)),
  href: optional(link),
  fromAt: optional(instant),
  untilAt: instant,
})

export const announceNotice: Command<PortalTables, z.infer<typeof announcing>, { notice: number }> = {
  name: 'portal.announce-notice',
  summary: 'Put a notice above the portal for a time.',
  grant: 'portal.publish',
  input: announcing,
  async run(work, input) {
    if (input.href) refuseBadLink('href', input.href)
    const [from, until] = [input.fromAt ? new Date(input.fromAt) : work.now, new Date(input.untilAt)]
    if (until <= from || until <= work.now) throw wrong('untilAt', (words) => words.noticeEndsBefore)
    const { id: notice } = await work.db
      .insertInto('portal.notice')
      .values({
        ...{ kind: input.kind, text_es: input.textEs, text_en: input.textEn ?? '', href: input.href ?? '' },
        ...{ from_at: from, until_at: until, announced_at: work.now, announced_by: work.actor.id },
        ...{ retired_at: null, retired_by: null },
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    work.announce(noticeAnnounced, { notice, kind: input.kind })
    return { notice }
  },
}

const retiringNotice = z.object({ notice: id })

export const retireNotice: Command<PortalTables, z.infer<typeof retiringNotice>> = {
  name: 'portal.retire-notice',
  summary: 'Take a notice down before its time.',
  grant: 'portal.publish',
  input: retiringNotice,
  async run(work, { notice }) {
    const { numUpdatedRows } = await work.db
      .updateTable('portal.notice')
      .set({ retired_at: work.now, retired_by: work.actor.id })
      .where('id', '=', notice)
      .where('retired_at', 'is', null)
      .executeTakeFirst()
    if (Number(numUpdatedRows) === 0) throw missing()
    work.announce(noticeRetired, { notice })
  },
}

const composing = z.object({
  leadEs: text(120),
  leadEn: optional(text(120)),
  searchesEs: optional(text(1000)),
  searchesEn: optional(text(1000)),
  colophonEs: optional(text(160)),
  colophonEn: optional(text(160)),
  securityContact: optional(text(300)),
})

export const composeHome: Command<PortalTables, z.infer<typeof composing>> = {
  name: 'portal.compose-home',
  summary: 'Write the home page: its sentence, what is searched most, who publishes.',
  grant: 'portal.publish',
  input: composing,
  async run(work, input) {
    const searches = {
      searchesEs: shortcutsOf(input.searchesEs ?? ''),
      searchesEn: shortcutsOf(input.searchesEn ?? ''),
    }
    for (const [field, shortcuts] of Object.entries(searches)) {
      for (const { href } of shortcuts) refuseBadLink(field, href)
    }
    const contact = input.securityContact ?? ''
    if (contact && !/^(?:mailto:|https:\/\/)\S+$/.test(contact))
      throw wrong('securityContact', (words) => words.badContact)
    const written = { leadEn: '', colophonEs: '', colophonEn: '', ...input, ...searches, securityContact: contact }
    await set(work, 'home', written)
    work.announce(homeComposed, {})
  },
}

const ruling = z.object({ allowed: flag, source: optional(text(300)) })

export const setRule: Command<PortalTables, z.infer<typeof ruling>> = {
  name: 'portal.set-rule',
  summary: "Record the institution's written rule on publishing one's own text.",
  grant: 'portal.rule',
  input: ruling,
  async run(work, { allowed, source = '' }) {
    if (allowed && !source) throw wrong('source', (words) => words.ruleWithoutSource)
    await set(work, 'same-person-may-publish', allowed, source)
    work.announce(ruleSet, { rule: 'same-person-may-publish', allowed, source })
  },
}

function refuseBadLink(field: string, href: string): void {
  if (!isLink(href)) throw wrong(field, (words) => words.badLink)
}

async function set(work: Desk, name: string, value: unknown, source = ''): Promise<void> {
  const row = { value: JSON.stringify(value), source, set_at: work.now, set_by: work.actor.id }
  await work.db
    .insertInto('portal.setting')
    .values({ name, ...row })
    .onConflict((clash) => clash.column('name').doUpdateSet(row))
    .execute()
}
