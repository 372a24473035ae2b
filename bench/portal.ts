import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../test/support/running.ts'

// The portal against nginx serving the same bytes as a file, on this machine, in one run. Needs nginx and wrk.
// node --import ./scripts/register.mjs bench/portal.ts http://127.0.0.1:8017 (a house that is already running)

const [, , base = 'http://127.0.0.1:8017'] = process.argv
const connections = 32
const seconds = 6

const text = async (path: string) => (await fetch(base + path)).text()
const sitemap = await text('/mapa-1.xml')
const live = [...sitemap.matchAll(/<loc>https?:\/\/[^/]+([^<]*)<\/loc>/g)].map(([, path]) => path || '/')
const page = live.find((path) => path.startsWith('/documentos/')) ?? '/'
console.log(
  `${base}, ${connections} connections, ${seconds} s each; ${live.length} live pages; ${((await (await fetch(`${base}/healthz`)).json()) as { engine: string }).engine}`,
)

/** Requests a second, as wrk counts them; anything but an answer of 200 is said. */
function wrk(address: string, script?: string): number {
  const args = ['-t1', `-c${connections}`, `-d${seconds}s`, ...(script ? ['-s', script] : []), address]
  const said = execFileSync('wrk', args, { encoding: 'utf8' })
  const bad = /Non-2xx or 3xx responses: (\d+)/.exec(said)?.[1]
  if (bad) console.log(`  ${bad} answers were not 200`)
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(said)?.[1] ?? 0)
}

const folder = mkdtempSync(join(tmpdir(), 'pregonero-bench-'))

/** nginx of the system, one worker as the house has one process, with the page as a file. */
async function nginx(body: string) {
  const port = await freePort()
  mkdirSync(join(folder, 'html'))
  writeFileSync(join(folder, 'html/page.html'), body)
  const config = join(folder, 'nginx.conf')
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  )
  writeFileSync(
    config,
    `daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error;
    events { worker_connections 512; }
    http { access_log off; sendfile on; tcp_nopush on; open_file_cache max=10; keepalive_requests 1000000; ${paths.join(' ')}
      types { text/html html; } server { listen 127.0.0.1:${port}; root ${folder}/html; } }`,
  )
  const child = spawn('nginx', ['-c', config], { stdio: 'ignore' })
  await new Promise((resolve) => setTimeout(resolve, 500))
  return { address: `http://127.0.0.1:${port}/page.html`, stop: () => child.kill() }
}

const body = await text(page)
const reference = await nginx(body)
wrk(base + page)
const kept: number[] = []
const files: number[] = []
for (let round = 0; round < 3; round++) {
  files.push(wrk(reference.address))
  kept.push(wrk(base + page))
}
reference.stop()
const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
console.log(`nginx, the same ${body.length} bytes as a file: ${middle(files).toFixed(0)}/s`)
console.log(`a page in the cache: ${middle(kept).toFixed(0)}/s, ${(middle(kept) / middle(files)).toFixed(2)} of nginx`)

const anew = join(folder, 'anew.lua')
writeFileSync(
  anew,
  `local n = 0\nrequest = function() n = n + 1 return wrk.format("GET", "${page}?n=" .. n .. "-" .. os.time()) end`,
)
const rendered = wrk(base + page, anew)
console.log(`a page rendered anew: ${rendered.toFixed(0)}/s`)

/** Zipf over every live page, at a steady rate, with the time of each answer counted from when it was due. */
async function zipf(rate: number, lasts: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const weights = live.map((_, at) => 1 / (at + 1))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const pick = (share: number) => {
    let left = share * sum
    const found = weights.findIndex((weight) => {
      left -= weight
      return left <= 0
    })
    return live[Math.max(0, found)] as string
  }
  const times: number[] = []
  const began = performance.now()
  const waiting: Promise<void>[] = []
  for (let sent = 0; sent < rate * lasts; ) {
    const due = Math.min(rate * lasts, Math.floor(((performance.now() - began) / 1000) * rate))
    for (; sent < due; sent++) {
      const start = began + (sent / rate) * 1000
      const path = pick(((sent * 2_654_435_761) % 4_294_967_296) / 4_294_967_296)
      waiting.push(
        new Promise((resolve) => {
          get(base + path, { agent }, (answer) => {
            answer.resume().on('end', () => {
              times.push(performance.now() - start)
              resolve()
            })
          }).on('error', () => resolve())
        }),
      )
    }
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  await Promise.all(waiting)
  agent.destroy()
  return times.sort((a, b) => a - b)
}

const publish = process.argv[3]
let published = 0
const publishing = publish
  ? setInterval(async () => {
      // One decision a second that renews every public page.
      const answer = await fetch(`${base}/api/v1/home/features`, {
        method: 'POST',
        headers: { authorization: `Bearer ${publish}`, 'content-type': 'application/json' },
        body: JSON.stringify({ titleEs: `Prueba ${++published}`, href: '/novedades' }),
      })
      if (!answer.ok) console.log(`  the publication was answered ${answer.status}`)
    }, 1000)
  : undefined
// What this generator and the house can do together on these cores, then seven tenths of it.
const probe = await zipf(20_000, 4)
const capacity = probe.length / ((probe.at(-1) ?? 1) / 1000 + 4 - 4 || 4)
const together = Math.min(capacity, 20_000)
const rate = Math.round(together * 0.7)
const times = await zipf(rate, 10)
clearInterval(publishing)
const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1)
console.log(
  `Zipf over ${live.length} pages at ${rate}/s${publish ? `, ${published} publications` : ''}: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, ${times.length} answers`,
)
