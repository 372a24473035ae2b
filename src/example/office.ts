import { crc32, deflateSync } from 'node:zlib'
import { strToU8, type Zippable, zipSync } from 'fflate'

// Documents as office programs write them, as small as they can be and still open in one. The same text always gives
// the same bytes: no clock is asked.

const mtime = '2026-01-05T12:00:00Z'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const offices = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const formats = 'application/vnd.openxmlformats-officedocument'

export type Parts = Readonly<Record<string, string | Uint8Array>>

export const zipOf = (parts: Parts): Buffer =>
  Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(parts).map(([name, content]) => [
          name,
          // OpenDocument, 3.3: its type stands first in the file, and is not compressed.
          [typeof content === 'string' ? strToU8(content) : content, { mtime, level: name === 'mimetype' ? 0 : 6 }],
        ]),
      ) as Zippable,
    ),
  )

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const relations = (...targets: readonly (readonly [id: string, type: string, target: string])[]) =>
  `${declaration}<Relationships xmlns="${packages}/relationships">${targets
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

const types = (...overrides: readonly (readonly [part: string, type: string])[]) =>
  `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides
    .map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`)
    .join('')}</Types>`

const core = (title: string) =>
  `${declaration}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title><dc:language>es-MX</dc:language></cp:coreProperties>`
const coreType = 'application/vnd.openxmlformats-package.core-properties+xml'
const coreRelation = `${packages}/relationships/metadata/core-properties`

/** A Word document; `more` adds parts to it, such as macros. */
export const docxOf = (title: string, paragraphs: readonly string[], more: Parts = {}): Buffer =>
  zipOf({
    '[Content_Types].xml': types(
      ['/word/document.xml', `${formats}.wordprocessingml.document.main+xml`],
      ['/docProps/core.xml', coreType],
    ),
    '_rels/.rels': relations(
      ['d', `${offices}/officeDocument`, 'word/document.xml'],
      ['c', coreRelation, 'docProps/core.xml'],
    ),
    'word/document.xml': `${declaration}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${[
      title,
      ...paragraphs,
    ]
      .map((text) => `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`)
      .join('')}</w:body></w:document>`,
    'docProps/core.xml': core(title),
    ...more,
  })

/** A workbook of one sheet; its cells are written in place. */
export const xlsxOf = (title: string, rows: readonly (readonly (string | number)[])[]): Buffer => {
  const cell = (value: string | number) =>
    typeof value === 'number' ? `<c><v>${value}</v></c>` : `<c t="inlineStr"><is><t>${escaped(value)}</t></is></c>`
  return zipOf({
    '[Content_Types].xml': types(
      ['/xl/workbook.xml', `${formats}.spreadsheetml.sheet.main+xml`],
      ['/xl/worksheets/sheet1.xml', `${formats}.spreadsheetml.worksheet+xml`],
      ['/docProps/core.xml', coreType],
    ),
    '_rels/.rels': relations(
      ['d', `${offices}/officeDocument`, 'xl/workbook.xml'],
      ['c', coreRelation, 'docProps/core.xml'],
    ),
    'xl/_rels/workbook.xml.rels': relations(['s', `${offices}/worksheet`, 'worksheets/sheet1.xml']),
    'xl/workbook.xml': `${declaration}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${offices}"><sheets><sheet name="Datos" sheetId="1" r:id="s"/></sheets></workbook>`,
    'xl/worksheets/sheet1.xml': `${declaration}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows
      .map((row) => `<row>${row.map(cell).join('')}</row>`)
      .join('')}</sheetData></worksheet>`,
    'docProps/core.xml': core(title),
  })
}

const openDocument = 'urn:oasis:names:tc:opendocument:xmlns'

/** A LibreOffice text. */
export const odtOf = (title: string, paragraphs: readonly string[]): Buffer =>
  zipOf({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'META-INF/manifest.xml': `${declaration}<manifest:manifest xmlns:manifest="${openDocument}:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
    'content.xml': `${declaration}<office:document-content xmlns:office="${openDocument}:office:1.0" xmlns:text="${openDocument}:text:1.0" office:version="1.3"><office:body><office:text>${[
      title,
      ...paragraphs,
    ]
      .map((text) => `<text:p>${escaped(text)}</text:p>`)
      .join('')}</office:text></office:body></office:document-content>`,
    'meta.xml': `${declaration}<office:document-meta xmlns:office="${openDocument}:office:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"><office:meta><dc:title>${escaped(title)}</dc:title><dc:language>es-MX</dc:language></office:meta></office:document-meta>`,
  })

/** A grey picture of bars, as high as the values say. */
export function pngOf(values: readonly number[], height = 120, barWidth = 24): Buffer {
  const width = values.length * barWidth
  const rows = Buffer.alloc((width + 1) * height, 255)
  for (let y = 0; y < height; y++) {
    rows[y * (width + 1)] = 0
    for (const [at, value] of values.entries()) {
      const filled = height - y <= value * height
      if (filled) rows.fill(90, y * (width + 1) + 1 + at * barWidth, y * (width + 1) + 1 + at * barWidth + barWidth - 4)
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(kind: string, content: Buffer): Buffer {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), content])
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
