import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { z } from 'zod'
import { openTestApp, somebody } from '../../test/support/house.ts'
import type { Command, Event } from './command.ts'
import { commitmentOf, historyOf } from './ledger.ts'
import { lastCheckpoint, proofOf, verifyAgainst, verifyLedger } from './ledger-proof.ts'
import { type Module, on } from './module.ts'
import { moduleOf, perform } from './perform.ts'
import { canonicalJson } from './pure/canonical-json.ts'
import { Refusal } from './refusal.ts'
import { forbidden } from './refusals.ts'
import { sequence } from './sequencer.ts'

// A module of one table, with everything a module may do: the door is tried on it.
interface Tables {
  'probe.note': { id: number; text: string }
}
const noted: Event<{ note: number }> = { name: 'probe.noted', topics: ({ note }) => [`probe.note-${note}`] }
const writeNote: Command<Tables, { note: number; text: string; password?: string | undefined }, { note: number }> = {
  name: 'probe.write-note',
  summary: 'Write a note.',
  grant: 'probe.write',
  input: z.object({ note: z.number(), text: z.string().min(1), password: z.string().optional() }),
  secret: ['password'],
  personal: { fields: ['text'], subject: ({ note }) => `note:${note}` },
  async run(work, { note, text }) {
    await work.db.insertInto('probe.note').values({ id: note, text }).execute()
    if (text === 'not your area') throw forbidden('probe.write')
    if (text === 'refuse me') throw new Refusal('unlawful', { es: 'No procede.', en: 'Not allowed.' })
    work.announce(noted, { note })
    return { note }
  },
}
const countNote: Command<Tables, { note: number }, { number: number }> = {
  name: 'probe.count-note',
  summary: 'Count a note.',
  grant: 'probe.count',
  input: z.object({ note: z.number() }),
  run: async (work) => ({ number: await work.next('probe/2026') }),
}
const forgetNote: Command<Tables, { note: number }, void> = {
  name: 'probe.forget-note',
  summary: 'Forget a note.',
  grant: 'probe.write',
  input: z.object({ note: z.number() }),
  run: (work, { note }) => work.forget(`note:${note}`),
}
const lookAround: Command<Tables, Record<string, never>, void> = {
  name: 'probe.look-around',
  summary: 'Find nothing to do.',
  grant: 'probe.write',
  input: z.object({}),
  run: async () => {},
}
const probe: Module = {
  name: 'probe',
  needs: [],
  migrations: [{ name: 'probe/0001', text: 'create table probe.note (id bigint primary key, text text not null)' }],
  commands: [writeNote, countNote, forgetNote, lookAround],
  reactions: [on(noted, countNote)],
}
const writer = somebody('account:1', ['probe.write'])

test('one transaction holds the change, its ledger entry and the jobs that react to it', async (t) => {
  const { app, work } = await openTestApp(t, [probe])
  assert.deepEqual(await perform(app, writeNote, writer, { note: 1, text: 'hola' }), { note: 1 })
  assert.deepEqual(await app.tables<Tables>().selectFrom('probe.note').selectAll().execute(), [{ id: 1, text: 'hola' }])
  const [entry] = await historyOf(app.db, 'probe.note-1')
  assert.equal(entry?.command, 'probe.write-note')
  assert.equal(entry?.actor, 'account:1')
  assert.deepEqual(entry?.events, [['probe.noted', { note: 1 }]])

  assert.equal(await work(), 1)
  const rows = await app.db.selectFrom('kernel.entry').select(['actor', 'leaf']).orderBy('id', 'desc').execute()
  assert.equal(rows[0]?.actor, 'system')
  assert.equal(JSON.parse(rows[0]?.leaf ?? '').cause, entry?.id)
})

test('a command that finds nothing to do leaves no entry', async (t) => {
  const { app } = await openTestApp(t, [probe])
  await perform(app, lookAround, writer, {})
  assert.equal((await app.db.selectFrom('kernel.entry').selectAll().execute()).length, 0)
})

test('what is refused leaves no trace, neither in the tables nor in the ledger nor in the queue', async (t) => {
  const { app, work } = await openTestApp(t, [probe])
  await assert.rejects(perform(app, writeNote, writer, { note: 1, text: 'refuse me' }), /unlawful/)
  assert.equal((await app.tables<Tables>().selectFrom('probe.note').selectAll().execute()).length, 0)
  assert.equal((await app.db.selectFrom('kernel.entry').selectAll().execute()).length, 0)
  assert.equal(await work(), 0)
})

test('whoever lacks the grant is refused and counted, outside the transaction that was never begun', async (t) => {
  const { app, clock } = await openTestApp(t, [probe])
  const refusal = await perform(app, writeNote, somebody('account:9', []), {}).catch((error: unknown) => error)
  assert.equal((refusal as Refusal).kind, 'forbidden')
  assert.equal(
    await app.security.since('denied', 'account:9', new Date(clock().getTime() - 1000)).then(({ events }) => events),
    1,
  )
})

test('a row out of reach is refused and counted too, though what was written is rolled back', async (t) => {
  const { app, clock } = await openTestApp(t, [probe])
  await assert.rejects(perform(app, writeNote, writer, { note: 1, text: 'not your area' }), /forbidden/)
  assert.equal((await app.tables<Tables>().selectFrom('probe.note').selectAll().execute()).length, 0)
  const counted = await app.security.since('denied', 'account:1', new Date(clock().getTime() - 1000))
  assert.equal(counted.events, 1)
  await assert.rejects(perform(app, writeNote, writer, { note: 2, text: 'refuse me' }), /unlawful/)
  const still = await app.security.since('denied', 'account:1', new Date(clock().getTime() - 1000))
  assert.equal(still.events, 1, 'what the law refuses is no denial')
})

test('bad input names each field, in both languages', async (t) => {
  const { app } = await openTestApp(t, [probe])
  const refusal = (await perform(app, writeNote, writer, { note: 1, text: '' }).catch(
    (error: unknown) => error,
  )) as Refusal
  assert.equal(refusal.kind, 'invalid')
  assert.deepEqual(refusal.reasons, [
    { field: 'text', found: 'nothing', said: { es: 'Falta este dato.', en: 'This is missing.' } },
  ])
})

test('secrets never reach the ledger, and personal data only as a commitment that can be forgotten', async (t) => {
  const { app } = await openTestApp(t, [probe])
  await perform(app, writeNote, writer, { note: 7, text: 'Inés, 55 5555 0142', password: 'correcto caballo' })
  const [entry] = await historyOf(app.db, 'probe.note-7')
  assert.deepEqual(Object.keys(entry?.input ?? {}).sort(), ['note', 'text'])
  assert.ok(entry)
  const { commitment } = entry.input['text'] as { commitment: string }
  const kept = await app.db.selectFrom('kernel.commitment').selectAll().executeTakeFirstOrThrow()
  assert.equal(commitmentOf(kept.salt, 'Inés, 55 5555 0142'), commitment)

  await perform(app, forgetNote, writer, { note: 7 })
  assert.equal((await app.db.selectFrom('kernel.commitment').selectAll().execute()).length, 0)
})

test('a retry key is answered as the first time, and done once', async (t) => {
  const { app } = await openTestApp(t, [probe])
  const knock = { key: 'account:1/abcdefgh' }
  await perform(app, writeNote, writer, { note: 1, text: 'hola' }, knock)
  assert.deepEqual(await perform(app, writeNote, writer, { note: 1, text: 'hola' }, knock), { note: 1 })
  assert.equal((await app.db.selectFrom('kernel.entry').selectAll().execute()).length, 1)
  await assert.rejects(perform(app, writeNote, writer, { note: 2, text: 'otra' }, knock), /conflict/)
})

test('counters have no gaps: a refused command gives its number back', async (t) => {
  const { app } = await openTestApp(t, [probe])
  const counter = somebody('account:2', ['probe.count'])
  assert.deepEqual(await perform(app, countNote, counter, { note: 1 }), { number: 1 })
  const failing: typeof countNote = {
    ...countNote,
    async run(work) {
      await work.next('probe/2026')
      throw new Refusal('conflict', { es: 'No.', en: 'No.' })
    },
  }
  await assert.rejects(perform(app, failing, counter, { note: 1 }))
  assert.deepEqual(await perform(app, countNote, counter, { note: 1 }), { number: 2 })
})

test('a receipt keeps nothing of a secret, and no digest of the rest that can be guessed', async (t) => {
  const { app } = await openTestApp(t, [probe])
  const note = { note: 1, text: 'hola', password: 'sésamo' }
  const knock = { key: 'account:1/abcdefgh' }
  await perform(app, writeNote, writer, note, knock)
  const { input_digest: digest } = await app.db
    .selectFrom('kernel.receipt')
    .select('input_digest')
    .executeTakeFirstOrThrow()
  const { password, ...rest } = note
  const guesses = [note, rest].map((guess) => createHash('sha256').update(canonicalJson(guess)).digest('hex'))
  assert.ok(!guesses.includes(digest))
  await perform(app, writeNote, writer, { ...rest, password: `${password}!` }, knock)
})

test('the version of a module grows with its entries and with nothing else, before and after they are sequenced', async (t) => {
  const { app } = await openTestApp(t, [probe])
  const before = app.versions.of(['probe'])
  await perform(app, writeNote, writer, { note: 1, text: 'hola' })
  const after = app.versions.of(['probe'])
  assert.notEqual(after, before)
  await sequence(app)
  assert.equal(app.versions.of(['probe']), after)
  assert.equal(app.versions.of(['other']), '0+0')
  // Another process wrote: what is counted again here must still be seen to change.
  await app.versions.refresh()
  const counted = app.versions.of(['probe'])
  await perform(app, writeNote, writer, { note: 2, text: 'hola' })
  assert.notEqual(app.versions.of(['probe']), counted)
})

test('entries enter the tree, and an inclusion proof leads to the signed root', async (t) => {
  const { app } = await openTestApp(t, [probe])
  for (const note of [1, 2, 3, 4, 5]) await perform(app, writeNote, writer, { note, text: 'hola' })
  assert.equal(await sequence(app), 5)
  assert.equal(await sequence(app), 0)
  assert.deepEqual(await Array.fromAsync(verifyLedger(app)), [])
  const [entry] = await historyOf(app.db, 'probe.note-3')
  assert.equal((await proofOf(app.db, entry?.id as number))?.position, 2)
  assert.match((await lastCheckpoint(app.db))?.note ?? '', /^127\.0\.0\.1:8017\/pregonero\n5\n/)
})

test('a changed leaf, a lost leaf and a forged checkpoint are each found', async (t) => {
  const { app } = await openTestApp(t, [probe])
  for (const note of [1, 2, 3]) await perform(app, writeNote, writer, { note, text: 'hola' })
  await sequence(app)
  const tamper = async (change: () => Promise<unknown>, undo: () => Promise<unknown>) => {
    await change()
    const faults = await Array.fromAsync(verifyLedger(app))
    await undo()
    return faults.length
  }
  const { id, leaf } = await app.db
    .selectFrom('kernel.entry')
    .select(['id', 'leaf'])
    .orderBy('id')
    .executeTakeFirstOrThrow()
  const setLeaf = (text: string) =>
    app.db.updateTable('kernel.entry').set({ leaf: text }).where('id', '=', id).execute()
  assert.ok(
    (await tamper(
      () => setLeaf(leaf.replace('account:1', 'account:2')),
      () => setLeaf(leaf),
    )) > 0,
  )
  const { root, size } = (await lastCheckpoint(app.db)) as { root: Uint8Array; size: number }
  const setRoot = (bytes: Uint8Array) =>
    app.db.updateTable('kernel.checkpoint').set({ root: bytes }).where('size', '=', size).execute()
  assert.ok(
    (await tamper(
      () => setRoot(Buffer.alloc(32)),
      () => setRoot(root),
    )) > 0,
  )
  const last = await app.db.selectFrom('kernel.entry').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow()
  await app.db.deleteFrom('kernel.entry_topic').where('entry_id', '=', last.id).execute()
  await app.db.deleteFrom('kernel.commitment').where('entry_id', '=', last.id).execute()
  await app.db.deleteFrom('kernel.entry').where('id', '=', last.id).execute()
  assert.ok((await Array.fromAsync(verifyLedger(app))).length > 0)
})

test('a history rewritten and signed again whole is found by a checkpoint that somebody kept', async (t) => {
  const { app } = await openTestApp(t, [probe])
  for (const note of [1, 2, 3]) await perform(app, writeNote, writer, { note, text: 'hola' })
  await sequence(app)
  const kept = (await lastCheckpoint(app.db))?.note as string
  await perform(app, writeNote, writer, { note: 4, text: 'hola' })
  await sequence(app)
  assert.deepEqual(await Array.fromAsync(verifyLedger(app, kept)), [])

  const entries = await app.db.selectFrom('kernel.entry').selectAll().orderBy('id').execute()
  const forged = entries[1]?.leaf.replace('"account:1"', '"account:8"') as string
  const { hashOfLeaf } = await import('./ledger.ts')
  await app.db
    .updateTable('kernel.entry')
    .set({ leaf: forged, hash: hashOfLeaf(forged) })
    .where('id', '=', entries[1]?.id as number)
    .execute()
  await app.db.updateTable('kernel.entry').set({ position: null }).execute()
  for (const table of ['kernel.tree_node', 'kernel.checkpoint', 'kernel.tally'] as const)
    await app.db.deleteFrom(table).execute()
  await sequence(app)
  assert.deepEqual(await Array.fromAsync(verifyLedger(app)), [], 'alone, the forged ledger looks whole')
  assert.match((await Array.fromAsync(verifyAgainst(app, kept)))[0]?.en ?? '', /rewritten/)
})

test('a command is named after its module', () => assert.equal(moduleOf('probe.write-note'), 'probe'))
