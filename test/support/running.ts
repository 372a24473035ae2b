import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const program = join(import.meta.dirname, '../../dist/main.js')

/** The program itself, built and running on a free loopback port with a data folder of its own. */
export interface Running {
  readonly address: string
  readonly folder: string
  /** Address and password of each account of the example. */
  readonly passwords: readonly (readonly [email: string, password: string])[]
  readonly process: ChildProcess
  /** Milliseconds from its start to its first answer, the progress page, and until it was ready. */
  readonly answeredAfter: number
  readonly readyAfter: number
  /** What it printed so far. */
  said(): string
  stop(signal?: NodeJS.Signals): Promise<void>
}

export interface Starting {
  readonly life?: 'start' | 'serve'
  readonly folder?: string
  readonly env?: Readonly<Record<string, string>>
}

export async function startHouse({ life = 'start', folder = newFolder(), env = {} }: Starting = {}): Promise<Running> {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const settings = { PREGONERO_DATA: folder, PREGONERO_PORT: String(port), PREGONERO_LOG: 'error', ...env }
  const start = performance.now()
  const child = spawn(process.execPath, [program, life], {
    env: { PATH: process.env['PATH'], ...settings } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (part: Buffer) => {
      said = (said + part.toString()).slice(-20_000)
    })
  }
  // However the tests end, it ends with them.
  const end = () => child.kill('SIGKILL')
  process.once('exit', end)
  const answered = await ready(address, child, () => said)
  const [answeredAfter, readyAfter] = [answered - start, performance.now() - start]
  const accounts = join(folder, 'cuentas-de-ejemplo.txt')
  const text = existsSync(accounts) ? readFileSync(accounts, 'utf8') : ''
  const passwords = [...text.matchAll(/^\s+(\S+@\S+)\s+(\S+)/gm)].map(
    ([, email, password]) => [email as string, password as string] as const,
  )
  return {
    ...{ address, folder, passwords, process: child, answeredAfter, readyAfter },
    said: () => said,
    async stop(signal = 'SIGTERM') {
      process.off('exit', end)
      if (child.exitCode === null && child.signalCode === null) {
        child.kill(signal)
        await once(child, 'exit')
      }
      if (signal !== 'SIGKILL') rmSync(folder, { recursive: true, force: true })
    },
  }
}

export const newFolder = () => mkdtempSync(join(tmpdir(), 'pregonero-running-'))

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

/** When it first answered anything at all. */
async function ready(address: string, child: ChildProcess, said: () => string): Promise<number> {
  let first = 0
  const deadline = Date.now() + 60_000
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}:\n${said()}`)
    const health = await fetch(`${address}/healthz`).catch(() => undefined)
    if (health) first ||= performance.now()
    if (health?.ok) return first
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`It did not come up:\n${said()}`)
}
