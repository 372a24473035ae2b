import type { App } from '#kernel/app'
import type { Errand } from '#kernel/command'
import { checkRunnerOf } from '../checking.ts'
import type { CheckContext } from '../checks/check.ts'
import { inspectionId, type Review } from '../checks/review.ts'
import { blobsOf } from '../queries.ts'
import { learn } from './learn.ts'

export interface Contents {
  readonly contents: readonly { readonly sha256: string; readonly extension: string }[]
}

/** Looks inside what arrived: its real type, pages, title, language and text. */
export const inspectContents: Errand<Contents, App> = {
  name: 'files.inspect',
  summary: 'Look inside contents that arrived, in a process of its own.',
  async run(app, { contents }) {
    const known = await blobsOf(
      app,
      contents.map(({ sha256 }) => sha256),
    )
    for (const { sha256, extension } of contents) {
      const blob = known.get(sha256)
      if (!blob || blob.inspectedAt || blob.erasedAt) continue
      const context = { ...nothingKnown, originalName: extension ? `file.${extension}` : 'file' }
      const review = await checkRunnerOf(app).run(app.storage.pathOf(sha256), context, [inspectionId])
      await learn(app, sha256, inspectionOf(review))
    }
  },
}

/** What could be learnt before the reviewer died; a type at least, so that it is not asked again for ever. */
export const inspectionOf = ({ inspection, type }: Review) =>
  inspection ?? { type, pages: null, title: null, language: null, text: [], truncated: false, dimensions: null }

const nothingKnown: CheckContext = {
  ...{ originalName: 'file', title: '', declaredType: '', allowedExtensions: [], limitBytes: 0 },
  ...{ nameRule: { longestCharacters: 0, versionWords: [], fallback: 'file' }, siblings: [], live: [] },
}
