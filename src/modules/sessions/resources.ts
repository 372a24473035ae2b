import { z } from 'zod'
import { peopleOf } from '#commons/directory'
import { day, id, optional } from '#kernel/fields'
import { resource } from '#kernel/module'
import { cutWhole, paged, pageOf } from '#kernel/paging'
import { missing } from '#kernel/refusals'
import { type Body, type Designated, designationsOf, findBody, listBodies, termsOf, todayIn } from './queries/bodies.ts'
import { compositionOn } from './rules/composition.ts'
import type { SessionsTables } from './tables.ts'

const read = 'sessions.read'

const bodyShape = z.object({
  ...{ id: z.number(), acronym: z.string(), nameEs: z.string(), nameEn: z.string(), kind: z.string() },
  ...{ ground: z.string(), foundedOn: z.string() },
})
const shapeOf = ({ id, acronym, name_es, name_en, kind, ground, founded_on }: Body) => ({
  ...{ id, acronym, nameEs: name_es, nameEn: name_en, kind, ground, foundedOn: founded_on },
})

export const bodies = resource('/bodies', {
  name: 'sessions.list-bodies',
  summary: 'Every body that sits.',
  grant: read,
  input: z.object(paged),
  output: pageOf(bodyShape),
  read: async (app, input) => cutWhole(await listBodies(app.tables<SessionsTables>()), input, shapeOf),
})

const held = z.object({
  ...{ designation: z.number(), person: z.number(), name: z.string(), document: z.string() },
  ...{ accredited: z.boolean(), from: z.string(), to: z.string().nullable() },
})

export const body = resource('/bodies/:body', {
  name: 'sessions.get-body',
  summary: 'One body with its seats on a day, today unless said otherwise, and who may represent each.',
  grant: read,
  input: z.object({ body: id, on: optional(day) }),
  output: bodyShape.extend({
    on: z.string(),
    seats: z.array(
      z.object({
        ...{ seat: z.number(), position: z.number(), function: z.string(), titleEs: z.string(), titleEn: z.string() },
        ...{ area: z.number().nullable(), group: z.string().nullable(), voice: z.boolean(), vote: z.boolean() },
        ...{ countsForQuorum: z.boolean(), required: z.boolean(), from: z.string(), to: z.string().nullable() },
        titular: held.nullable(),
        alternates: z.array(held),
      }),
    ),
  }),
  async read(app, { body: asked, on }) {
    const db = app.tables<SessionsTables>()
    const found = await findBody(db, asked)
    if (!found) throw missing()
    const when = on ?? (await todayIn(app))
    const [terms, designations] = await Promise.all([termsOf(db, asked), designationsOf(db, asked)])
    const people = await peopleOf(
      app,
      designations.map(({ person }) => person),
    )
    const heldBy = ({ id: designation, person, document, accredited, from, to }: Designated) => ({
      ...{ designation, person, document, accredited, from, to },
      name: people.find((one) => one.id === person)?.name ?? '',
    })
    const places = compositionOn(when, terms, designations)
    return {
      ...{ ...shapeOf(found), on: when },
      seats: places.map(({ term: { id: _, ...term }, titular, alternates }) => ({
        ...term,
        titular: titular ? heldBy(titular) : null,
        alternates: alternates.map(heldBy),
      })),
    }
  },
})
