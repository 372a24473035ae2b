import { z } from 'zod'
import type { Command, Work } from '#kernel/command'
import { choice, day, id, optional, several, text, version } from '#kernel/fields'
import { conflict, missing } from '#kernel/refusals'
import { areaClosed, areaCreated, areaRenamed, areaSucceeded } from '../events.ts'
import { type Area, findArea, parentsOf } from '../queries/areas.ts'
import { areaKinds, wouldCircle } from '../rules.ts'
import type { DirectoryTables } from '../tables.ts'
import { objection } from '../words.ts'

const grant = 'directory.manage'

const described = {
  acronym: text(20),
  nameEs: text(200, 3),
  nameEn: optional(text(200, 3)),
  kind: choice(areaKinds),
  parent: optional(id),
}
const create = z.object({ ...described, from: day })
type Create = z.infer<typeof create>

export const createArea: Command<DirectoryTables, Create, { area: number }> = {
  name: 'directory.create-area',
  summary: 'Create an area that lives from a day on.',
  grant,
  input: create,
  async run(work, input) {
    const area = await insertArea(work, input)
    work.announce(areaCreated, { area, acronym: input.acronym })
    return { area }
  },
}

const rename = z.object({ area: id, version: optional(version), ...described })

export const renameArea: Command<DirectoryTables, z.infer<typeof rename>, void> = {
  name: 'directory.rename-area',
  summary: 'Correct the acronym, names, kind or parent of an area. A reorganisation is a succession instead.',
  grant,
  input: rename,
  async run(work, { area, version, acronym, nameEs, nameEn = '', kind, parent = null }) {
    const found = await findArea(work.read, area)
    if (!found) throw missing()
    if (version !== undefined && version !== found.version) throw conflict()
    await refuseTaken(work, acronym, found.validFrom, [area])
    if (parent !== null) await refuseParent(work, parent)
    if (wouldCircle(await parentsOf(work.read), area, parent))
      throw objection('invalid', 'parent', (words) => words.ownAncestor)
    await work.db
      .updateTable('directory.area')
      .set({ acronym, name_es: nameEs, name_en: nameEn, kind, parent_id: parent, version: found.version + 1 })
      .where('id', '=', area)
      .execute()
    work.announce(areaRenamed, { area, acronym })
  },
}

const succeed = z.object({ areas: several(id, 50, 1), ...described, from: day })

export const succeedArea: Command<DirectoryTables, z.infer<typeof succeed>, { area: number }> = {
  name: 'directory.succeed-area',
  summary: 'Close one or more areas on a day and create the one that takes over; their history keeps their names.',
  grant,
  input: succeed,
  async run(work, { areas, ...input }) {
    const old = [...new Set(areas)]
    for (const area of old) await end(work, area, input.from, 'from')
    if (input.parent !== undefined && old.includes(input.parent))
      throw objection('invalid', 'parent', (words) => words.areaClosed)
    const area = await insertArea(work, input)
    await work.db.updateTable('directory.area').set({ successor_id: area }).where('id', 'in', old).execute()
    await work.db
      .updateTable('directory.area')
      .set({ parent_id: area })
      .where('parent_id', 'in', old)
      .where('valid_to', 'is', null)
      .execute()
    work.announce(areaSucceeded, { areas: old, successor: area, acronym: input.acronym, on: input.from })
    return { area }
  },
}

const close = z.object({ area: id, on: day })

export const closeArea: Command<DirectoryTables, z.infer<typeof close>, void> = {
  name: 'directory.close-area',
  summary: 'Close an area that nobody succeeds, from a day on.',
  grant,
  input: close,
  async run(work, { area, on }) {
    const child = await work.read
      .selectFrom('directory.area')
      .select('acronym')
      .where('parent_id', '=', area)
      .where('valid_to', 'is', null)
      .executeTakeFirst()
    if (child) throw objection('conflict', 'area', (words) => words.hasLivingArea(child.acronym))
    const { acronym } = await end(work, area, on, 'on')
    work.announce(areaClosed, { area, acronym, on })
  },
}

async function end(work: Work<DirectoryTables>, area: number, on: string, field: string): Promise<Area> {
  const found = await findArea(work.read, area)
  if (!found) throw missing()
  if (found.validTo !== null) throw objection('conflict', 'area', (words) => words.areaClosed)
  if (on < found.validFrom) throw objection('invalid', field, (words) => words.endsBeforeStart)
  await work.db
    .updateTable('directory.area')
    .set({ valid_to: on, version: found.version + 1 })
    .where('id', '=', area)
    .execute()
  return found
}

async function insertArea(work: Work<DirectoryTables>, input: Create): Promise<number> {
  const { acronym, nameEs, nameEn = '', kind, parent = null, from } = input
  if (parent !== null) await refuseParent(work, parent)
  await refuseTaken(work, acronym, from, [])
  const { id } = await work.db
    .insertInto('directory.area')
    .values({
      acronym,
      name_es: nameEs,
      name_en: nameEn,
      kind,
      parent_id: parent,
      valid_from: from,
      valid_to: null,
      successor_id: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function refuseParent(work: Work<DirectoryTables>, parent: number) {
  const found = await findArea(work.read, parent)
  if (!found || found.validTo !== null) throw objection('invalid', 'parent', (words) => words.areaClosed)
}

/** An area that will close keeps its acronym until that day. */
async function refuseTaken(work: Work<DirectoryTables>, acronym: string, from: string, except: readonly number[]) {
  const taken = await work.read
    .selectFrom('directory.area')
    .select('id')
    .where(({ fn, eb }) => eb(fn<string>('lower', ['acronym']), '=', acronym.toLowerCase()))
    .where(({ or, eb }) => or([eb('valid_to', 'is', null), eb('valid_to', '>', from)]))
    .where('id', 'not in', [0, ...except])
    .executeTakeFirst()
  if (taken) throw objection('conflict', 'acronym', (words) => words.acronymTaken(acronym))
}
