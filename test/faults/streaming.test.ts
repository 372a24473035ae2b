import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { request as ask } from 'node:http'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { test } from 'node:test'
import { insistent } from '../support/crew.ts'
import { startPostgres } from '../support/postgres.ts'
import { type Running, startHouse } from '../support/running.ts'

const megabyte = 1_048_576
const megabytes = 400

/** What the server itself holds in memory; its workers of checks are other processes. */
const residentMegabytes = ({ process: { pid } }: Running) =>
  Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024

test('a large file goes through the server to the disk without staying in its memory', async (t) => {
  if (process.platform !== 'linux') return t.skip('only Linux says how much memory a process holds')
  const postgres = await startPostgres({ fsync: false })
  if ('skipped' in postgres) return t.skip(postgres.skipped)
  const house = await startHouse({ env: { DATABASE_URL: await postgres.createDatabase('streaming') } })
  t.after(async () => {
    await house.stop()
    await postgres.stop()
  })
  const [email, password] = house.passwords.find(([each]) => each.startsWith('daniela')) ?? ['', '']
  const daniela = await insistent(house.address, email, password)
  const { items } = await daniela.get<{ items: { id: number; acronym: string }[] }>('/areas')
  const area = items.find(({ acronym }) => acronym === 'PPP')?.id
  const draft = await daniela.send<{ folio: string }>('POST', '/requests', { area, kind: 'publish', title: 'Video' })

  const chunk = Buffer.alloc(megabyte, 'pregonero ')
  const hash = createHash('sha256')
  const before = residentMegabytes(house)
  let most = 0
  const watching = setInterval(() => {
    most = Math.max(most, residentMegabytes(house))
  }, 50)
  const body = Readable.from(
    (async function* () {
      yield '--b\r\ncontent-disposition: form-data; name="files"; filename="grabacion.bin"\r\n\r\n'
      for (let at = 0; at < megabytes; at++) {
        hash.update(chunk)
        yield chunk
      }
      yield '\r\n--b--\r\n'
    })(),
  )
  const status = await posted(`${house.address}/solicitudes/${draft.folio}/archivos`, daniela.cookie, body)
  clearInterval(watching)
  assert.equal(status, 303)
  const kept = readdirSync(join(house.folder, 'library'), { recursive: true }).map(String)
  const sha256 = hash.digest('hex')
  assert.ok(
    kept.some((file) => file.includes(sha256)),
    'what was kept is what was sent',
  )
  assert.ok(most - before < 64, `it held ${(most - before).toFixed(0)} MB more than before`)
})

async function posted(address: string, cookie: string, body: Readable): Promise<number | undefined> {
  const headers = { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'multipart/form-data; boundary=b' }
  const outgoing = ask(address, { method: 'POST', headers })
  const answered = new Promise<number | undefined>((resolve, reject) => {
    outgoing.on('response', (response) => resolve(response.resume().statusCode)).on('error', reject)
  })
  await pipeline(body, outgoing)
  return answered
}
