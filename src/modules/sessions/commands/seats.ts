import { z } from 'zod'
import { areaNames } from '#commons/directory'
import type { Command } from '#kernel/command'
import { choice, day, flag, id, optional, text, whole } from '#kernel/fields'
import { missing } from '#kernel/refusals'
import { seatAdded, seatChanged, seatEnded } from '../events.ts'
import { designationsOf, termsOf } from '../queries/bodies.ts'
import { seatFunctions } from '../rules/quorum.ts'
import type { SessionsTables } from '../tables.ts'
import { objection } from '../words.ts'
import { type Desk, grant, takeBody, takeBodyOfSeat } from './desk.ts'

const what = {
  function: choice(seatFunctions),
  titleEs: text(200, 3),
  titleEn: optional(text(200, 3)),
  area: optional(id),
  group: optional(text(60, 2)),
  voice: flag,
  vote: flag,
  countsForQuorum: flag,
  required: flag,
}
type What = z.infer<z.ZodObject<typeof what>>

const adding = z.object({ body: id, ...what, position: optional(whole(1, 1_000)), from: day })

export const addSeat: Command<SessionsTables, z.infer<typeof adding>, { seat: number }> = {
  name: 'sessions.add-seat',
  summary: 'Add a seat to a body, from a day on: what it does there, whom it represents, its voice and vote.',
  grant,
  input: adding,
  async run(work, { body: asked, position, from, ...seat }) {
    const { named } = await takeBody(work, asked)
    const terms = await termsOf(work.read, asked)
    const last = Math.max(0, ...terms.map((term) => term.position))
    const { id: made } = await work.db
      .insertInto('sessions.seat')
      .values({ body_id: asked, position: position ?? last + 1 })
      .returning('id')
      .executeTakeFirstOrThrow()
    await begin(work, made, seat, from)
    work.announce(seatAdded, { ...named, seat: made, on: from })
    return { seat: made }
  },
}

const changing = z.object({ seat: id, ...what, from: day })

export const changeSeat: Command<SessionsTables, z.infer<typeof changing>, void> = {
  name: 'sessions.change-seat',
  summary: 'Change what a seat is, from a day on; what it was before stays in its history.',
  grant,
  input: changing,
  async run(work, { seat, from, ...changed }) {
    const { named } = await takeBodyOfSeat(work, seat)
    await endTerm(work, seat, from, 'from')
    await begin(work, seat, changed, from)
    work.announce(seatChanged, { ...named, seat, on: from })
  },
}

const ending = z.object({ seat: id, on: day })

export const endSeat: Command<SessionsTables, z.infer<typeof ending>, void> = {
  name: 'sessions.end-seat',
  summary: 'End a seat: that day is the first without it. Whoever holds it is let go before.',
  grant,
  input: ending,
  async run(work, { seat, on }) {
    const { id: body, named } = await takeBodyOfSeat(work, seat)
    const holders = (await designationsOf(work.read, body)).filter((one) => one.seat === seat)
    if (holders.some(({ to }) => to === null || to > on)) throw objection('conflict', 'on', (words) => words.seatHeld)
    await endTerm(work, seat, on, 'on')
    work.announce(seatEnded, { ...named, seat, on })
  },
}

async function begin(work: Desk, seat: number, { area, group, titleEs, titleEn, ...rest }: What, from: string) {
  if (area && !(await areaNames(work, [area])).has(area)) throw missing()
  if (rest.vote && !rest.voice) throw objection('invalid', 'voice', (words) => words.voteWithoutVoice)
  await work.db
    .insertInto('sessions.seat_term')
    .values({
      ...{ seat_id: seat, function: rest.function, title_es: titleEs, title_en: titleEn ?? titleEs },
      ...{ area_id: area ?? null, group_name: group ?? null, voice: rest.voice, vote: rest.vote },
      ...{ counts_for_quorum: rest.countsForQuorum, required: rest.required, valid_from: from, valid_to: null },
    })
    .execute()
}

/** The term that runs ends on that day: a change of the past would rewrite the sessions that were held under it. */
async function endTerm(work: Desk, seat: number, on: string, field: string): Promise<void> {
  const running = await work.read
    .selectFrom('sessions.seat_term')
    .select(['id', 'valid_from'])
    .where('seat_id', '=', seat)
    .where('valid_to', 'is', null)
    .executeTakeFirst()
  if (!running) throw objection('conflict', field, (words) => words.seatOver)
  if (on <= running.valid_from) throw objection('invalid', field, (words) => words.beforeItsTerm)
  await work.db.updateTable('sessions.seat_term').set({ valid_to: on }).where('id', '=', running.id).execute()
}
