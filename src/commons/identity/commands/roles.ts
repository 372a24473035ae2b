import { z } from 'zod'
import { areaNames } from '#commons/directory'
import type { Command } from '#kernel/command'
import { day, id, optional, several, text, version } from '#kernel/fields'
import { slug } from '#kernel/pure/text'
import { conflict, missing } from '#kernel/refusals'
import { roleChanged, roleCreated, roleEnded, roleGranted } from '../events.ts'
import { findRole, todayOf } from '../queries/holdings.ts'
import type { IdentityTables } from '../tables.ts'
import { objection } from '../words.ts'
import { takeAccount } from './accounts.ts'

const grant = 'identity.manage'
const grants = several(z.string().regex(/^[a-z-]+\.[a-z-]+$/), 100, 1)

const create = z.object({ nameEs: text(80, 3), nameEn: optional(text(80, 3)), grants })
export const createRole: Command<IdentityTables, z.infer<typeof create>, { role: number }> = {
  name: 'identity.create-role',
  summary: 'Make a role: a name and a set of grants.',
  grant,
  input: create,
  async run(work, { nameEs, nameEn, grants }) {
    const key = slug(nameEs)
    const made = await work.db
      .insertInto('identity.role')
      .values({ key, name_es: nameEs, name_en: nameEn ?? nameEs, grants })
      .onConflict((clash) => clash.column('key').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) throw objection('conflict', 'nameEs', (words) => words.roleTaken)
    work.announce(roleCreated, { role: made.id, key })
    return { role: made.id }
  },
}

const change = z.object({ role: id, version: optional(version), nameEs: text(80, 3), nameEn: text(80, 3), grants })
export const changeRole: Command<IdentityTables, z.infer<typeof change>, void> = {
  name: 'identity.change-role',
  summary: 'Change what a role is called and what it lets its holders do.',
  grant,
  input: change,
  async run(work, { role, version: seen, nameEs, nameEn, grants }) {
    const found = await findRole(work, role)
    if (!found) throw missing()
    if (seen !== undefined && seen !== found.version) throw conflict()
    await work.db
      .updateTable('identity.role')
      .set({ name_es: nameEs, name_en: nameEn, grants, version: found.version + 1 })
      .where('id', '=', role)
      .execute()
    work.announce(roleChanged, { role, key: found.key })
  },
}

const give = z.object({ account: id, role: id, area: optional(id), from: optional(day), until: optional(day) })
export const grantRole: Command<IdentityTables, z.infer<typeof give>, { holding: number }> = {
  name: 'identity.grant-role',
  summary: 'Give an account a role, in an area or everywhere, from a day and until another if it ends.',
  grant,
  input: give,
  async run(work, { account, role, area, from, until }) {
    await takeAccount(work, account)
    const found = await findRole(work, role)
    if (!found) throw missing()
    if (area !== undefined && !(await areaNames(work, [area])).has(area)) {
      throw objection('invalid', 'area', (words) => words.noSuchArea)
    }
    const starts = from ?? (await todayOf(work))
    if (until !== undefined && until < starts) throw objection('invalid', 'until', (words) => words.endsBefore)
    const { id: holding } = await work.db
      .insertInto('identity.role_holding')
      .values({
        ...{ account_id: account, role_id: role, area_id: area ?? null, valid_from: starts, valid_to: until ?? null },
        ...{ granted_by: work.actor.id, granted_at: work.now },
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    work.announce(roleGranted, { account, holding, role: found.key, area: area ?? null, from: starts })
    return { holding }
  },
}

const end = z.object({ account: id, holding: id })
export const endRole: Command<IdentityTables, z.infer<typeof end>, void> = {
  name: 'identity.end-role',
  summary: 'Take a role back from an account, from today on.',
  grant,
  input: end,
  async run(work, { account, holding }) {
    const held = await work.db
      .selectFrom('identity.role_holding as h')
      .innerJoin('identity.role as r', 'r.id', 'h.role_id')
      .select(['h.area_id', 'h.valid_from', 'r.key'])
      .where('h.id', '=', holding)
      .where('h.account_id', '=', account)
      .executeTakeFirst()
    if (!held) throw missing()
    const today = await todayOf(work)
    // Dates as text: in ISO the later one is the greater.
    const on = [held.valid_from, today].toSorted().at(-1) as string
    await work.db.updateTable('identity.role_holding').set({ valid_to: on }).where('id', '=', holding).execute()
    work.announce(roleEnded, { account, holding, role: held.key, area: held.area_id, on })
  },
}
