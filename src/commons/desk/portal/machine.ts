import type { Context } from 'hono'
import { lastCheckpoint } from '#kernel/ledger-proof'
import type { Env } from '#kernel/module'
import { openApiOf } from '#kernel/openapi'
import { missing } from '#kernel/refusals'

type C = Context<Env>

// What programs and other houses ask of this one.

/** The signed root, for whoever wants to keep it: C2SP tlog-checkpoint. */
export async function checkpoint(c: C): Promise<Response> {
  const found = await lastCheckpoint(c.var.app.db)
  if (!found) throw missing()
  c.header('cache-control', 'public, max-age=1')
  return c.text(found.note)
}

/** The key that checks the signature, in PEM. */
export function publicKey(c: C): Response {
  c.header('cache-control', 'public, max-age=3600')
  return c.text(c.var.app.keys.ledger.public.export({ type: 'spki', format: 'pem' }) as string)
}

export function openApi(c: C): Response {
  const { modules, config } = c.var.app
  c.header('cache-control', 'public, max-age=300')
  return c.json(openApiOf(modules, { url: config.baseUrl, version: '1' }))
}

/** Whether the house can serve: its database answers, and how much work waits. It says nothing else to strangers. */
export async function health(c: C): Promise<Response> {
  const { app } = c.var
  try {
    const { due, failed } = await app.jobs.waiting()
    return c.json({ status: 'ok', engine: app.engine, waiting: due, failed })
  } catch (error) {
    app.log.error({ err: error }, 'health')
    return c.json({ status: 'unavailable' }, 503)
  }
}
