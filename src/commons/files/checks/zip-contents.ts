import { type Bytes, memoryBytes } from '../inspection/bytes.ts'
import { extensionOf, typeOfExtension } from '../inspection/catalogue.ts'
import { identify } from '../inspection/identify.ts'
import { openZip, type Zip } from '../inspection/zip.ts'
import { BrokenZip, type ZipEntry } from '../inspection/zip-directory.ts'
import { activeContent } from './active-content.ts'
import { type CheckContext, define, type Severity, type Spotted } from './check.ts'
import { opens } from './opens.ts'
import { realType } from './real-type.ts'

const highestRatio = 100
const smallestBombBytes = 1024 * 1024
const mostUnpackedBytes = 2 * 1024 ** 3
const mostEntries = 10_000
const largestReviewedBytes = 64 * 1024 * 1024
const mostFindings = 50

const rules = {
  ...realType.rules,
  ...opens.rules,
  ...activeContent.rules,
  'zip-contents/outside': 'blocks',
  'zip-contents/nested': 'blocks',
  'zip-contents/bomb': 'blocks',
  'zip-contents/too-much': 'blocks',
  'zip-contents/too-many': 'blocks',
  'zip-contents/names': 'blocks',
  'zip-contents/repeated': 'blocks',
  'zip-contents/not-reviewed': 'must',
  'zip-contents/incomplete-map': 'must',
} as const satisfies Record<string, Severity>

type Rule = keyof typeof rules

/** What a reader gets on unpacking: every file inside keeps the rules that it would keep outside. */
export const zipContents = define({
  id: 'zip-contents',
  version: 1,
  moment: 'send',
  rules,
  reads: ['allowedExtensions'],
  appliesTo: ({ extension }) => zipBased.has(extension),
  async run(bytes, context) {
    try {
      const { extension } = await identify(bytes)
      const zip = await openZip(bytes)
      const dangers = [...judgeWhole(zip, bytes.length), ...zip.entries.flatMap(judgeEntry)]
      if (dangers.length > 0 || extension !== 'zip') return dangers.slice(0, mostFindings)
      return [...judgeMaps(zip), ...(await judgeFiles(zip, context))]
    } catch (error) {
      if (error instanceof BrokenZip) return []
      throw error
    }
  },
})

const zipBased = new Set('zip kmz docx docm dotx xlsx xlsm xlsb xltx pptx pptm ppsx odt ods odp odg epub'.split(' '))

const judgeWhole = (zip: Zip, lengthBytes: number): Spotted<Rule>[] => {
  const total = zip.entries.reduce((sum, entry) => sum + entry.sizeBytes, 0)
  const packed = zip.entries.reduce((sum, entry) => sum + entry.compressedSizeBytes, 0)
  const findings: Spotted<Rule>[] = []
  if (zip.entries.length > mostEntries) {
    findings.push({ rule: 'zip-contents/too-many', params: { count: zip.entries.length, most: mostEntries } })
  }
  if (total > mostUnpackedBytes) {
    findings.push({ rule: 'zip-contents/too-much', params: { bytes: total, limitBytes: mostUnpackedBytes } })
  }
  // Entries that share their data unpack to more than the file could hold.
  if (packed > lengthBytes) findings.push({ rule: 'zip-contents/bomb', params: { ratio: ratioOf(total, lengthBytes) } })
  if (new Set(zip.entries.map(({ name }) => name)).size < zip.entries.length) {
    findings.push({ rule: 'zip-contents/repeated' })
  }
  return findings
}

const judgeEntry = (entry: ZipEntry): Spotted<Rule>[] => {
  const findings: Spotted<Rule>[] = []
  const ratio = ratioOf(entry.sizeBytes, entry.compressedSizeBytes)
  if (leadsOutside(entry.name)) findings.push({ rule: 'zip-contents/outside', entry: entry.name })
  if (!entry.nameIsUtf8) findings.push({ rule: 'zip-contents/names', entry: entry.name })
  if (ratio > highestRatio && entry.sizeBytes > smallestBombBytes) {
    findings.push({ rule: 'zip-contents/bomb', entry: entry.name, params: { ratio } })
  }
  return findings
}

const ratioOf = (sizeBytes: number, packedBytes: number) => Math.round(sizeBytes / Math.max(1, packedBytes))

const leadsOutside = (name: string) =>
  /^[/\\]|^[A-Za-z]:|\\|\0/.test(name) || name.split('/').some((part) => part === '..')

const judgeFiles = async (zip: Zip, context: CheckContext): Promise<Spotted<Rule>[]> => {
  const findings: Spotted<Rule>[] = []
  for (const entry of zip.entries) {
    if (!entry.folder && !isSystemNote(entry.name)) findings.push(...(await judgeFile(zip, entry, context)))
    if (findings.length >= mostFindings) break
  }
  return findings
}

/** What macOS and Windows leave in every folder. */
const isSystemNote = (name: string) => /(?:^|\/)(?:__MACOSX\/.*|\.DS_Store|Thumbs\.db|desktop\.ini)$/i.test(name)

const judgeFile = async (zip: Zip, entry: ZipEntry, context: CheckContext): Promise<Spotted<Rule>[]> => {
  const named = typeOfExtension(extensionOf(entry.name))
  if (named?.family === 'archive') return [{ rule: 'zip-contents/nested', entry: entry.name }]
  if (entry.sizeBytes > largestReviewedBytes) return [{ rule: 'zip-contents/not-reviewed', entry: entry.name }]
  const { content, whole } = await zip.read(entry, entry.sizeBytes)
  if (!whole) return [{ rule: 'zip-contents/bomb', entry: entry.name, params: { ratio: highestRatio } }]
  const inside = memoryBytes(content)
  try {
    const findings = await reviewInside(inside, entry, context)
    const kept = isMapPart(entry.name) ? findings.filter(({ rule }) => rule === 'real-type/program') : findings
    return kept.map((one) => ({ ...one, entry: entry.name }))
  } finally {
    await inside.close()
  }
}

const reviewInside = async (
  inside: Bytes,
  entry: ZipEntry,
  context: CheckContext,
): Promise<readonly Spotted<Rule>[]> => {
  const type = await identify(inside)
  if (type.family === 'archive') return [{ rule: 'zip-contents/nested' }]
  const originalName = entry.name.slice(entry.name.lastIndexOf('/') + 1)
  const within: CheckContext = { ...context, originalName, declaredType: '' }
  const findings: Spotted<Rule>[] = [...(await realType.run(inside, within))]
  if (opens.appliesTo(type)) findings.push(...(await opens.run(inside, within)))
  if (activeContent.appliesTo(type)) findings.push(...(await activeContent.run(inside, within)))
  return findings
}

const mapParts = new Set(['shp', 'shx', 'dbf', 'prj', 'cpg', 'sbn', 'sbx', 'qix'])

const isMapPart = (name: string) => mapParts.has(extensionOf(name))

/** A shapefile is several files of one name; without any of these three no program opens it. */
const judgeMaps = (zip: Zip): Spotted<Rule>[] => {
  const names = new Set(zip.entries.map(({ name }) => name.toLowerCase()))
  return [...names]
    .filter((name) => name.endsWith('.shp'))
    .flatMap((name) => {
      const missing = ['shx', 'dbf', 'prj'].filter((extension) => !names.has(`${name.slice(0, -3)}${extension}`))
      return missing.length === 0
        ? []
        : [{ rule: 'zip-contents/incomplete-map' as const, entry: name, params: { missing: missing.join(', ') } }]
    })
}
