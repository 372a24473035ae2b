import { z } from 'zod'
import { peopleOf, topicOfPerson } from '#commons/directory'
import type { Command } from '#kernel/command'
import { choice, day, flag, id, optional, text } from '#kernel/fields'
import { missing } from '#kernel/refusals'
import { designationEnded, personAccredited, personDesignated } from '../events.ts'
import { designationsOf, termsOf } from '../queries/bodies.ts'
import { type Clash, capacities, clashesOf } from '../rules/composition.ts'
import { startingRules } from '../rules/parameters.ts'
import type { SessionsTables } from '../tables.ts'
import { objection } from '../words.ts'
import { type Desk, grant, takeBody, takeBodyOfSeat } from './desk.ts'

const designating = z.object({
  ...{ seat: id, person: id, as: choice(capacities), from: day, to: optional(day), document: text(300, 5) },
  accredited: flag,
})

export const designate: Command<SessionsTables, z.infer<typeof designating>, { designation: number }> = {
  name: 'sessions.designate',
  summary: 'Designate a person as titular or alternate of a seat, from a day on, by a document.',
  grant,
  input: designating,
  personal: { fields: ['document'], subject: ({ person }) => topicOfPerson(person) },
  async run(work, { seat, person, as, from, to = null, document, accredited }) {
    const { id: body, named } = await takeBodyOfSeat(work, seat)
    const [somebody] = await peopleOf(work, [person])
    if (!somebody || somebody.forgotten) throw missing()
    if (to !== null && to <= from) throw objection('invalid', 'to', (words) => words.endsBeforeStart)
    const terms = (await termsOf(work.read, body)).filter((term) => term.seat === seat)
    if (!terms.some((term) => term.from <= from && (term.to === null || from < term.to)))
      throw objection('conflict', 'from', (words) => words.noSeatThen)
    const others = await designationsOf(work.read, body)
    const most = startingRules.alternates.mostPerSeat
    const [clash] = clashesOf({ seat, person, as, from, to }, others, Math.max(most, 2))
    if (clash) throw refused(clash)
    const turn = others.filter((one) => one.seat === seat && one.as === as).length + 1
    const { id: made } = await work.db
      .insertInto('sessions.designation')
      .values({
        ...{ seat_id: seat, person_id: person, capacity: as, turn, document, valid_from: from, valid_to: to },
        ...(accredited
          ? { accredited_by: work.actor.id, accredited_at: work.now }
          : { accredited_by: null, accredited_at: null }),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    work.announce(personDesignated, { ...named, seat, designation: made, person, as, on: from })
    return { designation: made }
  },
}

const refused = (clash: Clash) => {
  if (clash.kind === 'seat-held') return objection('conflict', 'seat', (words) => words.titularThere)
  if (clash.kind === 'already-there') return objection('conflict', 'person', (words) => words.alreadyThere)
  if (clash.kind === 'sits-elsewhere') return objection('conflict', 'person', (words) => words.sitsElsewhere)
  return objection('conflict', 'as', (words) => words.tooManyAlternates(clash.most))
}

const accrediting = z.object({ designation: id })

export const accredit: Command<SessionsTables, z.infer<typeof accrediting>, void> = {
  name: 'sessions.accredit',
  summary: 'Say that the document of a designation was seen: from then on who was a guest represents the seat.',
  grant,
  input: accrediting,
  async run(work, { designation }) {
    const found = await take(work, designation)
    if (found.accredited_at) return
    await work.db
      .updateTable('sessions.designation')
      .set({ accredited_by: work.actor.id, accredited_at: work.now })
      .where('id', '=', designation)
      .execute()
    work.announce(personAccredited, { ...found.about, on: found.valid_from })
  },
}

const ending = z.object({ designation: id, on: day })

export const endDesignation: Command<SessionsTables, z.infer<typeof ending>, void> = {
  name: 'sessions.end-designation',
  summary: 'End a designation: that day is the first without it.',
  grant,
  input: ending,
  async run(work, { designation, on }) {
    const found = await take(work, designation)
    if (found.valid_to !== null && found.valid_to <= on) throw objection('conflict', 'on', (words) => words.alreadyOver)
    if (on < found.valid_from) throw objection('invalid', 'on', (words) => words.endsBeforeStart)
    await work.db.updateTable('sessions.designation').set({ valid_to: on }).where('id', '=', designation).execute()
    work.announce(designationEnded, { ...found.about, on })
  },
}

async function take(work: Desk, id: number) {
  const row = await work.read
    .selectFrom('sessions.designation as d')
    .innerJoin('sessions.seat as s', 's.id', 'd.seat_id')
    .selectAll('d')
    .select('s.body_id')
    .where('d.id', '=', id)
    .executeTakeFirst()
  if (!row) throw missing()
  const { named } = await takeBody(work, row.body_id)
  return { ...row, about: { ...named, seat: row.seat_id, designation: id, person: row.person_id } }
}
