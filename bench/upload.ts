import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { startPostgres } from '../test/support/postgres.ts'
import { startHouse } from '../test/support/running.ts'

// What one gigabyte on its way in adds to the memory of the server; PostgreSQL beside it, in one run.

const part = randomBytes(8 * 1024 * 1024)
const parts = 128

const postgres = await startPostgres()
if ('skipped' in postgres) throw new Error(postgres.skipped)
const house = await startHouse({ env: { DATABASE_URL: await postgres.createDatabase('bench') } })
const cookie = await enter('daniela')
const area = /<option value="(\d+)"[^>]*>PPP/.exec(await text('/solicitudes/nueva'))?.[1] ?? ''
const { folio } = await send('POST', '/api/v1/requests', { area, kind: 'publish', title: 'Un archivo muy grande' })

await upload(`/solicitudes/${folio}/subidas`, 'calentamiento.bin', 4)
await settled()
const before = residentMegabytes()
let most = before
const watch = setInterval(() => {
  most = Math.max(most, residentMegabytes())
}, 50)
const start = performance.now()
await upload(`/solicitudes/${folio}/subidas`, 'un-gigabyte.bin', parts)
const seconds = (performance.now() - start) / 1000
clearInterval(watch)
console.log(
  `PostgreSQL ${postgres.version}; 1 GiB in ${parts} parts in ${seconds.toFixed(1)} s; resident memory ${before.toFixed(0)} MB before, ${most.toFixed(0)} MB at most: ${(most - before).toFixed(0)} MB more`,
)
await house.stop()
await postgres.stop()

/** Of the server alone: its reviewer of files is another process, with a limit of its own. */
function residentMegabytes(): number {
  const status = readFileSync(`/proc/${house.process.pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024
}

/** Furnishing leaves a heap that the engine gives back in its own time. */
async function settled(): Promise<void> {
  for (let last = Infinity, now = residentMegabytes(); last - now > 1; last = now, now = residentMegabytes()) {
    await new Promise((resolve) => setTimeout(resolve, 3_000))
  }
}

async function enter(who: string): Promise<string> {
  const [email = '', password = ''] = house.passwords.find(([each]) => each.startsWith(who)) ?? []
  const body = new URLSearchParams({ email, password })
  const headers = { 'sec-fetch-site': 'same-origin' }
  const answer = await fetch(`${house.address}/entrar`, { method: 'POST', body, headers, redirect: 'manual' })
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

function ask(path: string, init: RequestInit & { duplex?: 'half' } = {}): Promise<Response> {
  const headers = { cookie, 'sec-fetch-site': 'same-origin', accept: 'application/json', ...init.headers }
  return fetch(house.address + path, { ...init, headers })
}
async function text(path: string): Promise<string> {
  return (await ask(path, { headers: { accept: 'text/html' } })).text()
}

async function send(method: string, path: string, body: unknown): Promise<Record<string, string>> {
  const headers = { 'content-type': 'application/json' }
  const answer = await ask(path, { method, body: JSON.stringify(body), headers })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  return answer.json() as Promise<Record<string, string>>
}

/** In one request, as a browser sends a large file: a part after another, while the server writes them down. */
async function upload(base: string, name: string, count: number): Promise<void> {
  const bytes = part.length * count
  const { upload: id } = await send('POST', base, { name, bytes })
  let sent = 0
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(part)
      if (++sent === count) controller.close()
    },
  })
  const headers = { 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' }
  const answer = await ask(`${base}/${id}`, { method: 'PATCH', body, headers, duplex: 'half' })
  if (!answer.ok) throw new Error(`The upload was answered ${answer.status}: ${await answer.text()}`)
}
