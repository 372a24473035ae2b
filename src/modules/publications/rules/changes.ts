/** Why an approval fell: what it approved is another content, or would take the place of another. */
export type VoidReason = 'content-changed' | 'edition-superseded'

/** What readers see of an edition, as far as two of them are compared. */
export interface Compared {
  readonly fields: Readonly<Record<ComparedField, unknown>>
  readonly files: readonly ComparedFile[]
}
export const comparedFields = ['title', 'summary', 'section', 'ground', 'validity'] as const
export type ComparedField = (typeof comparedFields)[number]

export interface ComparedFile {
  /** What the file is across its versions and names. */
  readonly file: number
  readonly sha256: string
  readonly name: string
}

export interface Changes {
  readonly fields: readonly ComparedField[]
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly replaced: readonly string[]
}

/** What changed from one edition to another. A file that only took another name is still that file. */
export function changesBetween(before: Compared, after: Compared): Changes {
  const formerly = new Map(before.files.map((file) => [file.file, file]))
  const kept = new Set(after.files.map(({ file }) => file))
  const names = (files: readonly ComparedFile[]) => files.map(({ name }) => name)
  return {
    fields: comparedFields.filter(
      (field) => JSON.stringify(before.fields[field]) !== JSON.stringify(after.fields[field]),
    ),
    added: names(after.files.filter(({ file }) => !formerly.has(file))),
    removed: names(before.files.filter(({ file }) => !kept.has(file))),
    replaced: names(
      after.files.filter(({ file, sha256 }) => formerly.has(file) && formerly.get(file)?.sha256 !== sha256),
    ),
  }
}

/** Whether two lists hold the same bytes, whatever their files are called and in whichever order they stand. */
export const sameHashes = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.toSorted().join() === others.toSorted().join()
