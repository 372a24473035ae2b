import type { Bytes } from './bytes.ts'
import { openZip, type Zip } from './zip.ts'
import { BrokenZip } from './zip-directory.ts'

/** Extension of a zip by what it holds; null when it cannot be opened. */
export const zipExtension = async (bytes: Bytes): Promise<string | null> => {
  try {
    const zip = await openZip(bytes)
    return (await openDocumentExtension(zip)) ?? (await officeExtension(zip)) ?? packageExtension(zip) ?? 'zip'
  } catch (error) {
    if (error instanceof BrokenZip) return null
    throw error
  }
}

const openDocumentExtension = async (zip: Zip) => openDocuments[(await zip.part('mimetype', 200)).trim()]

/** A workbook written as a stream puts its declaration last, so the first bytes do not tell it from any zip. */
const officeExtension = async (zip: Zip) => {
  const declaration = await zip.part('[Content_Types].xml', 1024 * 1024)
  return mainParts.find(([type]) => declaration.includes(type))?.[1]
}

const packageExtension = (zip: Zip) => {
  if (zip.find('AndroidManifest.xml')) return 'apk'
  if (zip.find('META-INF/MANIFEST.MF')) return 'jar'
  return zip.entries.some((entry) => /^[^/]+\.kml$/i.test(entry.name)) && zip.find('doc.kml') ? 'kmz' : undefined
}

const openDocuments: Readonly<Record<string, string>> = {
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.presentation': 'odp',
  'application/vnd.oasis.opendocument.graphics': 'odg',
  'application/epub+zip': 'epub',
}

const mainParts: readonly (readonly [type: string, extension: string])[] = [
  ['ms-word.document.macroEnabled.main+xml', 'docm'],
  ['ms-excel.sheet.macroEnabled.main+xml', 'xlsm'],
  ['ms-excel.sheet.binary.macroEnabled.main', 'xlsb'],
  ['ms-powerpoint.presentation.macroEnabled.main+xml', 'pptm'],
  ['wordprocessingml.document.main+xml', 'docx'],
  ['wordprocessingml.template.main+xml', 'dotx'],
  ['spreadsheetml.sheet.main+xml', 'xlsx'],
  ['spreadsheetml.template.main+xml', 'xltx'],
  ['presentationml.presentation.main+xml', 'pptx'],
  ['presentationml.slideshow.main+xml', 'ppsx'],
]
