import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
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

/** Requests a second, as wrk counts them; what answers anything but 200 is not measured. */
function wrk(address: string, more: readonly string[] = [], forScript: readonly string[] = []): number {
  const args = ['-t1', `-c${connections}`, `-d${seconds}s`, ...more, address, '--', ...forScript]
  const said = execFileSync('wrk', args, { encoding: 'utf8' })
  const bad = /Non-2xx or 3xx responses: (\d+)/.exec(said)?.[1]
  if (bad) throw new Error(`${address} gave ${bad} answers that were not 200.`)
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(said)?.[1] ?? 0)
}

const folder = mkdtempSync(join(tmpdir(), 'pregonero-bench-'))
// The worker of nginx is another user.
chmodSync(folder, 0o755)

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

const etag = (await fetch(base + page)).headers.get('etag') ?? ''
const unchanged = wrk(base + page, ['-H', `If-None-Match: ${etag}`])
console.log(
  `304 to whoever has it: ${unchanged.toFixed(0)}/s, ${(unchanged / middle(kept)).toFixed(2)} of the page itself`,
)

const anew = join(folder, 'anew.lua')
writeFileSync(
  anew,
  `local n, path = 0, ""
   init = function(args) path = args[1] end
   request = function() n = n + 1 return wrk.format("GET", path .. "?n=" .. n .. "-" .. os.time()) end`,
)
for (const path of [page, '/', '/novedades']) {
  const rendered = wrk(base + path, ['-s', anew], [path])
  console.log(`${path === page ? 'a page' : path} rendered anew: ${rendered.toFixed(0)}/s`)
}

const weights = live.map((_, at) => 1 / (at + 1))
const bounds = weights.map((_, at) => weights.slice(0, at + 1).reduce((sum, weight) => sum + weight, 0))

/** Zipf over every live page; the draws repeat from run to run. */
function pathOf(draw: number): string {
  const share = ((draw * 2_654_435_761) % 4_294_967_296) / 4_294_967_296
  let [low, high] = [0, live.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((bounds[middle] as number) < share * (bounds.at(-1) as number)) low = middle + 1
    else high = middle
  }
  return live[low] as string
}

const agent = new Agent({ keepAlive: true, maxSockets: connections })
const ask = (draw: number) =>
  new Promise<void>((resolve, reject) => {
    get(base + pathOf(draw), { agent }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${pathOf(draw)} answered ${answer.statusCode}.`))
      answer.resume().on('end', resolve)
    }).on('error', reject)
  })

/** What the house and this generator can do together on these cores: each connection asks again when answered. */
async function capacityOf(lasts: number): Promise<number> {
  const began = performance.now()
  let draw = 0
  const connection = async () => {
    while (performance.now() - began < lasts * 1000) await ask(draw++)
  }
  await Promise.all(Array.from({ length: connections }, connection))
  return draw / ((performance.now() - began) / 1000)
}

/** Milliseconds of each answer at a steady rate, counted from when its question was due and not from when it left. */
async function timesAt(rate: number, lasts: number): Promise<number[]> {
  const times: number[] = []
  const waiting: Promise<void>[] = []
  const began = performance.now()
  for (let sent = 0; sent < rate * lasts; ) {
    const due = Math.min(rate * lasts, Math.floor(((performance.now() - began) / 1000) * rate))
    for (; sent < due; sent++) {
      const start = began + (sent / rate) * 1000
      waiting.push(ask(sent).then(() => void times.push(performance.now() - start)))
    }
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  await Promise.all(waiting)
  return times.sort((a, b) => a - b)
}

const token = process.argv[3]
let published = 0
/** One decision that renews every public page. */
async function publish() {
  const answer = await fetch(`${base}/api/v1/home/features`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ titleEs: `Prueba ${++published}`, href: '/novedades' }),
  })
  if (!answer.ok) throw new Error(`The publication was answered ${answer.status}: ${await answer.text()}`)
}

const publishing = token ? setInterval(publish, 1000) : undefined
await capacityOf(3)
const capacity = await capacityOf(10)
const rate = Math.round(capacity * 0.7)
const times = await timesAt(rate, 20)
clearInterval(publishing)
agent.destroy()
const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1)
console.log(
  `Zipf over ${live.length} pages, ${published} publications, capacity ${capacity.toFixed(0)}/s; at 70 % of it, ${rate}/s: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, ${times.length} answers`,
)
