import { z } from 'zod'
import { findSection } from '#commons/portal'
import type { Command } from '#kernel/command'
import { choice, id, instant, optional, several, text } from '#kernel/fields'
import { missing } from '#kernel/refusals'
import { freezeWindowLifted, freezeWindowSet } from '../events.ts'
import { findFreezeWindow } from '../queries/freezing.ts'
import type { PublicationsTables } from '../tables.ts'
import { invalidField } from './desk.ts'

const grant = 'publications.freeze'
export const groundKinds = ['transparency-obligation', 'resolution', 'dissemination', 'other'] as const

const input = z.object({
  from: instant,
  until: instant,
  portal: optional(choice(['internet', 'intranet'])),
  section: optional(id),
  basis: text(500, 5),
  exceptions: several(choice(groundKinds), groundKinds.length),
})

export const setFreezeWindow: Command<PublicationsTables, z.infer<typeof input>, { window: number }> = {
  name: 'publications.set-freeze-window',
  summary: 'Forbid publishing from one instant until another, in a portal or section, with its basis and exceptions.',
  grant,
  input,
  async run(work, { from, until, portal, section, basis, exceptions }) {
    if (new Date(until) <= new Date(from)) throw invalidField('until', ({ freezing }) => freezing.endsBeforeItBegins)
    if (new Date(until) <= work.now) throw invalidField('until', ({ freezing }) => freezing.alreadyOver)
    if (section && !(await findSection(work, section))) throw invalidField('section', (words) => words.noSuchSection)
    const { id: window } = await work.db
      .insertInto('publications.freeze_window')
      .values({
        ...{ from_at: new Date(from), until_at: new Date(until), portal: portal ?? null, section_id: section ?? null },
        ...{ basis, exceptions: [...new Set(exceptions)], set_by: work.actor.id, set_at: work.now },
        ...{ lifted_by: null, lifted_at: null },
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    work.announce(freezeWindowSet, { window, from, until, basis })
    return { window }
  },
}

const lifting = z.object({ window: id, reason: text(500, 5) })

export const liftFreezeWindow: Command<PublicationsTables, z.infer<typeof lifting>, void> = {
  name: 'publications.lift-freeze-window',
  summary: 'Lift a window of restriction before its end, with the reason; the ledger keeps that it was.',
  grant,
  input: lifting,
  async run(work, { window, reason }) {
    const found = await findFreezeWindow(work.read, window)
    if (!found || found.lifted_at || found.until_at <= work.now) throw missing()
    await work.db
      .updateTable('publications.freeze_window')
      .set({ lifted_at: work.now, lifted_by: work.actor.id })
      .where('id', '=', window)
      .execute()
    work.announce(freezeWindowLifted, { window, reason })
  },
}
