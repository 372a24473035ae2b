import type { Module, NavItem } from '#kernel/module'
import { api } from './api.ts'
import { closeArea, createArea, renameArea, succeedArea } from './commands/areas.ts'
import { setCalendar } from './commands/calendar.ts'
import { describeInstitution, foundInstitution, setLogo, setTheme } from './commands/institution.ts'
import { describePerson, forgetPerson, registerPerson } from './commands/people.ts'
import { appoint, createPost, endAppointment } from './commands/posts.ts'
import first from './migrations/0001-directory.sql'
import { searchables } from './offers.ts'
import { frame, portalRoutes } from './portal.ts'
import { abouts } from './staff/abouts.ts'
import { staffRoutes } from './staff/index.ts'
import { tells } from './tells.ts'
import type { DirectoryWords } from './words.es.ts'
import { say } from './words.ts'

export { createArea } from './commands/areas.ts'
export { setCalendar } from './commands/calendar.ts'
export { describeInstitution, setLogo, setTheme } from './commands/institution.ts'
export { registerPerson } from './commands/people.ts'
export { appoint, createPost } from './commands/posts.ts'
export * from './events.ts'
export { type Area, type AreaName, areaNames, areasOf, heirOf, livingAreas } from './queries/areas.ts'
export { calendarFor } from './queries/calendar.ts'
export { defaultTimeZone, type Institution, institutionOf, zoneOf } from './queries/institution.ts'
export {
  listPeople,
  type Person,
  type PersonName,
  peopleOf,
  personByEmail,
  personEmails,
  personNames,
} from './queries/people.ts'
export { type Appointed, type Post, peopleOfArea, postsOf, postsOfPerson } from './queries/posts.ts'
export { type AreaKind, type Gender, genders } from './rules.ts'
export { foundWithin, registerWithin } from './within.ts'

export const directory: Module = {
  name: 'directory',
  title: say((words) => words.moduleTitle),
  needs: [],
  migrations: [{ name: 'directory/0001-directory', text: first }],
  commands: [
    foundInstitution,
    describeInstitution,
    setTheme,
    setLogo,
    createArea,
    renameArea,
    succeedArea,
    closeArea,
    registerPerson,
    describePerson,
    forgetPerson,
    createPost,
    appoint,
    endAppointment,
    setCalendar,
  ],
  grants: {
    'directory.read': { ...say((words) => words.grantRead), within: 'own' },
    'directory.manage': say((words) => words.grantManage),
  },
  facesPublic: true,
  portal: portalRoutes,
  staff: staffRoutes,
  api,
  frame,
  tells,
  abouts,
  searchables,
  nav: [
    item('/administrar/institucion', 'landmark', (words) => words.institution),
    item('/administrar/areas', 'folder', (words) => words.areas),
    item('/administrar/personas', 'user', (words) => words.people),
    item('/administrar/calendario', 'calendar-days', (words) => words.calendar),
  ],
  orders: [
    { href: '/administrar/areas/nueva', said: say((words) => words.newArea), grant: 'directory.manage' },
    { href: '/administrar/personas/nueva', said: say((words) => words.newPerson), grant: 'directory.manage' },
  ],
}

function item(href: string, icon: string, pick: (words: DirectoryWords) => string): NavItem {
  return { group: 'administer', href, said: say(pick), icon, grant: 'directory.manage' }
}
