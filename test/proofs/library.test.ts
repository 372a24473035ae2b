import assert from 'node:assert/strict'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { test } from 'node:test'
import { type Furnished, openFurnished } from '../support/furnished.ts'
import { faultsOf } from '../support/walk.ts'

const page = '/documentos/contratos-celebrados-de-julio-a-septiembre-de-2026'

/** A file that readers can fetch now. */
async function liveFile(house: Furnished): Promise<string> {
  const { text } = await house.ask('GET', `/api/v1${page}`.replace('documentos', 'documents'), undefined)
  return (JSON.parse(text) as { files: { sha256: string }[] }).files[0]?.sha256 ?? ''
}

test('the furnished house agrees with its ledger and its library', async (t) => {
  const house = await openFurnished(t)
  assert.deepEqual(await faultsOf(house, 'files', 'portal', 'publications'), [])
})

test('a live file overwritten with as many other bytes is found, and so is one that is gone', async (t) => {
  const house = await openFurnished(t)
  const sha256 = await liveFile(house)
  const path = house.app.storage.pathOf(sha256)
  const bytes = await readFile(path)
  try {
    await writeFile(
      path,
      bytes.map((byte) => byte ^ 1),
    )
    assert.match((await faultsOf(house, 'files')).join('\n'), new RegExp(`^Content ${sha256}: its bytes were changed`))
    await rm(path)
    assert.deepEqual(await faultsOf(house, 'files'), [`Content ${sha256}: the library lacks its bytes.`])
  } finally {
    await writeFile(path, bytes)
  }
})
