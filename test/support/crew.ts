import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { freePort, type Running, startHand, startHouse } from './running.ts'

type Env = Readonly<Record<string, string>>

/** One `serve --no-worker` and two `work` on one PostgreSQL, at one address; whoever is killed comes back. */
export interface Crew {
  readonly address: string
  /** Kills one of them, in turn, and starts another in its place. */
  killOne(): Promise<void>
  stop(): Promise<void>
}

export async function startCrew(folder: string, env: Env): Promise<Crew> {
  const port = await freePort()
  const serve = () => startHouse({ life: 'serve', args: ['--no-worker'], folder, port, env })
  let server: Running = await serve()
  const hands: ChildProcess[] = [await startHand(folder, port, env), await startHand(folder, port, env)]
  let turn = 0
  const end = async (child: ChildProcess, signal: NodeJS.Signals) => {
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
  return {
    address: server.address,
    async killOne() {
      const which = turn++ % 3
      if (which === 0) {
        await server.stop('SIGKILL')
        server = await serve()
        return
      }
      await end(hands[which - 1] as ChildProcess, 'SIGKILL')
      hands[which - 1] = await startHand(folder, port, env)
    },
    async stop() {
      await Promise.all(hands.map((hand) => end(hand, 'SIGTERM')))
      await server.stop()
    },
  }
}

/** A person at a browser that goes on asking until the house answers: each thing under a key of its own. */
export interface Insistent {
  readonly cookie: string
  get<Answer>(path: string): Promise<Answer>
  send<Answer>(method: string, path: string, body: object, key?: string): Promise<Answer>
}

const patienceMilliseconds = 60_000

export async function insistent(address: string, email: string, password: string): Promise<Insistent> {
  const until = async (ask: () => Promise<Response>): Promise<Response> => {
    for (const start = Date.now(); ; ) {
      const response = await ask().catch(() => undefined)
      if (response && response.status < 500) return response
      if (Date.now() - start > patienceMilliseconds) throw new Error(`It gave no answer: ${response?.status}.`)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  const entered = await until(() =>
    fetch(`${address}/entrar`, {
      ...{ method: 'POST', redirect: 'manual', headers: { 'sec-fetch-site': 'same-origin' } },
      body: new URLSearchParams({ email, password }),
    }),
  )
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
  const answer = async <Answer>(response: Response, asked: string): Promise<Answer> => {
    const text = await response.text()
    if (!response.ok) throw new Error(`${asked} answered ${response.status}: ${text.slice(0, 500)}`)
    return JSON.parse(text) as Answer
  }
  return {
    cookie,
    get: async (path) => answer(await until(() => fetch(`${address}/api/v1${path}`, { headers: { cookie } })), path),
    send: async (method, path, body, key = crypto.randomUUID()) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': key, cookie }
      const init = { method, headers: { ...headers, 'sec-fetch-site': 'same-origin' }, body: JSON.stringify(body) }
      return answer(await until(() => fetch(`${address}/api/v1${path}`, init)), `${method} ${path}`)
    },
  }
}
