import { z } from 'zod'
import type { Command } from '#kernel/command'
import { choice, text } from '#kernel/fields'
import { ruleSet } from '../events.ts'
import { ruleNames } from '../queries/rules.ts'
import type { PublicationsTables } from '../tables.ts'

const input = z.object({ name: choice(ruleNames), value: choice(['yes', 'no']), source: text(500, 5) })

export const setRule: Command<PublicationsTables, z.infer<typeof input>, void> = {
  name: 'publications.set-rule',
  summary: "Set one of the institution's own rules of publication, with the norm that it comes from.",
  grant: 'directory.manage',
  input,
  async run(work, { name, value, source }) {
    await work.db
      .insertInto('publications.rule')
      .values({ name, value, source, set_by: work.actor.id, set_at: work.now })
      .execute()
    work.announce(ruleSet, { name, value })
  },
}
