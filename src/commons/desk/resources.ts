import { z } from 'zod'
import { id, optional, text } from '#kernel/fields'
import type { Entry } from '#kernel/ledger'
import { proofOf } from '#kernel/ledger-proof'
import { findEntry, listEntries } from '#kernel/ledger-reading'
import { resource } from '#kernel/module'
import { cut, paged, pageOf } from '#kernel/paging'
import { missing } from '#kernel/refusals'
import { tasksFor } from './telling.ts'

const said = z.object({ es: z.string(), en: z.string() })

export const tasks = resource('/tasks', {
  name: 'desk.list-tasks',
  summary: 'What waits for whoever asks, the most urgent first.',
  grant: 'identity.own',
  input: z.object({}),
  output: z.object({
    items: z.array(z.object({ said, why: said, href: z.string(), due: z.string().nullable() })),
  }),
  async read(app, _, actor) {
    const waiting = await tasksFor(app, actor, app.clock())
    return {
      items: waiting.map(({ said, why, href, due }) => ({ said, why, href, due: due?.toISOString() ?? null })),
    }
  },
})

const entryShape = z.object({
  ...{ id: z.number(), at: z.string(), actor: z.string(), through: z.string().nullable(), command: z.string() },
  ...{ position: z.number().nullable(), cause: z.number().nullable() },
  events: z.array(z.object({ name: z.string(), data: z.record(z.string(), z.unknown()) })),
})
const shapeOf = ({ id, at, actor, through, command, position, cause, events }: Entry): z.infer<typeof entryShape> => ({
  ...{ id, at, actor, through: through ?? null, command, position, cause: cause ?? null },
  events: events.map(([name, data]) => ({ name, data })),
})

export const entries = resource('/ledger/entries', {
  name: 'desk.list-entries',
  summary: 'Entries of the ledger, newest first.',
  grant: 'ledger.read',
  input: z.object({ module: optional(text(40)), ...paged }),
  output: pageOf(entryShape),
  async read(app, { module, after, limit }) {
    const found = await listEntries(app.db, { module, before: after, limit: limit + 1 })
    return cut(found, limit, shapeOf, ({ id }) => id)
  },
})

export const entry = resource('/ledger/entries/:entry', {
  name: 'desk.get-entry',
  summary: 'One entry with its leaf: the canonical JSON whose hash stands in the tree.',
  grant: 'ledger.read',
  input: z.object({ entry: id }),
  output: entryShape.extend({ leaf: z.string() }),
  async read(app, { entry: asked }) {
    const found = await findEntry(app.db, asked)
    if (!found) throw missing()
    return { ...shapeOf(found.entry), leaf: found.leaf }
  },
})

export const proof = resource('/ledger/entries/:entry/proof', {
  name: 'desk.get-proof',
  summary: 'What proves an entry to anyone: its leaf, its path in the tree (RFC 6962) and the signed root.',
  grant: 'ledger.read',
  input: z.object({ entry: id }),
  output: z.object({
    ...{ leaf: z.string(), position: z.number(), path: z.array(z.string()), checkpoint: z.string() },
  }),
  async read(app, { entry: asked }) {
    const found = await proofOf(app.db, asked)
    if (!found) throw missing()
    return found
  },
})
