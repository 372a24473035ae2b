import type { Bytes } from '../inspection/bytes.ts'
import type { FileType } from '../inspection/catalogue.ts'
import { identify } from '../inspection/identify.ts'
import { dimensionsOf, measurable } from '../inspection/image.ts'
import { openPdf, type Pdf } from '../inspection/pdf.ts'
import { openZip, type Zip } from '../inspection/zip.ts'
import { BrokenZip } from '../inspection/zip-directory.ts'
import { define, type Severity, type Spotted } from './check.ts'

const rules = {
  'opens/pdf-broken': 'blocks',
  'opens/pdf-locked': 'blocks',
  'opens/pdf-encrypted': 'blocks',
  'opens/pdf-page-broken': 'blocks',
  'opens/pdf-cut': 'must',
  'opens/office-locked': 'blocks',
  'opens/office-broken': 'blocks',
  'opens/zip-broken': 'blocks',
  'opens/zip-locked': 'blocks',
  'opens/image-broken': 'blocks',
} as const satisfies Record<string, Severity>

type Rule = keyof typeof rules

export const opens = define({
  id: 'opens',
  version: 1,
  moment: 'upload',
  rules,
  reads: [],
  appliesTo: ({ family, extension }) => openable.has(family) || measurable(extension),
  async run(bytes) {
    if (bytes.length === 0) return []
    const type = await identify(bytes)
    if (type.extension === 'pdf') return judgePdf(bytes)
    if (type.extension === 'encrypted-office') return [{ rule: 'opens/office-locked' }]
    if (type.extension in mainParts || type.family === 'archive') return judgeZip(bytes, type)
    const sound = !measurable(type.extension) || type.extension === 'svg' || (await dimensionsOf(bytes, type.extension))
    return sound ? [] : [{ rule: 'opens/image-broken' }]
  },
})

const openable = new Set(['pdf', 'document', 'spreadsheet', 'presentation', 'archive', 'image'])

const judgePdf = async (bytes: Bytes): Promise<Spotted<Rule>[]> => {
  const opened = await openPdf(bytes)
  if (opened.state === 'locked') return [{ rule: 'opens/pdf-locked' }]
  if (opened.state === 'broken' || opened.pdf.numPages === 0) return [{ rule: 'opens/pdf-broken' }]
  const findings = await brokenPages(opened.pdf)
  if (await isEncrypted(opened.pdf)) findings.push({ rule: 'opens/pdf-encrypted' })
  if (findings.length === 0 && !(await hasEnd(bytes))) findings.push({ rule: 'opens/pdf-cut' })
  return findings
}

const mostBrokenPages = 20

const brokenPages = async (pdf: Pdf): Promise<Spotted<Rule>[]> => {
  const broken: Spotted<Rule>[] = []
  for (let page = 1; page <= pdf.numPages && broken.length < mostBrokenPages; page++) {
    try {
      await pdf.getPage(page)
    } catch {
      broken.push({ rule: 'opens/pdf-page-broken', page })
    }
  }
  return broken
}

/** Encrypted without a password to open it: anyone reads it, yet it forbids printing, copying or reading aloud. */
const isEncrypted = async (pdf: Pdf) => {
  const { info } = (await pdf.getMetadata()) as { info: Readonly<Record<string, unknown>> }
  return Boolean(info['EncryptFilterName'])
}

/** Readers rebuild a PDF that lost its end, silently and not always whole. */
const hasEnd = async (bytes: Bytes) =>
  Buffer.from(await bytes.slice(bytes.length - 4096, bytes.length)).includes('%%EOF')

const judgeZip = async (bytes: Bytes, { extension, family }: FileType): Promise<Spotted<Rule>[]> => {
  if (family === 'archive' && !zips.has(extension)) return []
  const isOffice = family !== 'archive'
  try {
    const zip = await openZip(bytes)
    if (await isLocked(zip)) return [{ rule: isOffice ? 'opens/office-locked' : 'opens/zip-locked' }]
    if (isOffice) await readMainPart(zip, mainParts[extension] ?? '')
    return []
  } catch (error) {
    if (!(error instanceof BrokenZip)) throw error
    return [{ rule: isOffice ? 'opens/office-broken' : 'opens/zip-broken' }]
  }
}

const zips = new Set(['zip', 'kmz', 'damaged-zip'])

const isLocked = async (zip: Zip) =>
  zip.entries.some((entry) => entry.encrypted) ||
  (await zip.part('META-INF/manifest.xml', 1024 * 1024)).includes('encryption-data')

const readMainPart = async (zip: Zip, name: string) => {
  const entry = zip.find(name)
  if (!entry) throw new BrokenZip('no main part')
  await zip.read(entry, 64 * 1024 * 1024)
}

const mainParts: Readonly<Record<string, string>> = {
  docx: 'word/document.xml',
  docm: 'word/document.xml',
  dotx: 'word/document.xml',
  xlsx: 'xl/workbook.xml',
  xlsm: 'xl/workbook.xml',
  xltx: 'xl/workbook.xml',
  xlsb: 'xl/workbook.bin',
  pptx: 'ppt/presentation.xml',
  pptm: 'ppt/presentation.xml',
  ppsx: 'ppt/presentation.xml',
  odt: 'content.xml',
  ods: 'content.xml',
  odp: 'content.xml',
  odg: 'content.xml',
}
