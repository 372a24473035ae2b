import { sql } from 'kysely'
import type { App } from '#kernel/app'
import type { Database } from '#kernel/database'
import type { Searchable } from '#kernel/module'
import { fold } from '#kernel/pure/text'
import { plain } from './rules/spelling.ts'
import type { SearchTables } from './tables.ts'

/** PostgreSQL takes a vector of at most a megabyte: of a very long text its beginning is found. */
const mostCharacters = 200_000
/** Clocks of several machines may differ by this much. */
const overlapMilliseconds = 10_000

/** The index is derived from what the modules hold, and does not pass the door. */
const indexOf = (app: App): Database<SearchTables> => app.db as never

/** Reads what changed since the last time, or everything, and answers how many things it read. */
export async function refreshIndex(app: App, all = false): Promise<number> {
  const db = indexOf(app)
  const state = await db.selectFrom('search.state').select('read_until').executeTakeFirst()
  const began = app.clock()
  const since = all || !state ? undefined : new Date(state.read_until.getTime() - overlapMilliseconds)
  if (!since) await db.deleteFrom('search.item').execute()
  let read = 0
  for (const module of app.modules) {
    if (!module.searchables) continue
    for await (const found of module.searchables(app, since)) {
      read++
      if ('gone' in found) await forget(db, found)
      else await keep(db, found)
    }
  }
  await db
    .insertInto('search.state')
    .values({ single: true, read_until: began })
    .onConflict((clash) => clash.column('single').doUpdateSet({ read_until: began }))
    .execute()
  return read
}

const forget = (db: Database<SearchTables>, { kind, key }: Pick<Searchable, 'kind' | 'key'>) =>
  db.deleteFrom('search.item').where('kind', '=', kind).where('key', '=', key).execute()

async function keep(db: Database<SearchTables>, found: Exclude<Searchable, { gone: true }>): Promise<void> {
  const { kind, key, href, title, titleEn, summary, at, audience } = found
  const body = found.body.replaceAll('\0', ' ').slice(0, mostCharacters)
  const staff = typeof audience === 'object'
  // By hand: no builder writes text search. A title counts more than a summary, and that more than what lies inside.
  const heading = sql`
    setweight(to_tsvector('spanish', ${plain(`${title} ${titleEn ?? ''}`)}), 'A') || setweight(to_tsvector('spanish', ${plain(summary)}), 'B')`
  const words = sql`${heading} || setweight(to_tsvector('spanish', ${plain(body)}), 'D')`
  const row = {
    ...{ kind, key, href, title, title_en: titleEn || null, summary, body, at },
    audience: staff ? ('staff' as const) : audience,
    asked_grant: staff ? audience.grant : null,
    area_id: (staff ? audience.area : undefined) ?? null,
    folded_title: fold(title),
    heading: heading as never,
    words: words as never,
  }
  await db
    .insertInto('search.item')
    .values(row)
    .onConflict((clash) => clash.columns(['kind', 'key']).doUpdateSet(row))
    .execute()
}

const gatherMilliseconds = 500

/** Reads again soon after anything was decided; once when it starts. */
export function startIndexing(app: App): { stop(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<unknown> = Promise.resolve()
  const soon = () => {
    timer ??= setTimeout(() => {
      timer = undefined
      running = running.then(() => refreshIndex(app)).catch((error) => app.log.error({ err: error }, 'search'))
    }, gatherMilliseconds)
  }
  const stop = app.bell.listen((topics) => {
    if (topics.includes('ledger') || topics.includes('*')) soon()
  })
  soon()
  return {
    async stop() {
      stop()
      clearTimeout(timer)
      await running
    },
  }
}
