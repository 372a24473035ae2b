import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { readConfiguration } from '#config'
import { openApp } from '#kernel/house'
import type { Routes } from '#kernel/module'
import { openWeb } from '#kernel/router'
import { workOff } from '#kernel/worker'
import { faces } from '#ui'
import { modules } from '../../src/app.ts'
import { furnish } from '../../src/example/furnish.ts'
import { lifeOf, open } from '../../src/example/lives.ts'
import { asked } from '../../src/example/requests.ts'
import { type Crew, type Insistent, insistent, startCrew } from '../support/crew.ts'
import { startPostgres } from '../support/postgres.ts'
import { newFolder } from '../support/running.ts'

const titles = ['uno', 'dos', 'tres', 'cuatro', 'cinco']

/** The example on this database, and five requests more that only wait to be published. */
async function prepare(folder: string, url: string) {
  const config = readConfiguration({ PREGONERO_DATA: folder, DATABASE_URL: url, PREGONERO_LOG: 'silent' })
  const web: { routes?: Routes } = {}
  const visit = async (address: string, request?: RequestInit) =>
    (web.routes as Routes).request(address.slice(config.baseUrl.length), request)
  const { app, close } = await openApp(modules, config, { visit })
  web.routes = openWeb(app, faces)
  const stage = await furnish(app, () => {})
  const model = asked.find(({ destiny }) => destiny === 'approved')
  assert.ok(model)
  const waiting = titles.map((title) => ({ ...model, title: `Aviso número ${title}`, files: [`aviso-${title}.csv`] }))
  const requests: number[] = []
  for (const each of waiting) requests.push(await open(app, stage, each))
  await workOff(app)
  const now = app.clock()
  for (const [at, each] of waiting.entries()) {
    const start = new Date(now.getTime() - 9 * 3_600_000)
    for (const { act } of lifeOf(stage, each, requests[at] as number, start, now)) await act(app)
  }
  await close()
  const { credentials, areas } = stage
  return { requests, area: areas.get('PPP'), credentials }
}

/** Furnishing a house and killing its hands takes its time where the machine has other things to do. */
const timeout = 240_000

test('server and workers are killed again and again: jobs go on, nothing is done twice', { timeout }, async (t) => {
  const postgres = await startPostgres()
  if ('skipped' in postgres) return t.skip(postgres.skipped)
  const ending: (() => Promise<unknown>)[] = [() => postgres.stop()]
  t.after(async () => {
    for (const end of ending.reverse()) await end()
  })
  const [folder, url] = [newFolder(), await postgres.createDatabase('crew')]
  const { requests, area, credentials } = await prepare(folder, url)
  const db = new pg.Client({ connectionString: url })
  await db.connect()
  ending.push(() => db.end())
  const opened = await countOf(db, 'publications.open-request')
  const published = await countOf(db, 'publications.publish-document')

  const crew = await startCrew(folder, { DATABASE_URL: url })
  ending.push(() => crew.stop())
  const enter = (who: string) => {
    const { email, password } = credentials.find((each) => each.email.startsWith(who)) ?? { email: '', password: '' }
    return insistent(crew.address, email, password)
  }
  const [daniela, paula] = [await enter('daniela'), await enter('paula')]
  const killing = killWhile(crew, 7)
  const [folios] = await Promise.all([
    openMany(daniela, area, 6, 12),
    Promise.all(
      requests.map(async (request) => {
        const { version } = await paula.get<{ version: number }>(`/requests/${request}`)
        return paula.send('POST', `/requests/${request}/publication`, { version }, `put-${request}-live`)
      }),
    ),
  ])
  await killing

  await finish(db, url)
  assert.equal(new Set(folios).size, 72, 'a folio was given twice')
  assert.equal(await countOf(db, 'publications.open-request'), opened + 72, 'a request was opened twice, or not')
  assert.equal(await countOf(db, 'publications.publish-document'), published + titles.length)
  assert.deepEqual(
    await foliosIn(db),
    Array.from({ length: opened + 72 }, (_, at) => at + 1),
  )
  assert.deepEqual(
    await editionsOf(db, requests),
    requests.map((request) => ({ request, editions: 1, seen: true })),
  )
  const verified = terminal(folder, url, ['ledger', 'verify', '--json'])
  assert.equal(verified.status, 0, verified.stderr)
})

/** Several at once, each asking the next thing when the last one was answered. */
async function openMany(who: Insistent, area: number | undefined, writers: number, each: number): Promise<string[]> {
  const one = async (writer: number) => {
    const folios: string[] = []
    for (let at = 0; at < each; at++) {
      const body = { area, kind: 'publish', title: `Prueba ${writer}-${at}` }
      const { folio } = await who.send<{ folio: string }>('POST', '/requests', body, `open-${writer}-${at}`)
      folios.push(folio)
      // What is refused after it took a number gives the number back.
      await assert.rejects(who.send('POST', '/requests', { ...body, area: 1_000_000 }), / 40[349]| 422/)
    }
    return folios
  }
  return (await Promise.all(Array.from({ length: writers }, (_, writer) => one(writer)))).flat()
}

async function killWhile(crew: Crew, times: number): Promise<void> {
  for (let kill = 0; kill < times; kill++) {
    await new Promise((resolve) => setTimeout(resolve, 250 + kill * 90))
    await crew.killOne()
  }
}

/**
 * Waits until nothing waits. A job in the hands of a worker that was killed is given to another after fifteen minutes:
 * here the hands of the clock are moved, and the queue looks.
 */
async function finish(db: pg.Client, url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false, monitorIntervalSeconds: 1 })
  await boss.start()
  for (const end = Date.now() + 60_000; Date.now() < end; ) {
    await db.query("update pgboss.job set started_on = started_on - interval '16 minutes' where state = 'active'")
    await boss.supervise('work')
    // What failed while the server was away is tried again later: no need to wait for it.
    await db.query("update pgboss.job set start_after = now() where name = 'work' and state = 'retry'")
    const { rows } = await db.query(
      "select count(*)::int as n from pgboss.job where name = 'work' and state < 'completed' and start_after <= now()",
    )
    if (rows[0].n === 0) break
    await new Promise((resolve) => setTimeout(resolve, 1_500))
  }
  const { rows } = await db.query(
    "select data from pgboss.job where (name = 'work' and state < 'completed' and start_after <= now()) or name = 'work-failed'",
  )
  await boss.stop({ graceful: false })
  assert.deepEqual(rows, [], 'jobs were left')
}

const countOf = async (db: pg.Client, command: string): Promise<number> =>
  (await db.query('select count(*)::int as n from kernel.entry where command = $1', [command])).rows[0].n

const foliosIn = async (db: pg.Client): Promise<number[]> => {
  const { rows } = await db.query("select folio from publications.request where folio like 'SP-%' order by folio")
  return rows.map(({ folio }: { folio: string }) => Number(folio.slice(-6)))
}

/** Of each request: how many editions it made, and whether each was found whole the last time it was looked at. */
async function editionsOf(db: pg.Client, requests: readonly number[]) {
  const { rows } = await db.query(
    `select request_id::int as request, count(distinct edition.id)::int as editions, bool_and(coalesce(passed, false)) as seen
     from publications.edition left join lateral (
       select passed from publications.verification where edition_id = edition.id order by id desc limit 1
     ) last on true
     where request_id = any($1) group by request_id order by request_id`,
    [requests],
  )
  return rows
}

function terminal(folder: string, url: string, args: readonly string[]) {
  const env = { PATH: process.env['PATH'], PREGONERO_DATA: folder, DATABASE_URL: url, PREGONERO_LOG: 'error' }
  const program = join(import.meta.dirname, '../../dist/main.js')
  return spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', env: env as NodeJS.ProcessEnv })
}
