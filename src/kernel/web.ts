import type { Context } from 'hono'
import { holds } from './actor.ts'
import type { AnyCommand, Command } from './command.ts'
import type { Env, Page } from './module.ts'
import { perform } from './perform.ts'
import { Refusal, statusOf } from './refusal.ts'
import { forbidden, say } from './refusals.ts'

type Input = Record<string, unknown>
interface Submission<Output> {
  /** Turns what the form sent into what the command takes: a local date and time into an instant. */
  readonly input?: (input: Input, c: Context<Env>) => Input | Promise<Input>
  readonly next: (c: Context<Env>, output: Output) => string
}

/** A form posts to a command; on success it goes somewhere, on refusal it returns to its page with all it had. */
export const submit =
  <T, I, O>(command: Command<T, I, O>, page: Page, next: Submission<O>['next'] | Submission<O>) =>
  async (c: Context<Env>): Promise<Response> => {
    const submission = typeof next === 'function' ? { next } : next
    const sent = await inputOf(c)
    try {
      const input = submission.input ? await submission.input(sent, c) : sent
      const key = c.req.header('content-type')?.includes('json') ? undefined : retryKey(sent['_key'], c)
      const output = await perform(c.var.app, command, c.var.actor, shown(input), key ? { key } : {})
      return c.redirect(submission.next(c, output), 303)
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal
      c.set('attempt', { refusal, input: sent })
      c.status(statusOf[refusal.kind])
      return page(c)
    }
  }

/** The same command, spoken in JSON. */
export const answer =
  (command: AnyCommand, done: 200 | 201 | 202 = 200) =>
  async (c: Context<Env>): Promise<Response> => {
    const key = retryKey(c.req.header('idempotency-key'), c)
    const output = await perform(c.var.app, command, c.var.actor, await inputOf(c), key ? { key } : {})
    return c.json((output as Input | undefined) ?? {}, done)
  }

/** Nobody reads these pages without the grant. */
export const reading = (grant: string) => async (c: Context<Env>, next: () => Promise<void>) => {
  if (!holds(c.var.actor, grant)) throw await denied(c, grant)
  await next()
}

/** The refusal of a reader without the grant, once it is counted. A visitor is only asked to sign in. */
export async function denied({ var: { app, actor } }: Context<Env>, grant: string): Promise<Refusal> {
  if (actor.id !== 'visitor') await app.security.record('denied', actor.id, grant)
  return forbidden(grant)
}

/** Path, query and body as one object; what the path says cannot be contradicted by the body. */
export async function inputOf(c: Context<Env>): Promise<Input> {
  const type = c.req.header('content-type') ?? ''
  if (type.startsWith('application/json')) {
    const body = await c.req.json().catch(() => undefined)
    if (body === null || typeof body !== 'object' || Array.isArray(body)) throw malformed()
    return { ...body, ...c.req.param() }
  }
  const body = c.req.raw.body ? await c.req.parseBody({ all: true }).catch(() => Promise.reject(malformed())) : {}
  return { ...body, ...c.req.param() }
}

const malformed = () =>
  new Refusal(
    'invalid',
    say((words) => words.malformed),
  )
/** Fields that begin with `_` speak to the house, not to the command. */
const shown = (input: Input) => Object.fromEntries(Object.entries(input).filter(([name]) => !name.startsWith('_')))

/** Keys are the caller's own: another account's key is another key. */
const retryKey = (raw: unknown, c: Context<Env>) =>
  typeof raw === 'string' && raw.length >= 8 && raw.length <= 100 ? `${c.var.actor.id}/${raw}` : undefined

/** What a page shows of an attempt: the typed value, else the stored one. */
export const typed = (c: Context<Env>, field: string, stored = ''): string => {
  const value = c.var.attempt?.input[field]
  return typeof value === 'string' ? value : stored
}
