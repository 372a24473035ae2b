import { z } from 'zod'
import { holds } from '#kernel/actor'
import type { Command, Work } from '#kernel/command'
import { choice, id } from '#kernel/fields'
import { type Reason, Refusal } from '#kernel/refusal'
import { forbidden, invalid, missing } from '#kernel/refusals'
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
  run: async (work, { kind, rows }) => ({ added: await stand(work, kind, rows) }),
}

async function stand(work: Desk, kind: z.infer<typeof adding>['kind'], rows: readonly Wanted[]): Promise<number> {
  const wanted = rows.map(normalised)
  const reasons = objections(wanted, await addressesIn(work))
  if (reasons.length > 0)
    throw new Refusal(
      'invalid',
      say((words) => words.cannot),
      reasons,
    )
  return standRedirects(work, wanted, kind)
}

/**
 * For a command of another module that brings documents in: their old addresses lead to them in its own transaction
 * and entry, or nothing comes in. Whoever performs it needs the grant for redirects too.
 */
export async function leadOldAddresses(work: Work<never>, rows: readonly Wanted[]): Promise<void> {
  if (rows.length === 0) return
  if (!holds(work.actor, addRedirects.grant)) throw forbidden(addRedirects.grant)
  const raw = { kind: 'imported', rows }
  const parsed = adding.safeParse(raw)
  if (!parsed.success) throw invalid(parsed.error.issues, raw)
  await stand(work as never, 'imported', parsed.data.rows)
}

/** The same backwards: what leads to these addresses leads nowhere any more. */
export async function releaseAddresses(work: Work<never>, targets: readonly string[]): Promise<void> {
  const desk = work as unknown as Desk
  const ended = await desk.db
    .updateTable('portal.redirect')
    .set({ ended_at: work.now, ended_by: work.actor.id })
    .where('target_path', 'in', ['', ...targets])
    .where('kind', '=', 'imported')
    .where('ended_at', 'is', null)
    .returning('id')
    .execute()
  for (const { id } of ended) work.announce(redirectRemoved, { redirect: id })
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
