import { fileTypeFromBuffer } from 'file-type'
import type { Bytes } from './bytes.ts'
import { type Family, type FileType, typeOfExtension, unknownType } from './catalogue.ts'
import { compoundNames } from './cfb.ts'
import { decode } from './decode.ts'
import { textExtension } from './text-kind.ts'
import { zipExtension } from './zip-kind.ts'

/** What the contents are, whatever the name says. */
export const identify = (bytes: Bytes): Promise<FileType> => bytes.once(detect)

const headBytes = 64 * 1024

const detect = async (bytes: Bytes): Promise<FileType> => {
  if (bytes.length === 0) return unknownType
  const head = await bytes.slice(0, headBytes)
  const magic = await magicOf(head)
  if (magic && zipBased.has(magic.ext)) return known((await zipExtension(bytes)) ?? damaged(magic.ext))
  if (magic?.ext === 'cfb') return known(compoundExtension(await compoundNames(bytes)))
  if (isPdf(head) && magic?.ext !== 'exe') return known('pdf')
  const text = decode(head, bytes.length > headBytes)
  if (text && !(magic && writtenAsText.has(magic.ext))) return known(await textExtension(bytes, text))
  if (!magic) return isDbase(head) ? known('dbf') : unknownType
  return typeOfExtension(magic.ext) ?? { mime: magic.mime, extension: magic.ext, family: familyOf(magic.mime) }
}

const magicOf = async (head: Uint8Array) => {
  try {
    return await fileTypeFromBuffer(head)
  } catch {
    return undefined
  }
}

/** Types that are recognised by letters: for any other, a file that is all text is text (a list may begin with BM). */
const writtenAsText = new Set(['rtf', 'ics', 'vcf', 'eps', 'ps', 'pgp', 'vtt'])

/** Everything that begins as a zip is asked what it holds. */
const zipBased = new Set(
  'zip docx docm dotx dotm xlsx xlsm xltx xltm pptx pptm potx potm odt ods odp odg ott ots otp epub jar apk xpi 3mf vsdx'.split(
    ' ',
  ),
)

/** Readers accept a PDF whose header comes late, within the first 1024 bytes. */
const isPdf = (head: Uint8Array) => Buffer.from(head.subarray(0, 1029)).includes('%PDF-')

const isDbase = (head: Uint8Array) => {
  const [version, , month = 0, day = 0] = head
  return (
    (version === 0x03 || version === 0x83) && month >= 1 && month <= 12 && day >= 1 && day <= 31 && head.length > 64
  )
}

const compoundExtension = (names: ReadonlySet<string>): string => {
  if (names.has('EncryptedPackage')) return 'encrypted-office'
  if (names.has('WordDocument')) return 'doc'
  if (names.has('Workbook') || names.has('Book')) return 'xls'
  if (names.has('PowerPoint Document')) return 'ppt'
  return 'cfb'
}

/** The first bytes of a damaged zip tell its kind only sometimes. */
const damaged = (guess: string) => (guess === 'zip' ? 'damaged-zip' : guess)

const known = (extension: string): FileType => typeOfExtension(extension) ?? uncommon[extension] ?? unknownType

const uncommon: Readonly<Record<string, FileType>> = {
  'encrypted-office': { mime: 'application/encrypted', extension: 'encrypted-office', family: 'document' },
  'damaged-zip': { mime: 'application/zip', extension: 'damaged-zip', family: 'archive' },
  cfb: { mime: 'application/x-cfb', extension: 'cfb', family: 'unknown' },
}

const familyOf = (mime: string): Family => {
  const kind = mime.split('/')[0]
  return kind === 'image' || kind === 'audio' || kind === 'video' ? kind : 'unknown'
}
