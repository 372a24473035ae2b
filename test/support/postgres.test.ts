import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { test } from 'node:test'
import pg from 'pg'
import { startPostgres } from './postgres.ts'

for (const source of ['debian', 'npm'] as const) {
  test(`PostgreSQL from ${source} has what the house asks of it, and leaves nothing behind`, async (context) => {
    const postgres = await startPostgres({ source, fsync: false })
    if ('skipped' in postgres) return context.skip(postgres.skipped)
    context.after(() => postgres.stop())
    const url = await postgres.createDatabase('probe')
    const { folder } = await ask(postgres.superuserUrl, "select current_setting('data_directory') folder")
    const found = await ask(
      url,
      `create extension pg_trgm; create extension unaccent; select unaccent('Sesión') plain, similarity('acta', 'actas') > 0.5 alike, lower('ÁÑ') small,
        (select rolsuper from pg_roles where rolname = current_user) super`,
    )
    assert.deepEqual(found, { plain: 'Sesion', alike: true, small: 'áñ', super: false })
    assert.ok(existsSync(folder))
    await postgres.stop()
    assert.ok(!existsSync(folder))
  })
}

async function ask(connectionString: string, sql: string) {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return [await client.query(sql)].flat().at(-1)?.rows[0]
  } finally {
    await client.end()
  }
}
