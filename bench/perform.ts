import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { z } from 'zod'
import { readConfiguration } from '#config'
import type { Command, Event } from '#kernel/command'
import { openApp } from '#kernel/house'
import { appendEntry } from '#kernel/ledger'
import type { Module } from '#kernel/module'
import { perform } from '#kernel/perform'
import { startPostgres } from '../test/support/postgres.ts'

// A small command through the door, beside a bare transaction that inserts the same rows, ten in flight, in one run.

interface Tables {
  'probe.note': { id: string; number: number }
}
const noted: Event<{ note: string }> = { name: 'probe.noted', topics: ({ note }) => [`probe.note-${note}`] }
const write: Command<Tables, { note: string }, { number: number }> = {
  name: 'probe.write-note',
  summary: 'Write a note with the next number.',
  grant: 'probe.write',
  input: z.object({ note: z.string() }),
  async run(work, { note }) {
    const number = await work.next('probe/2026')
    await work.db.insertInto('probe.note').values({ id: note, number }).execute()
    work.announce(noted, { note })
    return { number }
  },
}
const probe: Module = {
  name: 'probe',
  needs: [],
  migrations: [{ name: 'probe/0001', text: 'create table probe.note (id text primary key, number bigint not null)' }],
  commands: [write],
}

const postgres = await startPostgres()
if ('skipped' in postgres) throw new Error(postgres.skipped)
const config = readConfiguration({
  DATABASE_URL: await postgres.createDatabase('bench'),
  PREGONERO_DATA: mkdtempSync(join(tmpdir(), 'pregonero-bench-')),
  PREGONERO_LOG: 'silent',
  DATABASE_CONNECTIONS: '12',
})
const { app, close } = await openApp([probe], config)
const actor = { id: 'account:1', name: 'Prueba', grants: new Map([['probe.write', 'everywhere' as const]]) }

/** The same rows without the door: note, counter, entry and topic. */
const bare = () =>
  app.db.transaction().execute(async (transaction) => {
    const note = randomUUID()
    const { rows } = await sql<{ value: number }>`insert into kernel.counter (series, value) values ('bare/2026', 1)
      on conflict (series) do update set value = kernel.counter.value + 1 returning value`.execute(transaction)
    await sql`insert into probe.note (id, number) values (${note}, ${rows[0]?.value})`.execute(transaction)
    const announced = [{ event: 'probe.noted', topics: [`probe.note-${note}`], data: { note } }]
    await appendEntry(transaction, { name: 'probe.write-note' }, new Date(), actor, { note }, {}, announced, undefined)
  })

async function rate(run: () => Promise<unknown>, inFlight = 10, milliseconds = 4_000): Promise<number> {
  let done = 0
  const end = performance.now() + milliseconds
  const lane = async () => {
    while (performance.now() < end) {
      await run()
      done++
    }
  }
  await Promise.all(Array.from({ length: inFlight }, lane))
  return (done / milliseconds) * 1000
}

const through = () => perform(app, write, actor, { note: randomUUID() })
await rate(through, 10, 1_500)
await rate(bare, 10, 1_500)
const [doors, bares]: [number[], number[]] = [[], []]
for (let round = 0; round < 3; round++) {
  bares.push(await rate(bare))
  doors.push(await rate(through))
}
const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[1] ?? 0
console.log(`PostgreSQL ${postgres.version}, ten in flight, three rounds of 4 s each, medians`)
console.log(`bare transaction: ${middle(bares).toFixed(0)}/s`)
console.log(`through the door: ${middle(doors).toFixed(0)}/s, ${(middle(doors) / middle(bares)).toFixed(2)} of it`)
await close()
await postgres.stop()
