import type { App } from '#kernel/app'
import { besideTheDoor } from '../beside.ts'
import type { Inspection } from '../inspection/inspect.ts'

/** Keeps what was learnt by looking inside. */
export async function learn(app: App, sha256: string, inspection: Inspection): Promise<void> {
  const { type, pages, title, language, text, dimensions } = inspection
  await besideTheDoor(app)
    .updateTable('files.blob')
    .set({ ...type, pages: pages || null, title: clean(title ?? '').slice(0, 500) || null, language })
    .set({ width_pixels: dimensions?.widthPixels ?? null, height_pixels: dimensions?.heightPixels ?? null })
    .set({ inspected_at: app.clock() })
    .where('sha256', '=', sha256)
    .where('erased_at', 'is', null)
    .execute()
  const whole = clean(text.join('\f'))
  if (whole.trim() === '') return
  await besideTheDoor(app)
    .insertInto('files.blob_text')
    .columns(['sha256', 'text'])
    .expression((from) =>
      from
        .selectFrom('files.blob')
        .select(['sha256', (value) => value.val(whole).as('text')])
        .where('sha256', '=', sha256)
        .where('erased_at', 'is', null),
    )
    .onConflict((again) => again.column('sha256').doUpdateSet({ text: whole }))
    .execute()
}

/** PostgreSQL takes no zero byte and no half of a surrogate pair in a text. */
const clean = (text: string) => text.replaceAll('\0', '').toWellFormed()
