import { sql } from 'kysely'
import type { Ground } from './database.ts'

/** `elsewhere`: another process rang, and what it wrote is not known here. */
type Listener = (topics: readonly string[], elsewhere: boolean) => void

/** Tells open pages and idle workers that topics changed. It carries no content: they fetch again. */
export interface Bell {
  ring(topics: readonly string[]): void
  listen(listener: Listener): () => void
  close(): void
}

const channel = 'pregonero_bell'
/** NOTIFY takes a lock at commit that all writers share, so rings travel apart, gathered over this long. */
const gatherMilliseconds = 15
const reconnectMilliseconds = 2_000

/** Rings here at once, and in the other processes of the house through the database. */
export async function openBell(ground: Ground, lost: () => void = () => {}): Promise<Bell> {
  const listeners = new Set<Listener>()
  const hear = (topics: readonly string[], elsewhere: boolean) => {
    for (const listener of listeners) listener(topics, elsewhere)
  }
  const here = String(process.pid)
  const pending = new Set<string>()
  let timer: NodeJS.Timeout | undefined

  async function send() {
    timer = undefined
    const topics = [...pending]
    pending.clear()
    // By hand: no builder writes NOTIFY. It carries 8,000 bytes at most; a longer ring says that anything may have changed.
    const payload = JSON.stringify([here, ...topics])
    const carried = payload.length < 7_500 ? payload : JSON.stringify([here, '*'])
    await sql`select pg_notify(${channel}, ${carried})`.execute(ground.db).catch(() => {})
  }
  const hearOthers = (payload: string) => {
    const [from, ...topics] = JSON.parse(payload) as string[]
    if (from !== here) hear(topics, true)
  }
  let again: NodeJS.Timeout | undefined
  let closed = false
  const connect = () => ground.listen(channel, hearOthers, reconnect)
  /** What rang meanwhile was not heard: anything may have changed. */
  function reconnect() {
    if (closed) return
    lost()
    again = setTimeout(() => {
      connect().then(() => hear(['*'], true), reconnect)
    }, reconnectMilliseconds).unref()
  }
  if (ground.engine === 'postgresql') await connect()
  return {
    ring(topics) {
      hear(topics, false)
      if (ground.engine === 'pglite') return
      for (const topic of topics) pending.add(topic)
      timer ??= setTimeout(send, gatherMilliseconds).unref()
    },
    listen(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close() {
      closed = true
      clearTimeout(timer)
      clearTimeout(again)
      listeners.clear()
    },
  }
}
