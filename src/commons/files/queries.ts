import type { Reader } from '#kernel/database'
import type { CheckContext, Finding } from './checks/check.ts'
import type { Family } from './inspection/catalogue.ts'
import type { FilesTables } from './tables.ts'

/** A content of the library, and what was learnt by looking inside. Null: not known, or not looked at yet. */
export interface LibraryFile {
  readonly sha256: string
  readonly bytes: number
  readonly receivedAt: Date
  readonly receivedBy: string
  readonly mime: string | null
  /** Lower case, without the dot. */
  readonly extension: string | null
  readonly family: Family | null
  readonly pages: number | null
  readonly title: string | null
  readonly language: string | null
  /** Of a picture, as its header states them. */
  readonly widthPixels: number | null
  readonly heightPixels: number | null
  readonly inspectedAt: Date | null
  /** Its bytes are gone for good, for they had personal data. */
  readonly erasedAt: Date | null
}

/** The latest automatic review of a subject. Without `finishedAt` it is still running. */
export interface Run {
  readonly subject: string
  readonly sha256: string
  readonly context: CheckContext
  readonly askedAt: Date
  readonly finishedAt: Date | null
  readonly blocking: number
  readonly must: number
  readonly findings: readonly Finding[]
}

/** By SHA-256; what the library never received is absent. */
export async function blobsOf(reader: Reader, sha256s: readonly string[]): Promise<Map<string, LibraryFile>> {
  if (sha256s.length === 0) return new Map()
  const rows = await reader
    .tables<FilesTables>()
    .selectFrom('files.blob')
    .select(['sha256', 'bytes', 'mime', 'extension', 'family', 'pages', 'title', 'language'])
    .select(['width_pixels as widthPixels', 'height_pixels as heightPixels'])
    .select(['received_at as receivedAt', 'received_by as receivedBy', 'inspected_at as inspectedAt'])
    .select('erased_at as erasedAt')
    .where('sha256', 'in', [...new Set(sha256s)])
    .execute()
  return new Map(rows.map((row) => [row.sha256, row]))
}

/** Which of these contents this account sent itself: who only knows a hash does not hold its content. */
export async function sentAmong(
  reader: Reader,
  sha256s: readonly string[],
  account: string,
): Promise<ReadonlySet<string>> {
  if (sha256s.length === 0) return new Set()
  const rows = await reader
    .tables<FilesTables>()
    .selectFrom('files.sender')
    .select('sha256')
    .where('sha256', 'in', [...new Set(sha256s)])
    .where('account', '=', account)
    .execute()
  return new Set(rows.map(({ sha256 }) => sha256))
}

export const sentBy = async (reader: Reader, sha256: string, account: string): Promise<boolean> =>
  (await sentAmong(reader, [sha256], account)).has(sha256)

/** By subject; one that is absent, or has not finished, is still being reviewed. */
export async function runsOf(reader: Reader, subjects: readonly string[]): Promise<Map<string, Run>> {
  if (subjects.length === 0) return new Map()
  const rows = await reader
    .tables<FilesTables>()
    .selectFrom('files.run')
    .select(['subject', 'sha256', 'context', 'blocking', 'must', 'findings'])
    .select(['asked_at as askedAt', 'finished_at as finishedAt'])
    .where('subject', 'in', [...new Set(subjects)])
    .execute()
  return new Map(rows.map((row) => [row.subject, row]))
}

/** The text inside, by SHA-256: pages, slides or sheets lie one after another with a form feed between them. */
export async function textOf(reader: Reader, sha256s: readonly string[]): Promise<Map<string, string>> {
  if (sha256s.length === 0) return new Map()
  const rows = await reader
    .tables<FilesTables>()
    .selectFrom('files.blob_text')
    .selectAll()
    .where('sha256', 'in', [...new Set(sha256s)])
    .execute()
  return new Map(rows.map(({ sha256, text }) => [sha256, text]))
}

/** Enough for the first page, and for ten rows of a table. */
const openingCharacters = 8_000

/** How these texts begin, by SHA-256. */
export async function openingsOf(reader: Reader, sha256s: readonly string[]): Promise<Map<string, string>> {
  if (sha256s.length === 0) return new Map()
  const rows = await reader
    .tables<FilesTables>()
    .selectFrom('files.blob_text')
    .select('sha256')
    .select(({ fn, val }) => fn<string>('left', ['text', val(openingCharacters)]).as('text'))
    .where('sha256', 'in', [...new Set(sha256s)])
    .execute()
  return new Map(rows.map(({ sha256, text }) => [sha256, text]))
}
