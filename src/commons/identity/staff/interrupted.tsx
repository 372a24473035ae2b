import type { Context } from 'hono'
import type { Env } from '#kernel/module'
import { Button, Form, FormEnd, simplePage } from '#ui'
import { localPath } from '../rules/account.ts'
import { words } from '../words.ts'

// A form that was sent after its sign-in had ended: what was typed goes through the door in the page itself, and whoever
// comes in sends it again or goes back to where it was written. Nothing of it is kept anywhere else.

type C = Context<Env>
type Input = Readonly<Record<string, unknown>>

interface Held {
  /** Where the form goes. */
  readonly sending?: string | undefined
  /** Its fields and what was typed in each, as JSON. */
  readonly held?: string | undefined
}

/** What an earlier page of the door carries along. */
export function heldIn(input: Input = {}): Held {
  const sending = localPath(input['sending'])
  const held = typeof input['held'] === 'string' && pairsOf(input['held']).length > 0 ? input['held'] : undefined
  return sending && held ? { sending, held } : {}
}

/** What was typed, if all of it may be sent again: a password is typed again, and a file is chosen again. */
export function held(c: C, input: Input): Held {
  const secret = new Set([...c.var.app.commands.values()].flatMap((command) => command.secret ?? []))
  const named = c.req.param() as Readonly<Record<string, string>>
  const pairs = Object.entries(input)
    .filter(([name]) => !(name in named))
    .flatMap(([name, value]) => [value].flat().map((each) => [name, each] as const))
  const whole = pairs.every(([name, value]) => typeof value === 'string' && !secret.has(name))
  const typed = pairs.some(([name]) => !name.startsWith('_') && name !== 'version')
  return whole && typed ? { sending: c.req.path, held: JSON.stringify(pairs) } : {}
}

/** The page after the door: what was typed, to be read and sent. */
export function offerBack(c: C, input: Input): Promise<Response> {
  const said = words[c.var.locale]
  const { sending = '/', held: kept = '[]' } = heldIn(input)
  const pairs = pairsOf(kept)
  return simplePage(
    c,
    { title: said.heldTitle },
    <>
      <p>{said.heldText}</p>
      {pairs
        .filter(([, value]) => /\s/.test(value.trim()))
        .map(([, value]) => (
          <blockquote class="held">{value}</blockquote>
        ))}
      <Form action={sending}>
        {pairs.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <FormEnd>
          <Button kind="main" size="large" icon="send">
            {said.heldSend}
          </Button>
          <a href={localPath(input['volver']) ?? '/hoy'}>{said.heldBack}</a>
        </FormEnd>
      </Form>
    </>,
  )
}

function pairsOf(text: string): readonly (readonly [name: string, value: string])[] {
  try {
    const pairs: unknown = JSON.parse(text)
    return Array.isArray(pairs) ? pairs.filter(isPair) : []
  } catch {
    return []
  }
}

const isPair = (raw: unknown): raw is [string, string] =>
  Array.isArray(raw) && raw.length === 2 && raw.every((part) => typeof part === 'string')

/** The page on which the form stood, as its browser says. */
export function pageOfForm(c: C): string {
  const referer = c.req.header('referer') ?? ''
  if (!URL.canParse(referer)) return c.req.path
  const { origin, pathname, search } = new URL(referer)
  const here = [new URL(c.req.url).origin, c.var.app.config.baseUrl]
  return (here.includes(origin) && localPath(pathname + search)) || c.req.path
}
