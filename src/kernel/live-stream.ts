import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { Env } from './module.ts'
import { forbidden } from './refusals.ts'

const mostTopics = 20
/** Proxies cut a silent connection; a comment now and then keeps it. */
const pulseMilliseconds = 15_000

/** `/vivo?temas=a,b`: rings when one of the topics changes. Only people of the house may listen to staff topics. */
export function bellStream(c: Context<Env>): Response {
  const topics = new Set((c.req.query('temas') ?? '').split(',').filter(Boolean).slice(0, mostTopics))
  const open = [...topics].every((topic) => topic.startsWith('public.'))
  if (!open && c.var.actor.id === 'visitor') throw forbidden('signed-in')
  return streamSSE(c, async (stream) => {
    const heard = (rung: readonly string[]) => rung.some((topic) => topic === '*' || topics.has(topic))
    const stop = c.var.app.bell.listen((rung) => {
      if (heard(rung)) void stream.writeSSE({ event: 'ring', data: '' })
    })
    stream.onAbort(stop)
    await stream.writeSSE({ event: 'hello', data: '' })
    while (!stream.aborted && !stream.closed) {
      await stream.sleep(pulseMilliseconds)
      await stream.write(': \n\n')
    }
  })
}
