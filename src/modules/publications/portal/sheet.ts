import { blobsOf, type LibraryFile, openingsOf, previewOf } from '#commons/files'
import type { App } from '#kernel/app'
import { rememberedOf } from '#kernel/remembered'
import {
  type Edition,
  extensionOf,
  filesOfEditions,
  type PublicDocument,
  type PublicFile,
  publicDocument,
} from '../queries/public.ts'
import { type Standing, standingOf } from './standing.ts'

/** What the page of one edition says, to whomever and in whatever language. */
export interface Sheet {
  readonly document: PublicDocument
  readonly edition: Edition
  /** Of every edition, by revision. */
  readonly files: ReadonlyMap<number, readonly PublicFile[]>
  /** What the library learnt of the files of this edition. */
  readonly blobs: ReadonlyMap<string, LibraryFile>
  /** The first of its files whose beginning can be shown. */
  readonly beginning: Beginning | undefined
  readonly standing: Standing
}

export interface Beginning {
  readonly file: PublicFile
  readonly preview: NonNullable<ReturnType<typeof previewOf>>
}

/** Among so many of its files the first that can be shown is looked for. */
const mostLookedAt = 12
const mostSheets = 500

/** By `key/version`; `key/` is the edition in force. */
export const sheetOf = rememberedOf(
  ['publications'],
  mostSheets,
  async (app: App, address: string): Promise<Sheet | undefined> => {
    const [key = '', number] = address.split('/')
    const document = await publicDocument(app, key)
    const edition = number ? document?.editions.find(({ version }) => version === Number(number)) : document?.current
    if (!document || !edition) return undefined
    const [files, standing] = await Promise.all([filesOfEditions(app, document.editions), standingOf(app, edition)])
    const own = files.get(edition.id) ?? []
    const [blobs, beginning] = await Promise.all([
      blobsOf(
        app,
        own.map(({ sha256 }) => sha256),
      ),
      beginningOf(app, own.slice(0, mostLookedAt)),
    ])
    return { document, edition, files, blobs, beginning, standing }
  },
)

async function beginningOf(app: App, files: readonly PublicFile[]): Promise<Beginning | undefined> {
  const openings = await openingsOf(
    app,
    files.map(({ sha256 }) => sha256),
  )
  for (const file of files) {
    const preview = previewOf(openings.get(file.sha256) ?? '', extensionOf(file.public_name).toLowerCase())
    if (preview) return { file, preview }
  }
  return undefined
}
