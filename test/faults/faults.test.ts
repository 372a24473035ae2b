import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import pg from 'pg'
import { startPostgres } from '../support/postgres.ts'
import { freePort, newFolder, type Running, startHouse } from '../support/running.ts'

const program = join(import.meta.dirname, '../../dist/main.js')

function terminal(folder: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const settings = { PREGONERO_DATA: folder, PREGONERO_LOG: 'error', ...env }
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...settings } as NodeJS.ProcessEnv,
  })
  return { status, stdout, stderr }
}

/** A person of the example, signed in as a browser does it. */
async function enter({ address, passwords }: Running, who: string): Promise<string> {
  const [email, password] = passwords.find(([each]) => each.startsWith(who)) ?? ['', '']
  const response = await fetch(`${address}/entrar`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ email, password }),
  })
  assert.equal(response.status, 303)
  return response.headers.get('set-cookie')?.split(';')[0] ?? ''
}

/** Opens requests one after another until the connection breaks; answers those that were acknowledged. */
async function openUntilItBreaks(house: Running, cookie: string, area: number, run: number): Promise<string[]> {
  const acknowledged: string[] = []
  for (let index = 0; ; index++) {
    const title = `Prueba de corte ${run}-${index}`
    const response = await fetch(`${house.address}/api/v1/requests`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie, 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify({ area, kind: 'publish', title }),
    }).catch(() => undefined)
    const answer = await response?.json().catch(() => undefined)
    if (!response?.ok || !answer) return acknowledged
    acknowledged.push((answer as { folio: string }).folio)
  }
}

const areaOf = async ({ address }: Running, acronym: string) => {
  const { items } = (await (await fetch(`${address}/api/v1/areas`)).json()) as {
    items: { id: number; acronym: string }[]
  }
  return items.find((each) => each.acronym === acronym)?.id ?? 0
}

function isWhole(acknowledged: readonly string[], kept: readonly string[]) {
  assert.ok(acknowledged.length > 20, `only ${acknowledged.length} were acknowledged: the test did nothing`)
  assert.deepEqual(
    acknowledged.filter((folio) => !kept.includes(folio)),
    [],
    'an acknowledged request was lost',
  )
  assert.equal(new Set(acknowledged).size, acknowledged.length, 'a folio was given twice')
  const numbers = kept.map((folio) => Number(folio.slice(-6))).sort((a, b) => a - b)
  assert.deepEqual(
    numbers,
    Array.from(numbers, (_, at) => at + 1),
    'the folios have a gap',
  )
}

test('killed again and again on PGlite, it loses nothing acknowledged and its ledger verifies', async () => {
  const { acknowledged, kept } = await withLedger({})
  isWhole(acknowledged, kept)
})

test('killed again and again on PostgreSQL, it loses nothing acknowledged and its ledger verifies', async (t) => {
  const postgres = await startPostgres()
  if ('skipped' in postgres) return t.skip(postgres.skipped)
  t.after(() => postgres.stop())
  const { acknowledged, kept } = await withLedger({ DATABASE_URL: await postgres.createDatabase('killed') })
  isWhole(acknowledged, kept)
})

/** The loop of kills, and between the last life and the end, the ledger read again from the terminal. */
async function withLedger(env: Readonly<Record<string, string>>) {
  const folder = newFolder()
  let house = await startHouse({ folder, env })
  const { passwords } = house
  const area = await areaOf(house, 'PPP')
  const acknowledged: string[] = []
  for (let run = 0; run < 4; run++) {
    const cookie = await enter({ ...house, passwords }, 'daniela')
    const writing = openUntilItBreaks(house, cookie, area, run)
    await new Promise((resolve) => setTimeout(resolve, 300 + run * 170))
    await house.stop('SIGKILL')
    acknowledged.push(...(await writing))
    house = await startHouse({ folder, env })
  }
  const kept = await everyFolio(house, await enter({ ...house, passwords }, 'paula'))
  // Asked while it serves: on PGlite the terminal works through the server.
  const verified = terminal(folder, ['ledger', 'verify', '--json'], { ...env, PREGONERO_PORT: '0' })
  assert.equal(verified.status, 0, verified.stderr)
  assert.deepEqual(JSON.parse(verified.stdout).faults, [])
  await house.stop('SIGTERM')
  return { acknowledged, kept }
}

async function everyFolio({ address }: Running, cookie: string): Promise<string[]> {
  const folios: string[] = []
  for (let after = ''; ; ) {
    const response = await fetch(`${address}/api/v1/requests?limit=200${after}`, { headers: { cookie } })
    const { items, next } = (await response.json()) as { items: { folio: string }[]; next: string | null }
    folios.push(...items.map(({ folio }) => folio))
    if (!next) return folios
    after = `&after=${next}`
  }
}

test('an upload that was cut leaves nothing behind, and goes on from where it was', async () => {
  const house = await startHouse()
  const cookie = await enter(house, 'daniela')
  const headers = { cookie, 'sec-fetch-site': 'same-origin' }
  const base = `${house.address}/solicitudes/SP-2026-000011/subidas`
  const content = Buffer.from('casilla,domicilio\r\n'.repeat(4000))
  const started = await fetch(base, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'casillas-completas.csv', bytes: content.length, type: 'text/csv' }),
  })
  assert.equal(started.status, 201)
  const place = house.address + started.headers.get('location')
  const send = (offset: number, end: number) =>
    fetch(place, {
      method: 'PATCH',
      headers: { ...headers, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
      body: content.subarray(offset, end),
    })
  assert.equal((await send(0, 20_000)).status, 204)
  assert.equal((await fetch(place, { method: 'HEAD', headers })).headers.get('upload-offset'), '20000')
  assert.equal((await send(10_000, 30_000)).status, 409)
  assert.equal((await send(20_000, content.length)).status, 200)
  const page = await (await fetch(`${house.address}/solicitudes/SP-2026-000011`, { headers })).text()
  assert.match(page, /casillas-completas\.csv/)
  const sha256 = createHash('sha256').update(content).digest('hex')
  assert.ok(everyFile(join(house.folder, 'library')).some((file) => file.includes(sha256)))
  await house.stop()
})

const everyFile = (folder: string) => readdirSync(folder, { recursive: true }).map(String)

test('a second process that would open the embedded database is refused, in words', async () => {
  const house = await startHouse()
  const other = terminal(house.folder, ['serve'], { PREGONERO_PORT: String(await freePort()) })
  assert.equal(other.status, 1)
  assert.match(other.stderr, /está abierta en el proceso \d+/)
  assert.doesNotMatch(other.stderr, /at .*\.ts:/)
  const through = terminal(house.folder, ['account', 'list', '--json'])
  assert.equal(through.status, 0, through.stderr)
  assert.ok(JSON.parse(through.stdout).length >= 8)
  await house.stop()
})

test('what is wrong in the configuration is said, and nothing starts', () => {
  const folder = newFolder()
  const wrong = [
    [{ PREGONERO_PORT: 'mil' }, /PREGONERO_PORT/],
    [{ PREGONERO_PUERTO: '80' }, /No existe este ajuste: PREGONERO_PUERTO/],
    [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL/],
  ] as const
  for (const [env, said] of wrong) {
    const { status, stderr } = terminal(folder, ['migrate'], env as Record<string, string>)
    assert.equal(status, 1)
    assert.match(stderr, said)
    assert.doesNotMatch(stderr, /at .*\.ts:/)
  }
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'secrets.json'), '{ half')
  const damaged = terminal(folder, ['account', 'list'])
  assert.equal(damaged.status, 1)
  assert.match(damaged.stderr, /secrets\.json está dañado/)
  rmSync(folder, { recursive: true })
})

test('while the database is away pages say so, and they come back with it', async (t) => {
  const postgres = await startPostgres()
  if ('skipped' in postgres) return t.skip(postgres.skipped)
  t.after(() => postgres.stop())
  const url = await postgres.createDatabase('away')
  const house = await startHouse({ env: { DATABASE_URL: url } })
  const admin = new pg.Client({ connectionString: postgres.superuserUrl })
  await admin.connect()
  assert.equal((await fetch(house.address)).status, 200)
  await admin.query('alter database away with allow_connections false')
  await admin.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'away'")
  const away = await fetch(`${house.address}/novedades?antes=2026-01-01T00:00:00.000Z~1`)
  assert.equal(away.status, 503)
  assert.equal(away.headers.get('retry-after'), '10')
  assert.match(await away.text(), /La base de datos no responde/)
  await admin.query('alter database away with allow_connections true')
  const page = `${house.address}/novedades?antes=2026-01-01T00:00:00.000Z~1`
  assert.equal(await statusWithin(10, page), 200)
  await admin.end()
  await house.stop()
})

/** The number of the last request of the year in that database. */
async function lastFolio(connectionString: string): Promise<number> {
  const db = new pg.Client({ connectionString })
  await db.connect()
  const { rows } = await db.query('select max(right(folio, 6)::int) as last from publications.request')
  await db.end()
  return (rows[0] as { last: number }).last
}

/** The last status of a page that is asked for until it answers 200, for so many seconds: what Retry-After promised. */
async function statusWithin(seconds: number, page: string): Promise<number> {
  for (let left = seconds * 4; ; left--) {
    const { status } = await fetch(page)
    if (status === 200 || left === 0) return status
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

test('a backup of PGlite restores on PostgreSQL: the same root, the same files, and it goes on', async (t) => {
  const postgres = await startPostgres({ fsync: false })
  if ('skipped' in postgres) return t.skip(postgres.skipped)
  t.after(() => postgres.stop())
  const first = await startHouse()
  const archive = join(newFolder(), 'copia.tar')
  const made = terminal(first.folder, ['backup', archive, '--json'])
  assert.equal(made.status, 0, made.stderr)

  const folder = newFolder()
  const env = { DATABASE_URL: await postgres.createDatabase('restored') }
  const restored = terminal(folder, ['restore', archive, '--json'], env)
  assert.equal(restored.status, 0, restored.stderr)
  const said = JSON.parse(restored.stdout) as { files: number; entries: number }
  assert.ok(said.files > 20 && said.entries > 200)
  assert.equal(terminal(folder, ['ledger', 'verify'], env).status, 0)
  // That the root is the backup's own, restore itself has compared: it would have answered 1.
  assert.equal(said.entries, JSON.parse(made.stdout).entries)

  const again = terminal(folder, ['restore', archive], env)
  assert.equal(again.status, 1)
  assert.match(again.stderr, /ya hay una casa/)

  const second = await startHouse({ life: 'serve', folder, env })
  const page = '/documentos/contratos-celebrados-de-julio-a-septiembre-de-2026'
  const texts = await Promise.all([first, second].map(async ({ address }) => (await fetch(address + page)).status))
  assert.deepEqual(texts, [200, 200])
  const last = await lastFolio(env.DATABASE_URL)
  const cookie = await enter({ ...second, passwords: first.passwords }, 'daniela')
  const answered = await fetch(`${second.address}/api/v1/requests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ area: await areaOf(second, 'PPP'), kind: 'publish', title: 'Después de restaurar' }),
  })
  assert.equal(Number(((await answered.json()) as { folio: string }).folio.slice(-6)), last + 1)
  await second.stop()
  await first.stop()
})

test('a history rewritten and signed anew is found by a checkpoint that was kept outside', async (t) => {
  const postgres = await startPostgres({ fsync: false })
  if ('skipped' in postgres) return t.skip(postgres.skipped)
  t.after(() => postgres.stop())
  const url = await postgres.createDatabase('rewritten')
  const env = { DATABASE_URL: url }
  const house = await startHouse({ env })
  await house.stop('SIGKILL')
  const kept = join(newFolder(), 'checkpoint.txt')
  const printed = terminal(house.folder, ['ledger', 'checkpoint'], env)
  writeFileSync(kept, `${printed.stdout.trimEnd()}\n`)
  assert.equal(terminal(house.folder, ['ledger', 'verify', '--against', kept], env).status, 0)

  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query('select id, leaf from kernel.entry order by id limit 1 offset 40')
  const forged = (rows[0].leaf as string).replace(/"at":"\d{4}/, '"at":"2001')
  const hash = createHash('sha256').update('\0').update(forged).digest()
  await client.query('update kernel.entry set leaf = $1, hash = $2 where id = $3', [forged, hash, rows[0].id])
  const changed = terminal(house.folder, ['ledger', 'verify'], env)
  assert.equal(changed.status, 1, 'a leaf changed with its hash must not agree with the tree')

  // Whoever holds the machine and its key makes the whole tree and every signature again.
  await client.query('delete from kernel.tree_node')
  await client.query('delete from kernel.checkpoint')
  await client.query('delete from kernel.tally')
  await client.query('update kernel.entry set position = null')
  await client.end()
  const alone = terminal(house.folder, ['ledger', 'verify'], env)
  assert.doesNotMatch(alone.stderr, /asiento|nodo|raíz firmada con/, 'the forgery is whole by itself')
  const against = terminal(house.folder, ['ledger', 'verify', '--against', kept], env)
  assert.equal(against.status, 1)
  assert.match(against.stderr, /se reescribió la historia anterior al asiento \d+/)
})
