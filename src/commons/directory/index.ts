import type { Module } from '#kernel/module'
import { closeArea, createArea, renameArea, succeedArea } from './commands/areas.ts'
import { describeInstitution, foundInstitution, setTheme } from './commands/institution.ts'
import { describePerson, forgetPerson, registerPerson } from './commands/people.ts'
import { appoint, createPost, endAppointment } from './commands/posts.ts'
import first from './migrations/0001-directory.sql'
import { tells } from './tells.ts'
import { say } from './words.ts'

export * from './events.ts'
export { type Area, type AreaName, areaNames, areasOf, livingAreas } from './queries/areas.ts'
export { defaultTimeZone, type Institution, institutionOf, zoneOf } from './queries/institution.ts'
export { listPeople, type Person, type PersonName, peopleOf, personByEmail, personNames } from './queries/people.ts'
export { type Appointed, type Post, peopleOfArea, postsOf, postsOfPerson } from './queries/posts.ts'
export { type AreaKind, type Gender, genders } from './rules.ts'
export { foundWithin, registerWithin } from './within.ts'

export const directory: Module = {
  name: 'directory',
  needs: [],
  migrations: [{ name: 'directory/0001-directory', text: first }],
  commands: [
    foundInstitution,
    describeInstitution,
    setTheme,
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
  ],
  grants: {
    'directory.read': say((words) => words.grantRead),
    'directory.manage': say((words) => words.grantManage),
  },
  tells,
}
