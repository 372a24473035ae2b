import type { Context } from 'hono'
import type { Env } from '#kernel/module'
import type { FormProps } from '../form.tsx'

/** A form at its address, with what was typed in it if it was just sent back: other forms of the page stay as they are. */
export function formAt(c: Context<Env>, action: string): Pick<FormProps, 'action' | 'values' | 'refusal'> {
  const { attempt } = c.var
  if (!attempt || c.req.path !== action) return { action }
  return { action, values: attempt.input, refusal: attempt.refusal }
}
