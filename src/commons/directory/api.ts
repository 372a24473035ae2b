import { z } from 'zod'
import { endpoint, type Operation, resource } from '#kernel/module'
import { closeArea, createArea, renameArea, succeedArea } from './commands/areas.ts'
import { setCalendar } from './commands/calendar.ts'
import { describeInstitution, setTheme } from './commands/institution.ts'
import { describePerson, forgetPerson, registerPerson } from './commands/people.ts'
import { appoint, createPost, endAppointment } from './commands/posts.ts'
import { areasOf } from './queries/areas.ts'
import { area, calendar, institution, people, person } from './resources.ts'

const areas = resource('/areas', {
  name: 'directory.list-areas',
  summary: 'Every area that lives or lived. Open to everyone.',
  grant: undefined,
  input: z.object({}),
  output: z.object({
    items: z.array(
      z.object({
        ...{ id: z.number(), acronym: z.string(), nameEs: z.string(), nameEn: z.string() },
        ...{ parent: z.number().nullable(), validFrom: z.string(), validTo: z.string().nullable() },
      }),
    ),
  }),
  async read(reader) {
    const all = await areasOf(reader)
    return {
      items: all.map(({ id, acronym, name, parent, validFrom, validTo }) => ({
        ...{ id, acronym, nameEs: name.es, nameEn: name.en, parent, validFrom, validTo },
      })),
    }
  },
})

export const api: readonly Operation[] = [
  institution,
  endpoint('PUT', '/institution', describeInstitution),
  endpoint('PUT', '/institution/theme', setTheme),
  areas,
  area,
  endpoint('POST', '/areas', createArea),
  endpoint('PUT', '/areas/:area', renameArea),
  endpoint('POST', '/areas/:area/closing', closeArea),
  endpoint('POST', '/area-successions', succeedArea),
  endpoint('POST', '/areas/:area/posts', createPost),
  endpoint('POST', '/posts/:post/appointments', appoint),
  endpoint('POST', '/appointments/:appointment/ending', endAppointment),
  people,
  person,
  endpoint('POST', '/people', registerPerson),
  endpoint('PUT', '/people/:person', describePerson),
  endpoint('DELETE', '/people/:person', forgetPerson),
  calendar,
  endpoint('PUT', '/calendars/:year', setCalendar),
]
