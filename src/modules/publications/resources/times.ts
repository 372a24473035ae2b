import { z } from 'zod'
import { resource } from '#kernel/module'
import { cut, paged, pageOf } from '#kernel/paging'
import { ruleNames, ruleOf } from '../queries/rules.ts'
import { serviceTimes } from '../queries/service-times.ts'
import type { PublicationsTables } from '../tables.ts'

export const times = resource('/service-times', {
  name: 'publications.list-service-times',
  summary:
    'Minutes that each clock took, by area and together (area null): median, ninetieth percentile, rounds per request.',
  grant: 'publications.read',
  input: z.object({}),
  output: z.object({
    items: z.array(
      z.object({
        ...{ clock: z.string(), area: z.number().nullable(), requests: z.number() },
        ...{ medianMinutes: z.number(), ninetiethMinutes: z.number(), rounds: z.number() },
      }),
    ),
  }),
  async read(app) {
    const found = await serviceTimes(app, app.clock())
    return {
      items: found.map(({ clock, area, requests, median, ninetieth, rounds }) => ({
        ...{ clock, area: area ?? null, requests, medianMinutes: median, ninetiethMinutes: ninetieth, rounds },
      })),
    }
  },
})

export const imports = resource('/imports', {
  name: 'publications.list-imports',
  summary: 'Batches of documents that were brought in, newest first, and which were undone.',
  grant: 'publications.import',
  input: z.object(paged),
  output: pageOf(
    z.object({
      ...{ id: z.number(), source: z.string(), documents: z.number(), at: z.string(), by: z.string() },
      undoneAt: z.string().nullable(),
    }),
  ),
  async read(app, { after, limit }) {
    const rows = await app
      .tables<PublicationsTables>()
      .selectFrom('publications.import_batch')
      .selectAll()
      .where('id', '<', after ?? Number.MAX_SAFE_INTEGER)
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute()
    const shape = ({ id, source, documents, at, by_actor, undone_at }: (typeof rows)[number]) => ({
      ...{ id, source, documents, at: at.toISOString(), by: by_actor, undoneAt: undone_at?.toISOString() ?? null },
    })
    return cut(rows, limit, shape, ({ id }) => id)
  },
})

export const rules = resource('/publication-rules', {
  name: 'publications.list-rules',
  summary: "The institution's own rules of publication, with the norm that each comes from.",
  grant: 'directory.manage',
  input: z.object({}),
  output: z.object({ items: z.array(z.object({ name: z.string(), value: z.string(), source: z.string() })) }),
  async read(app) {
    const db = app.tables<PublicationsTables>()
    const found = await Promise.all(ruleNames.map(async (name) => ({ name, ...(await ruleOf(db, name)) })))
    return { items: found.map(({ name, value, source }) => ({ name, value, source })) }
  },
})
