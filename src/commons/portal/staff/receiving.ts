import { inspectContents, receiveForm } from '#commons/files'
import { hearAll } from '#kernel/done'
import type { Knock } from '#kernel/perform'
import { Refusal } from '#kernel/refusal'
import { largestImageBytes } from '../rules/images.ts'
import { say } from '../words.ts'
import type { C } from './shared.ts'

/** What takes a picture in once it was looked into. */
export interface Taking {
  readonly most: number
  readonly page: (c: C) => Promise<Response>
  readonly next: string
  /** What it records is said on the page that follows. */
  keep(picture: { readonly sha256: string; readonly name: string }, knock: Knock): Promise<unknown>
}

/** Each picture is looked into by the reviewer of files before it is kept: its header is as hostile as any. */
export async function receivePictures(c: C, { most, page, next, keep }: Taking): Promise<Response> {
  const { recorded, say: sayDone } = hearAll(c)
  try {
    const { taken, refused } = await receiveForm(c, {
      limitBytes: largestImageBytes,
      mostFiles: most,
      async each({ sha256, name }) {
        await inspectContents.run(c.var.app, { contents: [{ sha256, extension: '' }] })
        await keep({ sha256, name }, { recorded })
      },
    })
    const [first] = refused
    if (first) throw first.refusal
    if (taken.length === 0) throw nothingChosen()
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    c.set('attempt', { refusal, input: {} })
    c.status(refusal.status)
    return page(c)
  }
  sayDone()
  return c.redirect(next, 303)
}

const nothingChosen = () =>
  new Refusal(
    'invalid',
    say((words) => words.cannot),
    [{ field: 'files', said: say((words) => words.staff.noFile) }],
  )
