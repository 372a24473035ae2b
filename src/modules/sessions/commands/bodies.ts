import { z } from 'zod'
import type { Command } from '#kernel/command'
import { choice, day, id, optional, text } from '#kernel/fields'
import { bodyDescribed, bodyFounded } from '../events.ts'
import { bodyCalled } from '../queries/bodies.ts'
import { bodyKinds } from '../rules/composition.ts'
import type { SessionsTables } from '../tables.ts'
import { objection } from '../words.ts'
import { type Desk, grant, takeBody } from './desk.ts'

const described = {
  acronym: text(20, 2),
  nameEs: text(200, 5),
  nameEn: optional(text(200, 5)),
  kind: choice(bodyKinds),
  ground: text(500, 5),
}
const founding = z.object({ ...described, foundedOn: day })

export const foundBody: Command<SessionsTables, z.infer<typeof founding>, { body: number; acronym: string }> = {
  name: 'sessions.found-body',
  summary: 'Found a body that sits: its name and acronym, what it is, and the norm that founds it.',
  grant,
  input: founding,
  async run(work, { foundedOn, ...sent }) {
    const body = { ...sent, acronym: acronymIn(sent.acronym) }
    await refuseTaken(work, body.acronym)
    const { id: made } = await work.db
      .insertInto('sessions.body')
      .values({ ...rowOf(body), founded_on: foundedOn })
      .returning('id')
      .executeTakeFirstOrThrow()
    work.announce(bodyFounded, { body: made, acronym: body.acronym })
    return { body: made, acronym: body.acronym }
  },
}

const describing = z.object({ body: id, ...described })

export const describeBody: Command<SessionsTables, z.infer<typeof describing>, { acronym: string }> = {
  name: 'sessions.describe-body',
  summary: 'Correct what a body is called, what it is, and the norm that founds it.',
  grant,
  input: describing,
  async run(work, { body: asked, ...sent }) {
    await takeBody(work, asked)
    const body = { ...sent, acronym: acronymIn(sent.acronym) }
    await refuseTaken(work, body.acronym, asked)
    await work.db.updateTable('sessions.body').set(rowOf(body)).where('id', '=', asked).execute()
    work.announce(bodyDescribed, { body: asked, acronym: body.acronym })
    return { acronym: body.acronym }
  },
}

const rowOf = ({ acronym, nameEs, nameEn, kind, ground }: Omit<z.infer<typeof founding>, 'foundedOn'>) => ({
  ...{ acronym, name_es: nameEs, name_en: nameEn ?? nameEs, kind, ground },
})

/** It stands in addresses, so that it is capitals, digits and hyphens. */
function acronymIn(sent: string): string {
  const acronym = sent.toUpperCase()
  if (!/^[\p{Lu}0-9][\p{Lu}0-9-]+$/u.test(acronym)) throw objection('invalid', 'acronym', (words) => words.acronymWrong)
  return acronym
}

async function refuseTaken(work: Desk, acronym: string, self?: number): Promise<void> {
  const other = await bodyCalled(work.read, acronym)
  if (other && other.id !== self) throw objection('conflict', 'acronym', (words) => words.acronymTaken(other.name_es))
}
