import type { Event } from '#kernel/command'
import { topicsUnder } from '#kernel/pure/topics'

export const topicOfArea = topicsUnder('directory.area-')
export const topicOfPerson = topicsUnder('directory.person-')
export const topicOfCalendar = topicsUnder('directory.calendar-')
export const topicOfInstitution = 'directory.institution'

const aboutInstitution = (name: string): Event<Record<never, never>> => ({
  name: `directory.${name}`,
  topics: () => [topicOfInstitution],
})
const aboutArea = <Data extends { area: number }>(name: string): Event<Data> => ({
  name: `directory.${name}`,
  topics: ({ area }) => [topicOfArea(area), 'directory.areas'],
})
const aboutPerson = <Data extends { person: number }>(name: string): Event<Data> => ({
  name: `directory.${name}`,
  topics: ({ person }) => [topicOfPerson(person), 'directory.people'],
})

export const institutionFounded = aboutInstitution('institution-founded')
export const institutionDescribed = aboutInstitution('institution-described')
export const themeSet = aboutInstitution('theme-set')

export const areaCreated = aboutArea<{ area: number; acronym: string }>('area-created')
export const areaRenamed = aboutArea<{ area: number; acronym: string }>('area-renamed')
export const areaClosed = aboutArea<{ area: number; acronym: string; on: string }>('area-closed')
export const areaSucceeded: Event<{ areas: readonly number[]; successor: number; acronym: string; on: string }> = {
  name: 'directory.area-succeeded',
  topics: ({ areas, successor }) => [...areas, successor].map(topicOfArea).concat('directory.areas'),
}

export const personRegistered = aboutPerson<{ person: number }>('person-registered')
export const personDescribed = aboutPerson<{ person: number }>('person-described')
export const personForgotten = aboutPerson<{ person: number }>('person-forgotten')

export const postCreated = aboutArea<{ area: number; post: number }>('post-created')
interface OfAppointment {
  readonly person: number
  readonly post: number
  readonly area: number
  readonly appointment: number
  readonly on: string
}
const aboutAppointment = (name: string): Event<OfAppointment> => ({
  name: `directory.${name}`,
  topics: ({ person, area }) => [topicOfPerson(person), topicOfArea(area), 'directory.people'],
})
export const personAppointed = aboutAppointment('person-appointed')
export const appointmentEnded = aboutAppointment('appointment-ended')

export const calendarSet: Event<{ year: number; version: number }> = {
  name: 'directory.calendar-set',
  topics: ({ year }) => [topicOfCalendar(year), 'directory.calendar'],
}
