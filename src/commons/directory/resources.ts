import { z } from 'zod'
import { id, whole } from '#kernel/fields'
import { resource } from '#kernel/module'
import { cutWhole, paged, pageOf } from '#kernel/paging'
import { localDateOf } from '#kernel/pure/dates'
import { missing } from '#kernel/refusals'
import { areasOf } from './queries/areas.ts'
import { calendarContent, calendarOfYear } from './queries/calendar.ts'
import { institutionOf, zoneOf } from './queries/institution.ts'
import { listPeople, peopleOf } from './queries/people.ts'
import { peopleOfArea, postsOf } from './queries/posts.ts'

const read = 'directory.read'
const manage = 'directory.manage'

export const institution = resource('/institution', {
  name: 'directory.get-institution',
  summary: 'The institution: its names, how to reach it, its zone, licence and look.',
  grant: read,
  input: z.object({}),
  output: z.object({
    ...{ nameEs: z.string(), nameEn: z.string(), acronym: z.string(), address: z.string(), phone: z.string() },
    ...{ officeHours: z.string(), timeZone: z.string(), webAddress: z.string(), licence: z.string() },
    theme: z.object({ accent: z.string().nullable(), second: z.string().nullable(), letters: z.string() }),
    version: z.number(),
  }),
  async read(app) {
    const found = await institutionOf(app)
    if (!found) throw missing()
    const { name, theme, logo: _, ...rest } = found
    const { accent = null, second = null, letters } = theme
    return { ...rest, nameEs: name.es, nameEn: name.en, theme: { accent, second, letters } }
  },
})

const holding = z.object({ appointment: z.number(), person: z.number(), name: z.string(), from: z.string() })

export const area = resource('/areas/:area', {
  name: 'directory.get-area',
  summary: 'One area with its posts and who holds each today.',
  grant: read,
  input: z.object({ area: id }),
  output: z.object({
    ...{ id: z.number(), acronym: z.string(), nameEs: z.string(), nameEn: z.string(), kind: z.string() },
    ...{ parent: z.number().nullable(), validFrom: z.string(), validTo: z.string().nullable() },
    ...{ successor: z.number().nullable(), version: z.number() },
    posts: z.array(
      z.object({
        ...{ id: z.number(), titleF: z.string(), titleM: z.string(), titleEn: z.string() },
        holder: holding.nullable(),
      }),
    ),
  }),
  async read(app, { area: asked }) {
    const found = (await areasOf(app)).find((each) => each.id === asked)
    if (!found) throw missing()
    const today = localDateOf(app.clock(), await zoneOf(app))
    const [posts, held] = await Promise.all([postsOf(app, [asked]), peopleOfArea(app, asked, today)])
    const { name, ...rest } = found
    return {
      ...{ ...rest, nameEs: name.es, nameEn: name.en },
      posts: posts.map(({ area: _, ...post }) => {
        const holder = held.find((each) => each.post === post.id)
        return {
          ...post,
          holder: holder
            ? {
                ...{ appointment: holder.appointment, person: holder.person.id, name: holder.person.name },
                from: holder.validFrom,
              }
            : null,
        }
      }),
    }
  },
})

const personShape = z.object({
  ...{ id: z.number(), givenNames: z.string(), familyNames: z.string(), treatment: z.string(), gender: z.string() },
  ...{ email: z.string(), version: z.number() },
})
type Known = Awaited<ReturnType<typeof listPeople>>[number]
const shapeOf = ({ id, givenNames, familyNames, treatment, gender, email, version }: Known) => ({
  ...{ id, givenNames, familyNames, treatment, gender, email, version },
})

export const people = resource('/people', {
  name: 'directory.list-people',
  summary: 'Everyone of the directory who was not forgotten, the last registered first.',
  grant: manage,
  input: z.object(paged),
  output: pageOf(personShape),
  read: async (app, input) => cutWhole(await listPeople(app), input, shapeOf),
})

export const person = resource('/people/:person', {
  name: 'directory.get-person',
  summary: 'One person of the directory.',
  grant: manage,
  input: z.object({ person: id }),
  output: personShape,
  async read(app, { person: asked }) {
    const [found] = await peopleOf(app, [asked])
    if (!found || found.forgotten) throw missing()
    return shapeOf(found)
  },
})

export const calendar = resource('/calendars/:year', {
  name: 'directory.get-calendar',
  summary: 'Which days and hours of a year are worked, and by which act; version 0 is what the law says.',
  grant: read,
  input: z.object({ year: whole(2000, 2200) }),
  output: calendarContent.extend({ year: z.number(), version: z.number() }),
  read: (app, { year }) => calendarOfYear(app, year),
})
