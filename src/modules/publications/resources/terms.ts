import { z } from 'zod'
import { resource } from '#kernel/module'
import { timeUnits } from '#kernel/pure/clock'
import { freezeWindows } from '../queries/freezing.ts'
import { limitsSet } from '../queries/limits.ts'
import { priorities } from '../rules/clocks.ts'
import { countings, limitAt, limited, limitKeys, rounds } from '../rules/limits.ts'
import type { PublicationsTables } from '../tables.ts'

const limitShape = z.object({
  clock: z.enum(limited),
  round: z.enum(rounds),
  priority: z.enum(priorities),
  amount: z.number(),
  unit: z.enum(timeUnits),
  counted: z.enum(countings),
  remindBefore: z.number(),
  source: z.string().describe('The norm that sets it; empty while it is the initial value of the product'),
})

export const serviceLimits = resource('/service-limits', {
  name: 'publications.list-limits',
  summary: 'How long each service clock may run, by priority and round, each with its source.',
  grant: 'publications.read',
  input: z.object({}),
  output: z.object({ items: z.array(limitShape) }),
  async read(app) {
    const set = await limitsSet(app.tables<PublicationsTables>())
    const now = app.clock()
    const items = limitKeys.map((key) => {
      const { amount, unit, counted, remindBefore, source } = limitAt(set, key, now)
      return { ...key, amount, unit, counted, remindBefore, source }
    })
    return { items }
  },
})

const windowShape = z.object({
  id: z.number(),
  from: z.string(),
  until: z.string(),
  portal: z.string().nullable(),
  section: z.number().nullable(),
  basis: z.string(),
  exceptions: z.array(z.string()),
  liftedAt: z.string().nullable(),
})

export const restrictions = resource('/freeze-windows', {
  name: 'publications.list-freeze-windows',
  summary: 'Windows in which nothing goes live, with their basis and exceptions, newest first.',
  grant: 'publications.read',
  input: z.object({}),
  output: z.object({ items: z.array(windowShape) }),
  async read(reader) {
    const rows = await freezeWindows(reader.tables<PublicationsTables>())
    const items = rows.map(({ id, from_at, until_at, portal, section_id, basis, exceptions, lifted_at }) => ({
      ...{ id, from: from_at.toISOString(), until: until_at.toISOString(), portal, section: section_id },
      ...{ basis, exceptions, liftedAt: lifted_at?.toISOString() ?? null },
    }))
    return { items }
  },
})
