import { createArea, describeInstitution } from '#commons/directory'
import {
  actorOfEmail,
  atTheDoor,
  codeToFound,
  grantRole,
  keyToFound,
  openAccount,
  randomPassword,
  rolesOf,
  setUp,
} from '#commons/identity'
import { announceBroadcast, composeHome, openSection, publishPage, writePage } from '#commons/portal'
import type { Actor } from '#kernel/actor'
import type { App } from '#kernel/app'
import { perform } from '#kernel/perform'
import {
  type Acronym,
  administrator,
  areas,
  broadcasts,
  cast,
  details,
  home,
  institution,
  type Person,
  pages,
  type SectionKey,
  sections,
} from './cast.ts'
import { seatCommittee } from './committee.ts'

/** An account of the example, with the password that it has until somebody changes it. */
export interface Credential {
  readonly name: string
  readonly role: string
  readonly email: string
  readonly password: string
}

/** The example, furnished as far as its people, areas and sections. */
export interface Stage {
  readonly people: Readonly<Record<Person, Actor>>
  readonly areas: ReadonlyMap<Acronym, number>
  readonly sections: ReadonlyMap<SectionKey, number>
  readonly credentials: readonly Credential[]
}

/** The same house at another time: what is done through it is dated then. */
export const at = (app: App, now: Date): App => ({ ...app, clock: () => now })

/** Founds the institution of the example, by the same commands as any other. */
export async function build(app: App, since: Date): Promise<Stage> {
  const house = at(app, since)
  const password = randomPassword()
  await perform(house, setUp, atTheDoor, {
    ...{ ...institution, ...administrator, password, again: password, locale: 'es' },
    code: await codeToFound(app),
    key: keyToFound(app),
  })
  const joel = await actorCalled(house, administrator.email)
  await perform(house, describeInstitution, joel, details)
  const areaIds = new Map<Acronym, number>()
  const from = since.toISOString().slice(0, 10)
  for (const area of areas) {
    const { area: id } = await perform(house, createArea, joel, { ...area, from })
    areaIds.set(area.acronym, id)
  }
  const { people, credentials } = await hire(house, joel, areaIds)
  const sectionIds = await openSections(house, people.hugo)
  await writePages(house, people)
  await seatCommittee(house, people, joel, areaIds)
  const first = { name: nameOf(administrator), role: 'Administración', email: administrator.email, password }
  return { people, areas: areaIds, sections: sectionIds, credentials: [first, ...credentials] }
}

async function actorCalled(app: App, email: string): Promise<Actor> {
  const actor = await actorOfEmail(app, email)
  if (!actor) throw new Error(`${email} has no account.`)
  return actor
}

const nameOf = ({ givenNames, familyNames }: { givenNames: string; familyNames: string }) =>
  `${givenNames} ${familyNames}`

async function hire(app: App, joel: Actor, areaIds: ReadonlyMap<Acronym, number>) {
  const roles = await rolesOf(app)
  const hired = new Map<string, Actor>()
  const credentials: Credential[] = []
  for (const [key, { role, areas: own, ...person }] of Object.entries(cast)) {
    const password = randomPassword()
    const { account } = await perform(app, openAccount, joel, { ...person, password })
    const held = roles.find((each) => each.key === role)
    const reach = own ? own.map((acronym) => areaIds.get(acronym)) : [undefined]
    for (const area of reach) await perform(app, grantRole, joel, { account, role: held?.id, area })
    hired.set(key, await actorCalled(app, person.email))
    credentials.push({ name: nameOf(person), role: held?.name_es ?? role, email: person.email, password })
  }
  return { people: Object.fromEntries(hired) as Record<Person, Actor>, credentials }
}

async function openSections(app: App, hugo: Actor): Promise<ReadonlyMap<SectionKey, number>> {
  const opened = new Map<SectionKey, number>()
  for (const section of sections) {
    const parent = 'parent' in section ? opened.get(section.parent) : undefined
    const portal = 'portal' in section ? section.portal : 'internet'
    const { titleEs, titleEn, summaryEs, summaryEn } = section
    const { section: id } = await perform(app, openSection, hugo, {
      titleEs,
      titleEn,
      summaryEs,
      summaryEn,
      portal,
      parent,
    })
    opened.set(section.key, id)
  }
  return opened
}

/** What the home page shows today and announces for the week. */
export async function announceBroadcasts(app: App, { people: { hugo } }: Stage): Promise<void> {
  const hour = 3_600_000
  const began = new Date(Math.floor(app.clock().getTime() / hour) * hour - hour)
  const comes = new Date(began.getTime() + 5 * 24 * hour)
  comes.setUTCHours(17)
  while ([0, 6].includes(comes.getUTCDay())) comes.setTime(comes.getTime() + 24 * hour)
  const between = (from: Date, hours: number) => ({
    fromAt: from.toISOString(),
    untilAt: new Date(from.getTime() + hours * hour).toISOString(),
  })
  await perform(app, announceBroadcast, hugo, { ...broadcasts.live, ...between(began, 8) })
  await perform(app, announceBroadcast, hugo, { ...broadcasts.next, ...between(comes, 3) })
}

/** One writes, another publishes: four eyes also for the pages of the portal. */
async function writePages(app: App, { hugo, paula }: Readonly<Record<Person, Actor>>): Promise<void> {
  await perform(app, composeHome, hugo, home)
  for (const page of pages) {
    const { page: id, number } = await perform(app, writePage, hugo, page)
    await perform(app, publishPage, paula, { page: id, number })
  }
}
