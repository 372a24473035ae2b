import type { Context } from 'hono'
import type { Env } from './module.ts'
import { bytes } from './pure/numbers.ts'
import { Refusal } from './refusal.ts'
import { say } from './refusals.ts'

const largestBytes = 2_000_000
/** A form that takes longer than this to arrive is not being sent: it is being held open. */
const longestMilliseconds = 60_000

/**
 * The body of a form or of JSON, read whole and never more than 2 MB of it. Whoever takes files reads the stream
 * itself, after asking who sends it; everything else reads its body here.
 */
export async function smallBody(c: Context<Env>): Promise<Buffer> {
  const { body } = c.req.raw
  if (!body) return Buffer.alloc(0)
  if (Number(c.req.header('content-length') ?? 0) > largestBytes) throw tooLarge()
  const reader = body.getReader()
  const held = setTimeout(() => void reader.cancel().catch(() => undefined), longestMilliseconds)
  const parts: Uint8Array[] = []
  let received = 0
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      received += part.value.length
      if (received > largestBytes) throw tooLarge()
      parts.push(part.value)
    }
  } finally {
    clearTimeout(held)
    reader.cancel().catch(() => undefined)
  }
  return Buffer.concat(parts)
}

const tooLarge = () =>
  new Refusal(
    'invalid',
    say((words) => words.tooLarge(bytes(largestBytes))),
  )
