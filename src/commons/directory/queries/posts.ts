import type { Reader, Reading } from '#kernel/database'
import type { Said } from '#kernel/words'
import { livesOn, titleOf } from '../rules.ts'
import type { DirectoryTables } from '../tables.ts'
import { type PersonName, personNames } from './people.ts'

export interface Post {
  readonly id: number
  readonly area: number
  readonly titleF: string
  readonly titleM: string
  readonly titleEn: string
}
export interface Appointed {
  readonly appointment: number
  readonly post: number
  readonly area: number
  readonly person: PersonName
  /** As it is said of this person: Directora, Director. */
  readonly title: Said
  readonly validFrom: string
  readonly validTo: string | null
}

export async function postsOf(reader: Reader, areas: readonly number[]): Promise<readonly Post[]> {
  if (areas.length === 0) return []
  const rows = await reader
    .tables<DirectoryTables>()
    .selectFrom('directory.post')
    .selectAll()
    .where('area_id', 'in', [...areas])
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    area: row.area_id,
    titleF: row.title_f,
    titleM: row.title_m,
    titleEn: row.title_en,
  }))
}

/** Who holds a post in the area on that day. */
export const peopleOfArea = async (reader: Reader, area: number, on: string): Promise<readonly Appointed[]> =>
  (await appointments(reader, 'directory.post.area_id', area)).filter((held) => livesOn(lasting(held), on))

/** Every post that a person holds or held, newest first. */
export const postsOfPerson = (reader: Reader, person: number): Promise<readonly Appointed[]> =>
  appointments(reader, 'directory.appointment.person_id', person)

const lasting = ({ validFrom, validTo }: Appointed) => ({ valid_from: validFrom, valid_to: validTo })

async function appointments(
  reader: Reader,
  by: 'directory.post.area_id' | 'directory.appointment.person_id',
  value: number,
): Promise<readonly Appointed[]> {
  const rows = await reader
    .tables<DirectoryTables>()
    .selectFrom('directory.appointment')
    .innerJoin('directory.post', 'directory.post.id', 'directory.appointment.post_id')
    .selectAll('directory.post')
    .select([
      'directory.appointment.id as appointment',
      'directory.appointment.person_id',
      'directory.appointment.valid_from',
      'directory.appointment.valid_to',
    ])
    .where(by, '=', value)
    .orderBy('directory.appointment.valid_from', 'desc')
    .execute()
  const names = await personNames(
    reader,
    rows.map((row) => row.person_id),
  )
  return rows.map((row) => {
    const person = names.get(row.person_id) as PersonName
    return {
      appointment: row.appointment,
      post: row.id,
      area: row.area_id,
      person,
      title: titleOf(row, person.gender),
      validFrom: row.valid_from,
      validTo: row.valid_to,
    }
  })
}

export const findPost = (db: Reading<DirectoryTables>, post: number) =>
  db.selectFrom('directory.post').selectAll().where('id', '=', post).executeTakeFirst()

/** Who holds a post of these areas, or held one. */
export async function holdersIn(reader: Reader, areas: readonly number[]): Promise<readonly number[]> {
  const rows = await reader
    .tables<DirectoryTables>()
    .selectFrom('directory.appointment')
    .innerJoin('directory.post', 'directory.post.id', 'directory.appointment.post_id')
    .select('person_id')
    .distinct()
    .where('area_id', 'in', [0, ...areas])
    .execute()
  return rows.map(({ person_id }) => person_id)
}

/** The posts that each of these people holds with no end in sight. */
export async function postsOfPeople(
  reader: Reader,
  people: readonly number[],
): Promise<ReadonlyMap<number, readonly { readonly title: string; readonly area: number }[]>> {
  const rows = await reader
    .tables<DirectoryTables>()
    .selectFrom('directory.appointment as a')
    .innerJoin('directory.post as p', 'p.id', 'a.post_id')
    .innerJoin('directory.person as h', 'h.id', 'a.person_id')
    .select(['a.person_id', 'h.gender', 'p.area_id', 'p.title_f', 'p.title_m', 'p.title_en'])
    .where('a.person_id', 'in', [0, ...people])
    .where('a.valid_to', 'is', null)
    .orderBy('a.id')
    .execute()
  const posts = rows.map((row) => ({ person: row.person_id, title: titleOf(row, row.gender).es, area: row.area_id }))
  return Map.groupBy(posts, ({ person }) => person)
}
