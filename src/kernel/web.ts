import type { Context } from 'hono'
import { holds } from './actor.ts'
import type { AnyCommand, Command } from './command.ts'
import { sayDone } from './done.ts'
import { asking } from './doors.ts'
import type { Env, Page } from './module.ts'
import { perform } from './perform.ts'
import { Refusal } from './refusal.ts'
import { forbidden, say } from './refusals.ts'
import { smallBody } from './small-body.ts'

type Input = Record<string, unknown>
interface Submission<Output> {
  /** Turns what the form sent into what the command takes: a local date and time into an instant. */
  readonly input?: (input: Input, c: Context<Env>) => Input | Promise<Input>
  readonly next: (c: Context<Env>, output: Output) => string
}

/** A form posts to a command; on success it goes somewhere, on refusal it returns to its page with all it had. */
export const submit = <T, I, O>(command: Command<T, I, O>, page: Page, next: Submission<O>['next'] | Submission<O>) =>
  asking(command.grant, async (c: Context<Env>): Promise<Response> => {
    const submission = typeof next === 'function' ? { next } : next
    const sent = await inputOf(c)
    try {
      const input = submission.input ? await submission.input(sent, c) : sent
      const key = c.req.header('content-type')?.includes('json') ? undefined : retryKey(sent['_key'], c)
      const recorded = (entry: number | undefined) => sayDone(c, entry)
      const knock = key ? { key, recorded } : { recorded }
      const output = await perform(c.var.app, command, c.var.actor, shown(input), knock)
      return c.redirect(submission.next(c, output), 303)
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal
      c.set('attempt', { refusal, input: sent })
      c.status(refusal.status)
      return page(c)
    }
  })

/** The same command, spoken in JSON. */
export const answer = (command: AnyCommand, done: 200 | 201 | 202 = 200) =>
  asking(command.grant, async (c: Context<Env>): Promise<Response> => {
    const key = retryKey(c.req.header('idempotency-key'), c)
    const output = await perform(
      c.var.app,
      command,
      c.var.actor,
      { ...versionSeen(c), ...(await inputOf(c)) },
      key ? { key } : {},
    )
    return c.json((output as Input | undefined) ?? {}, done)
  })

/** `If-Match: "7"`: the version that the caller read, as the resource's own `ETag` said it (RFC 9110, 13.1.1). */
function versionSeen(c: Context<Env>): Input {
  const [, version] = /^"(\d{1,15})"$/.exec(c.req.header('if-match') ?? '') ?? []
  return version === undefined ? {} : { version }
}

/** Nobody reads these pages without the grant. */
export const reading = (grant: string) =>
  asking(grant, async (c: Context<Env>, next: () => Promise<void>) => {
    if (!holds(c.var.actor, grant)) throw await denied(c, grant)
    await next()
  })

/** The refusal of a reader without the grant, once it is counted. A visitor is only asked to sign in. */
export async function denied({ var: { app, actor } }: Context<Env>, grant: string): Promise<Refusal> {
  if (actor.id !== 'visitor') await app.security.record('denied', actor.id, grant)
  return forbidden(grant)
}

/** Path and body as one object; what the path says cannot be contradicted by the body. */
export async function inputOf(c: Context<Env>): Promise<Input> {
  const type = c.req.header('content-type') ?? ''
  const sent = await smallBody(c)
  if (type.startsWith('application/json')) {
    const body = jsonIn(sent)
    if (body === null || typeof body !== 'object' || Array.isArray(body)) throw malformed()
    return { ...body, ...c.req.param() }
  }
  return { ...(await formIn(sent, type)), ...c.req.param() }
}

export function jsonIn(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'), (_, value) => refuseNull(value))
  } catch (error) {
    if (error instanceof Refusal) throw error
    return undefined
  }
}

/** Fields by name; one that is sent several times is the list of what was sent. */
async function formIn(body: Buffer, type: string): Promise<Input> {
  if (body.length === 0) return {}
  const sent = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => undefined)
  if (!sent) throw malformed()
  const fields = new Map<string, unknown[]>()
  for (const [name, value] of sent) fields.set(name, [...(fields.get(name) ?? []), refuseNull(value)])
  return Object.fromEntries([...fields].map(([name, values]) => [name, values.length > 1 ? values : values[0]]))
}

/** No keyboard writes one, and databases choke on it. */
function refuseNull<Value>(value: Value): Value {
  if (typeof value === 'string' && value.includes('\0')) throw malformed()
  return value
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
