import { z } from 'zod'
import type { Command } from '#kernel/command'
import { choice, text } from '#kernel/fields'
import { timeUnits } from '#kernel/pure/clock'
import { missing } from '#kernel/refusals'
import { limitSet } from '../events.ts'
import { priorities } from '../rules/clocks.ts'
import { countings, faultOf, limited, limitKeys, rounds } from '../rules/limits.ts'
import type { PublicationsTables } from '../tables.ts'
import { invalidField } from './desk.ts'

/** A year of working minutes, of days or of hours is a mistake of the hand. */
const quantity = z.coerce.number('number').min(0).max(200_000)
const input = z.object({
  clock: choice(limited),
  round: choice(rounds).default('first'),
  priority: choice(priorities),
  amount: quantity,
  unit: choice(timeUnits),
  counted: choice(countings).default('from-start'),
  remindBefore: quantity.default(0),
  source: text(500, 5),
})

export const setLimit: Command<PublicationsTables, z.infer<typeof input>, void> = {
  name: 'publications.set-limit',
  summary: 'Set how long a service clock may run, with the norm that says so. Terms that already run keep theirs.',
  grant: 'directory.manage',
  input,
  async run(work, { clock, round, priority, amount, unit, counted, remindBefore, source }) {
    const exists = limitKeys.some((key) => key.clock === clock && key.round === round && key.priority === priority)
    if (!exists) throw missing()
    const fault = faultOf({ amount, unit, counted, remindBefore, source })
    if (fault) throw invalidField(fault.field, ({ limitFaults }) => limitFaults[fault.code])
    await work.db
      .insertInto('publications.service_limit')
      .values({
        ...{ clock, round, priority, amount, unit, counted, remind_before: remindBefore, source },
        ...{ set_by: work.actor.id, set_at: work.now },
      })
      .execute()
    work.announce(limitSet, { clock, round, priority, amount, unit, counted, remindBefore, source })
  },
}
