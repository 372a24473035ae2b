import { z } from 'zod'
import type { Command } from '#kernel/command'
import { choice, id } from '#kernel/fields'
import { type Reason, Refusal } from '#kernel/refusal'
import { missing } from '#kernel/refusals'
import { redirectRemoved } from '../events.ts'
import { livePages } from '../queries/pages.ts'
import { sectionsIn } from '../queries/sections.ts'
import { normalPath, objectionTo, pathAlone, type Wanted, withoutHost } from '../rules/redirects.ts'
import type { PortalTables } from '../tables.ts'
import { say } from '../words.ts'
import { type Desk, standRedirects } from './structure.ts'

export const mostRedirectsAtOnce = 5_000
const longest = 2_000

const adding = z.object({
  kind: choice(['moved', 'imported', 'manual']),
  /** `to` null says that what stood there is gone. */
  rows: z
    .array(z.object({ from: z.string().max(longest), to: z.string().max(longest).nullable() }))
    .min(1)
    .max(mostRedirectsAtOnce),
})

export const addRedirects: Command<PortalTables, z.infer<typeof adding>, { added: number }> = {
  name: 'portal.add-redirects',
  summary: 'Lead old addresses to where their content is now, or say that it is gone.',
  grant: 'portal.compose',
  input: adding,
  // A batch may carry thousands of lines; the event keeps their digest.
  secret: ['rows'],
  async run(work, { kind, rows }) {
    const wanted = rows.map(normalised)
    const reasons = objections(wanted, await addressesIn(work))
    if (reasons.length > 0)
      throw new Refusal(
        'invalid',
        say((words) => words.cannot),
        reasons,
      )
    return { added: await standRedirects(work, wanted, kind) }
  },
}

const removing = z.object({ redirect: id })

export const removeRedirect: Command<PortalTables, z.infer<typeof removing>> = {
  name: 'portal.remove-redirect',
  summary: 'Take a redirect down.',
  grant: 'portal.compose',
  input: removing,
  async run(work, { redirect }) {
    const { numUpdatedRows } = await work.db
      .updateTable('portal.redirect')
      .set({ ended_at: work.now, ended_by: work.actor.id })
      .where('id', '=', redirect)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    if (Number(numUpdatedRows) === 0) throw missing()
    work.announce(redirectRemoved, { redirect })
  },
}

/** People paste whole addresses: of the old one the host does not matter. */
export const normalised = ({ from, to }: Wanted): Wanted => ({
  from: normalPath(withoutHost(from)),
  to: to === null ? null : normalPath(to),
})

/** Why each line cannot be: one reason per line, named by its place. */
export function objections(wanted: readonly Wanted[], living: ReadonlySet<string>): Reason[] {
  const seen = new Set<string>()
  return wanted.flatMap((line, at) => {
    const objection =
      objectionTo(line) ?? (seen.has(line.from) ? 'repeated' : living.has(pathAlone(line.from)) ? 'living' : undefined)
    seen.add(line.from)
    return objection
      ? [{ field: `rows.${at}`, said: say((words) => words.redirectObjection(objection, at + 1, line)) }]
      : []
  })
}

/** The addresses at which a page or a section stands now. */
export async function addressesIn(work: Pick<Desk, 'read' | 'tables'>): Promise<ReadonlySet<string>> {
  const [sections, pages] = [await sectionsIn(work.read), await livePages(work)]
  return new Set([...sections, ...pages].map(({ path }) => path))
}
