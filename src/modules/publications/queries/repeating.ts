import { blobsOf } from '#commons/files'
import type { Reader } from '#kernel/database'
import type { PublicationsTables } from '../tables.ts'
import { type DraftFile, draftFilesOf, fileVersionsOf, type Request } from './requests.ts'

/** A file of an earlier request that cannot be repeated: its bytes were erased, or the library lost them. */
export interface LeftOut {
  readonly name: string
  readonly why: 'erased' | 'missing'
}

/** The files of a request, those that can still be taken along and those that cannot. */
export async function repeatable(
  reader: Reader,
  request: number,
): Promise<{ readonly kept: readonly DraftFile[]; readonly left: readonly (DraftFile & LeftOut)[] }> {
  const files = await draftFilesOf(reader.tables<PublicationsTables>(), request)
  const blobs = await blobsOf(
    reader,
    files.map(({ sha256 }) => sha256),
  )
  const whyNot = ({ sha256 }: DraftFile) => {
    const blob = blobs.get(sha256)
    return blob ? blob.erasedAt && ('erased' as const) : ('missing' as const)
  }
  return {
    kept: files.filter((file) => !whyNot(file)),
    left: files.flatMap((file) => {
      const why = whyNot(file)
      return why ? [{ ...file, name: file.public_name, why }] : []
    }),
  }
}

/** What this request does not hold of the one that it repeats, because it could not be taken along. */
export async function leftOutOf(reader: Reader, { id, repeats_id }: Request): Promise<readonly LeftOut[]> {
  if (repeats_id === null) return []
  const own = await fileVersionsOf(reader.tables<PublicationsTables>(), id)
  const { left } = await repeatable(reader, repeats_id)
  return left.filter(({ sha256 }) => !own.some((file) => file.sha256 === sha256))
}
