import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '#kernel/actor'
import type { Reader } from '#kernel/database'
import { fold } from '#kernel/pure/text'
import type { SearchTables } from '../tables.ts'

export interface Found {
  readonly kind: string
  readonly key: string
  readonly href: string
  readonly title: string
  readonly at: Date
  /** Where it was found; what was looked for stands between `\u0002` and `\u0003`. */
  readonly excerpt: string
}
export interface Findings {
  readonly total: number
  readonly items: readonly Found[]
  /** Nothing was written so: these are like it. */
  readonly alike: boolean
}
export interface Looking {
  readonly query: string
  readonly kind?: string | undefined
  readonly limit: number
  readonly offset: number
}

/** Who looks: everybody, people who may enter the intranet, or somebody of the desk with their grants. */
export type Looker = 'public' | 'intranet' | Actor

const marks = 'StartSel="\u0002", StopSel="\u0003", MaxWords=28, MinWords=12, MaxFragments=1'
const leastLikeness = 0.25
const longestMistake = 60

/** The part of the index that this reader may see. */
function visibleTo(looker: Looker): RawBuilder<boolean> {
  if (looker === 'public') return sql`audience = 'public'`
  if (looker === 'intranet') return sql`audience in ('public', 'intranet')`
  const grants = [...looker.grants]
  const everywhere = grants.filter(([, scope]) => scope === 'everywhere').map(([grant]) => grant)
  const somewhere = grants.flatMap(([grant, scope]) =>
    scope === 'everywhere' ? [] : [...scope].map((area) => `${grant} ${area}`),
  )
  const inside = looker.grants.has('intranet.read') ? sql`audience in ('public', 'intranet')` : sql`audience = 'public'`
  // A grant over some areas is one word with each: `publications.read 7`.
  return sql`(${inside} or asked_grant = any(${everywhere}::text[])
    or (asked_grant || ' ' || area_id) = any(${somewhere}::text[]))`
}

export async function find(reader: Reader, looker: Looker, looking: Looking): Promise<Findings> {
  const exact = await written(reader, looker, looking)
  return exact.total > 0 ? exact : alike(reader, looker, looking)
}

/** By words, whatever their accents, number or order; titles first, and among equals the newest. */
async function written(reader: Reader, looker: Looker, { query, kind, limit, offset }: Looking): Promise<Findings> {
  const asked = sql`websearch_to_tsquery('spanish', unaccent(${query}))`
  const whole = fold(query)
  const where = sql`${visibleTo(looker)} and (words @@ ${asked} or folded_title like ${`${likeText(whole)}%`})
    and (${kind ?? null}::text is null or kind = ${kind ?? null})`
  const { rows } = await sql<Found & { total: number }>`
    with found as (
      select *, count(*) over () as total,
        (folded_title like ${`${likeText(whole)}%`})::int as begins, ts_rank(words, ${asked}) as rank
      from search.item where ${where}
      order by begins desc, rank desc, at desc limit ${limit} offset ${offset}
    )
    select kind, key, href, title, at, total,
      ts_headline('spanish', summary || ' ' || left(body, 20000), ${asked}, ${marks}) as excerpt
    from found order by begins desc, rank desc, at desc`.execute(reading(reader))
  return { total: rows[0]?.total ?? 0, items: rows, alike: false }
}

/** By letters in common, for what was mistyped. */
async function alike(reader: Reader, looker: Looker, { query, kind, limit }: Looking): Promise<Findings> {
  const whole = fold(query)
  // A mistyped word is a word: likeness of a long text costs much and finds nothing.
  if (whole.length > longestMistake) return { total: 0, items: [], alike: true }
  const { rows } = await sql<Found>`
    select kind, key, href, title, at, summary as excerpt from search.item
    where ${visibleTo(looker)} and (${kind ?? null}::text is null or kind = ${kind ?? null})
      and word_similarity(${whole}, folded_title) > ${leastLikeness}
    order by word_similarity(${whole}, folded_title) desc, at desc limit ${limit}`.execute(reading(reader))
  return { total: rows.length, items: rows, alike: true }
}

/** Ranks, headlines and likeness are beyond the query builder; these statements only read. */
const reading = (reader: Reader) => reader.tables<SearchTables>() as never

const likeText = (text: string) => text.replaceAll(/[%_\\]/g, '\\$&')
