import { z } from 'zod'
import { holds } from '#kernel/actor'
import { optional, text, whole } from '#kernel/fields'
import { type Operation, resource } from '#kernel/module'
import { find } from './queries/finding.ts'

const search = resource('/search', {
  name: 'search.find',
  summary: 'Find what the caller may see: by words, accents and plurals aside, inside published files too.',
  grant: undefined,
  input: z.object({
    q: text(200),
    kind: optional(text(60)),
    limit: whole(1, 100).default(20),
    offset: whole(0, 1000).default(0),
  }),
  output: z.object({
    total: z.number(),
    alike: z.boolean().describe('Nothing was written so: a word was taken for the nearest one'),
    items: z.array(
      z.object({ kind: z.string(), title: z.string(), href: z.string(), at: z.string(), excerpt: z.string() }),
    ),
  }),
  async read(reader, { q, kind, limit, offset }, actor) {
    const looker = holds(actor, 'search.staff') ? actor : 'public'
    const { total, instead, items } = await find(reader, looker, { query: q, kind, limit, offset })
    return {
      ...{ total, alike: instead !== undefined },
      items: items.map(({ kind, title, href, at, excerpt }) => ({
        ...{ kind, title, href, at: at.toISOString() },
        // The marks stand around what was looked for; programs want the words alone.
        excerpt: excerpt.replaceAll('\u0002', '').replaceAll('\u0003', ''),
      })),
    }
  },
})

export const api: readonly Operation[] = [search]
