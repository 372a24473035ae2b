import type { Context } from 'hono'
import { doneJustNow } from '#kernel/done'
import type { Env } from '#kernel/module'
import { eventsOf } from '#kernel/telling'
import type { FrameParts } from '#ui'
import { words } from '../words.ts'

/** What the reader did, said once on the page that follows. */
export async function doneOf(c: Context<Env>): Promise<FrameParts> {
  const done = await doneJustNow(c)
  if (!done) return {}
  const { app, locale } = c.var
  const said = words[locale]
  return { flash: { text: done.length === 0 ? said.nothingToDo : eventsOf(app, done, locale) || said.done } }
}
