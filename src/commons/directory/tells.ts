import { longDate } from '#kernel/pure/dates'
import type { Said } from '#kernel/words'
import type { DirectoryWords } from './words.es.ts'
import { say, words } from './words.ts'

/** What each event says in a record's history. */
export const tells = {
  'directory.institution-founded': () => say((w) => w.tells.institutionFounded),
  'directory.institution-described': () => say((w) => w.tells.institutionDescribed),
  'directory.logo-set': ({ logo }: { logo: boolean }) => say((w) => (logo ? w.tells.logoSet : w.tells.logoDropped)),
  'directory.theme-set': () => say((w) => w.tells.themeSet),
  'directory.area-created': (data: { acronym: string }) => say((w) => w.tells.areaCreated(data.acronym)),
  'directory.area-renamed': (data: { acronym: string }) => say((w) => w.tells.areaRenamed(data.acronym)),
  'directory.area-closed': (data: { acronym: string; on: string }) =>
    dated(data.on, (w, on) => w.tells.areaClosed(data.acronym, on)),
  'directory.area-succeeded': (data: { acronym: string; on: string }) =>
    dated(data.on, (w, on) => w.tells.areaSucceeded(data.acronym, on)),
  'directory.person-registered': () => say((w) => w.tells.personRegistered),
  'directory.person-described': () => say((w) => w.tells.personDescribed),
  'directory.person-forgotten': () => say((w) => w.tells.personForgotten),
  'directory.post-created': () => say((w) => w.tells.postCreated),
  'directory.person-appointed': (data: { on: string }) => dated(data.on, (w, on) => w.tells.personAppointed(on)),
  'directory.appointment-ended': (data: { on: string }) => dated(data.on, (w, on) => w.tells.appointmentEnded(on)),
  'directory.calendar-set': (data: { year: number; version: number }) =>
    say((w) => w.tells.calendarSet(data.year, data.version)),
}

const dated = (on: string, pick: (words: DirectoryWords, on: string) => string): Said => ({
  es: pick(words.es, longDate(on, 'es')),
  en: pick(words.en, longDate(on, 'en')),
})
