import { z } from 'zod'
import type { Command } from '#kernel/command'
import { day, id, optional, text } from '#kernel/fields'
import { missing } from '#kernel/refusals'
import { appointmentEnded, personAppointed, postCreated } from '../events.ts'
import { findArea } from '../queries/areas.ts'
import { findPerson } from '../queries/people.ts'
import { findPost } from '../queries/posts.ts'
import { overlap } from '../rules.ts'
import type { DirectoryTables } from '../tables.ts'
import { objection } from '../words.ts'

const grant = 'directory.manage'

const create = z.object({ area: id, titleF: text(150, 2), titleM: text(150, 2), titleEn: optional(text(150, 2)) })

export const createPost: Command<DirectoryTables, z.infer<typeof create>, { post: number }> = {
  name: 'directory.create-post',
  summary: 'Create a post in an area, with its title in both grammatical genders.',
  grant,
  input: create,
  async run(work, { area, titleF, titleM, titleEn = '' }) {
    const found = await findArea(work.read, area)
    if (!found) throw missing()
    if (found.validTo !== null) throw objection('conflict', 'area', (words) => words.areaClosed)
    const { id } = await work.db
      .insertInto('directory.post')
      .values({ area_id: area, title_f: titleF, title_m: titleM, title_en: titleEn })
      .returning('id')
      .executeTakeFirstOrThrow()
    work.announce(postCreated, { area, post: id })
    return { post: id }
  },
}

const appointing = z.object({ person: id, post: id, from: day, to: optional(day) })

export const appoint: Command<DirectoryTables, z.infer<typeof appointing>, { appointment: number }> = {
  name: 'directory.appoint',
  summary: 'Appoint a person to a post, from a day on; a post has one holder at a time.',
  grant,
  input: appointing,
  async run(work, { person, post, from, to = null }) {
    const [named, held] = [await findPerson(work.read, person), await findPost(work.read, post)]
    if (!named || named.forgotten || !held) throw missing()
    if (to !== null && to < from) throw objection('invalid', 'to', (words) => words.endsBeforeStart)
    // The post's row is the lock that keeps two appointments from slipping past each other.
    await work.db.selectFrom('directory.post').select('id').where('id', '=', post).forUpdate().execute()
    const others = await work.read
      .selectFrom('directory.appointment')
      .select(['valid_from', 'valid_to'])
      .where('post_id', '=', post)
      .execute()
    if (others.some((other) => overlap(other, { valid_from: from, valid_to: to })))
      throw objection('conflict', 'post', (words) => words.postHeld)
    const { id } = await work.db
      .insertInto('directory.appointment')
      .values({ post_id: post, person_id: person, valid_from: from, valid_to: to })
      .returning('id')
      .executeTakeFirstOrThrow()
    work.announce(personAppointed, { appointment: id, person, post, area: held.area_id, on: from })
    return { appointment: id }
  },
}

const ending = z.object({ appointment: id, on: day })

export const endAppointment: Command<DirectoryTables, z.infer<typeof ending>, void> = {
  name: 'directory.end-appointment',
  summary: 'End an appointment: that day is the first without it.',
  grant,
  input: ending,
  async run(work, { appointment, on }) {
    const row = await work.db
      .selectFrom('directory.appointment')
      .innerJoin('directory.post', 'directory.post.id', 'directory.appointment.post_id')
      .selectAll('directory.appointment')
      .select('directory.post.area_id')
      .where('directory.appointment.id', '=', appointment)
      .executeTakeFirst()
    if (!row) throw missing()
    if (row.valid_to !== null && row.valid_to <= on)
      throw objection('conflict', 'appointment', (words) => words.alreadyEnded)
    if (on < row.valid_from) throw objection('invalid', 'on', (words) => words.endsBeforeStart)
    await work.db.updateTable('directory.appointment').set({ valid_to: on }).where('id', '=', appointment).execute()
    work.announce(appointmentEnded, { appointment, person: row.person_id, post: row.post_id, area: row.area_id, on })
  },
}
