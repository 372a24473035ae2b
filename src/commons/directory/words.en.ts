import { staff } from './words/staff.en.ts'
import type { DirectoryWords } from './words.es.ts'

export const en: DirectoryWords = {
  moduleTitle: 'Directory: institution, areas and people',
  ...staff,
  grantRead: 'Consult areas, posts, people and calendars',
  grantManage: 'Manage the institution, its areas, people and calendar',
  alreadyFounded: 'The institution exists already: change its data instead of founding it again.',
  lowContrast:
    'This colour cannot be read on the paper of the portal: choose a darker one (contrast of 4.5 to 1 or more).',
  lowInkContrast: 'Titles could not be read in this colour: choose a darker one (contrast of 7 to 1 or more).',
  acronymTaken: (acronym) => `There is a living area with the acronym ${acronym} already.`,
  areaClosed: 'That area exists no more.',
  hasLivingArea: (acronym) => `${acronym}, which still exists, depends on this area. Close or move it first.`,
  ownAncestor: 'An area cannot depend on itself, nor on one that depends on it.',
  endsBeforeStart: 'It ends before it begins: check the date.',
  emailTaken: 'That address belongs to somebody else already.',
  holdsPost: 'This person holds a post. End the appointment first.',
  postHeld: 'Somebody else holds the post on those days. End that appointment first.',
  alreadyEnded: 'That appointment has ended already.',
  wrongYear: (day) => `${day} is not a day of this calendar's year.`,
  tells: {
    institutionFounded: 'The institution was founded.',
    institutionDescribed: 'The data of the institution changed.',
    themeSet: 'The looks of the institution changed.',
    areaCreated: (acronym) => `Area ${acronym} was created.`,
    areaRenamed: (acronym) => `The data of area ${acronym} were corrected.`,
    areaClosed: (acronym, on) => `Area ${acronym} ceased to exist on ${on}.`,
    areaSucceeded: (acronym, on) => `Area ${acronym} took over on ${on}.`,
    personRegistered: 'The person was registered.',
    personDescribed: 'The data of the person were corrected.',
    personForgotten: 'The data of the person were erased.',
    postCreated: 'A post was created.',
    personAppointed: (on) => `The person was appointed to a post from ${on}.`,
    appointmentEnded: (on) => `An appointment ended on ${on}.`,
    calendarSet: (year, version) => `The calendar of ${year} was set, version ${version}.`,
  },
}
