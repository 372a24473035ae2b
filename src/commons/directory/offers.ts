import type { Reader } from '#kernel/database'
import { changedSince } from '#kernel/ledger-reading'
import type { Findable, Searchable } from '#kernel/module'
import { instantOf } from '#kernel/pure/dates'
import { topicOfArea, topicOfPerson } from './events.ts'
import { type Area, areasOf } from './queries/areas.ts'
import { zoneOf } from './queries/institution.ts'
import { listPeople, type Person, peopleOf } from './queries/people.ts'
import { holdersIn, type Post, postsOf, postsOfPeople } from './queries/posts.ts'

/** Its pages are for whoever keeps the directory, and so is what leads to them. */
const audience = { grant: 'directory.manage' } as const

/** Areas with their posts, and people with theirs. A person who was forgotten is no longer found. */
export async function* searchables(reader: Reader, since?: Date): AsyncGenerator<Searchable> {
  const every = await areasOf(reader)
  const changed = since && new Set(await changedSince(reader, topicOfArea.prefix, since))
  const areas = changed ? every.filter(({ id }) => changed.has(id)) : every
  const zone = await zoneOf(reader)
  for (const area of areas) yield findableArea(area, zone)
  const ids = areas.map(({ id }) => id)
  for (const post of await postsOf(reader, ids)) yield findablePost(post, every, zone)
  yield* findablePeople(
    reader,
    every,
    since && [
      ...(await changedSince(reader, topicOfPerson.prefix, since)),
      // What an area is called stands in the lines of those who hold its posts.
      ...(await holdersIn(reader, ids)),
    ],
  )
}

function findableArea({ id, acronym, name, validFrom }: Area, zone: string): Findable {
  return {
    ...{ kind: 'directory.area', key: String(id), href: `/administrar/areas/${id}` },
    ...{ title: `${acronym} ${name.es}`, summary: name.es === name.en ? '' : name.en, body: '', audience },
    at: instantOf(validFrom, '00:00', zone),
  }
}

function findablePost({ id, area, titleF, titleM, titleEn }: Post, areas: readonly Area[], zone: string): Findable {
  const of = areas.find((each) => each.id === area)
  return {
    ...{ kind: 'directory.post', key: String(id), href: `/administrar/areas/${area}#cargos` },
    title: titleF === titleM ? titleF : `${titleF} / ${titleM}`,
    ...{ summary: of ? `${of.acronym}, ${of.name.es}` : '', body: titleEn, audience },
    at: of ? instantOf(of.validFrom, '00:00', zone) : new Date(0),
  }
}

async function* findablePeople(
  reader: Reader,
  areas: readonly Area[],
  ids: readonly number[] | undefined,
): AsyncGenerator<Searchable> {
  const people = ids ? await peopleOf(reader, ids) : await listPeople(reader)
  const held = await postsOfPeople(
    reader,
    people.map(({ id }) => id),
  )
  for (const person of people) {
    const key = String(person.id)
    if (person.forgotten) yield { kind: 'directory.person', key, gone: true }
    else yield findablePerson(person, held.get(person.id) ?? [], areas)
  }
}

function findablePerson(
  { id, name, email }: Person,
  held: readonly { readonly title: string; readonly area: number }[],
  areas: readonly Area[],
): Findable {
  const posts = held.map(({ title, area }) => `${title}, ${areas.find((each) => each.id === area)?.name.es ?? ''}`)
  return {
    ...{ kind: 'directory.person', key: String(id), href: `/administrar/personas/${id}` },
    ...{ title: name, summary: posts.join('. '), body: email, audience },
    // People have no date: nobody is older news than another.
    at: new Date(0),
  }
}
