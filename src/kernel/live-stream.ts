import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { App } from './app.ts'
import type { Env } from './module.ts'
import { forbidden, missing } from './refusals.ts'

const mostTopics = 20
/** Proxies cut a silent connection; a comment now and then keeps it. */
const pulseMilliseconds = 15_000
/** Open streams of one process. Strangers never take the last ones from those who work here. */
const mostStreams = 10_000
const mostVisitors = 8_000
const open = { visitors: 0, people: 0 }

/** What everybody may hear: a public page changed. */
const isPublic = (topic: string) => topic.startsWith('public.')

/**
 * The topic as a page says it to whoever may read that page: with a seal for this reader, which lets them listen to
 * it and to nothing else.
 */
export function heardBy(c: Context<Env>, topic: string): string {
  return isPublic(topic) ? topic : `${topic}~${sealOf(c.var.app, c.var.actor.id, topic)}`
}

const sealOf = (app: Pick<App, 'keys'>, actor: string, topic: string): string =>
  createHmac('sha256', app.keys.pepper).update(`hear ${actor} ${topic}`).digest('base64url').slice(0, 22)

/** The topic, if this reader was given it. */
function topicIn(c: Context<Env>, said: string): string {
  if (isPublic(said)) return said
  const [topic = '', seal = ''] = said.split('~')
  const right = Buffer.from(sealOf(c.var.app, c.var.actor.id, topic))
  const given = Buffer.from(seal)
  if (right.length !== given.length || !timingSafeEqual(right, given)) throw forbidden('identity.own')
  return topic
}

/** `/vivo?temas=a,b`: rings when one of the topics changes, for as long as its reader is who they were. */
export function bellStream(c: Context<Env>): Response {
  const said = (c.req.query('temas') ?? '').split(',').filter(Boolean).slice(0, mostTopics)
  const topics = new Set(said.map((each) => topicIn(c, each)))
  if (topics.size === 0) throw missing()
  const kind = c.var.actor.id === 'visitor' ? 'visitors' : 'people'
  if (open.visitors + open.people >= mostStreams || (kind === 'visitors' && open.visitors >= mostVisitors)) {
    // The page asks again later, and is read meanwhile as it stands.
    return c.body(null, 503, { 'retry-after': '60' })
  }
  return streamSSE(c, async (stream) => {
    open[kind]++
    const heard = (rung: readonly string[]) => rung.some((topic) => topic === '*' || topics.has(topic))
    const stop = c.var.app.bell.listen((rung) => {
      if (heard(rung)) void stream.writeSSE({ event: 'ring', data: '' })
    })
    stream.onAbort(stop)
    try {
      await stream.writeSSE({ event: 'hello', data: '' })
      while (!stream.aborted && !stream.closed) {
        await stream.sleep(pulseMilliseconds)
        if (stream.aborted || !(await isStill(c))) break
        await stream.write(': \n\n')
      }
    } finally {
      stop()
      open[kind]--
    }
  })
}

/** Whoever was shut out meanwhile, or signed out, hears nothing more. */
async function isStill(c: Context<Env>): Promise<boolean> {
  const { app, actor } = c.var
  if (actor.id === 'visitor') return true
  for (const module of app.modules) {
    const known = await module.who?.(c)
    if (known) return known.actor.id === actor.id
  }
  return false
}
