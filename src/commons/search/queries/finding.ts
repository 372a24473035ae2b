import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '#kernel/actor'
import type { Reader } from '#kernel/database'
import { fold } from '#kernel/pure/text'
import { excerptOf } from '../rules/excerpt.ts'
import { askedOf, corrected, doubtful } from '../rules/spelling.ts'
import type { SearchTables } from '../tables.ts'

export interface Found {
  readonly kind: string
  readonly key: string
  readonly href: string
  readonly title: string
  readonly titleEn: string | null
  readonly at: Date
  /** Where it was found; what was looked for stands between `\u0002` and `\u0003`. */
  readonly excerpt: string
}
export interface Findings {
  readonly total: number
  /** How many of each kind, whatever kind was asked for. */
  readonly kinds: ReadonlyMap<string, number>
  readonly items: readonly Found[]
  /** Nothing was written as asked: this was looked for in its place. */
  readonly instead?: string
}
export interface Looking {
  readonly query: string
  readonly kind?: string | undefined
  readonly limit: number
  readonly offset: number
}

/** Who looks: everybody, people who may enter the intranet, or somebody of the desk with their grants. */
export type Looker = 'public' | 'intranet' | Actor

export const nothing: Findings = { total: 0, kinds: new Map(), items: [] }

/** The part of the index that this reader may see. By hand: it is a piece of the statements below. */
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
  return exact.kinds.size > 0 ? exact : mistyped(reader, looker, looking)
}

const read = 20_000

/**
 * By words, whatever their accents, number or order; titles first, and among equals the newest. Bodies are read only of
 * what is shown.
 * By hand: text search and its ranks are beyond the query builder.
 */
async function written(reader: Reader, looker: Looker, { query, kind, limit, offset }: Looking): Promise<Findings> {
  const asked = sql`websearch_to_tsquery('spanish', ${askedOf(query)})`
  const begins = sql`folded_title like ${`${likeText(fold(query))}%`}`
  const where = sql`${visibleTo(looker)} and (words @@ ${asked} or ${begins})`
  const [counted, { rows }] = await Promise.all([
    sql<{ kind: string; count: number }>`
      select kind, count(*)::int as count from search.item where ${where} group by kind`.execute(reading(reader)),
    sql<Omit<Found, 'excerpt'> & { summary: string; body: string; stems: string[] }>`
      select kind, key, href, title, title_en as "titleEn", at, summary, left(body, ${read}) as body,
        tsvector_to_array(to_tsvector('spanish', ${askedOf(query)})) as stems
      from search.item join (
        select kind, key, row_number() over (
          order by (folded_title = ${fold(query)})::int desc, ts_rank(heading, ${asked}) desc, at desc, kind, key
        ) as place
        from search.item where ${where} and (${kind ?? null}::text is null or kind = ${kind ?? null})
        order by place limit ${limit} offset ${offset}
      ) as found using (kind, key)
      order by place`.execute(reading(reader)),
  ])
  const kinds = new Map(counted.rows.map((row) => [row.kind, row.count]))
  return {
    total: kind ? (kinds.get(kind) ?? 0) : [...kinds.values()].reduce((sum, count) => sum + count, 0),
    kinds,
    items: rows.map(({ summary, body, stems, ...item }) => ({
      ...item,
      excerpt: excerptOf(summary, body, stems),
    })),
  }
}

const longestMistake = 60

/** A mistyped word is looked for as the nearest one that some title or summary has, if one is truly near. */
async function mistyped(reader: Reader, looker: Looker, looking: Looking): Promise<Findings> {
  const doubts = doubtful(looking.query)
  if (doubts.length === 0 || looking.query.length > longestMistake) return nothing
  const instead = corrected(looking.query, await vocabulary(reader, looker, doubts))
  if (!instead) return nothing
  const found = await written(reader, looker, { ...looking, query: instead })
  return found.kinds.size > 0 ? { ...found, instead } : nothing
}

/** The words of what this reader may see that are about as long. By hand: no builder splits a text. */
async function vocabulary(reader: Reader, looker: Looker, doubts: readonly string[]): Promise<ReadonlySet<string>> {
  const lengths = doubts.map(({ length }) => length)
  const { rows } = await sql<{ word: string }>`
    select distinct word from search.item,
      regexp_split_to_table(folded_title || ' ' || lower(unaccent(summary)), '[^a-z]+') as word
    where ${visibleTo(looker)} and length(word) between ${Math.min(...lengths) - 2} and ${Math.max(...lengths) + 2}
    `.execute(reading(reader))
  return new Set(rows.map(({ word }) => word))
}

/** The statements above only read. */
const reading = (reader: Reader) => reader.tables<SearchTables>() as never

const likeText = (text: string) => text.replaceAll(/[%_\\]/g, '\\$&')
