export type Family =
  | 'pdf'
  | 'document'
  | 'spreadsheet'
  | 'presentation'
  | 'image'
  | 'text'
  | 'data'
  | 'web'
  | 'audio'
  | 'video'
  | 'archive'
  | 'program'
  | 'unknown'

export interface FileType {
  readonly mime: string
  /** Lower case, without the dot; empty when the contents are of no known type. */
  readonly extension: string
  readonly family: Family
}

export const unknownType: FileType = { mime: 'application/octet-stream', extension: '', family: 'unknown' }

/** The known type of an extension (lower case, without the dot). */
export const typeOfExtension = (extension: string): FileType | undefined => {
  const found = Object.hasOwn(catalogue, extension) ? catalogue[extension] : undefined
  return found && { mime: found[0], extension, family: found[1] }
}

/** `Informe.PDF` → `pdf`; empty when the name has none. */
export const extensionOf = (name: string): string => /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? ''

/** Extensions that people may rightly give to contents recognised as the first: a list of one column is still a csv. */
export const agrees = (detected: string, extension: string): boolean =>
  detected === extension || (alsoCalled[detected]?.includes(extension) ?? false)

/** What the contents are, told more finely by the name when both agree. */
export const refine = (detected: FileType, name: string): FileType => {
  const extension = extensionOf(name)
  return agrees(detected.extension, extension) ? (typeOfExtension(extension) ?? detected) : detected
}

const alsoCalled: Readonly<Record<string, readonly string[]>> = {
  txt: ['md', 'csv', 'tsv', 'prj', 'cpg'],
  csv: ['txt', 'tsv'],
  tsv: ['txt', 'csv'],
  json: ['geojson', 'txt'],
  geojson: ['json', 'txt'],
  xml: ['kml', 'gml', 'gpx', 'xsd', 'rdf', 'rss'],
  html: ['htm', 'xhtml'],
  jpg: ['jpeg'],
  tif: ['tiff'],
  shp: ['shx'],
  mp4: ['m4v'],
}

const office = 'application/vnd.openxmlformats-officedocument'
const openDocument = 'application/vnd.oasis.opendocument'
const program = 'application/x-executable'

const catalogue: Readonly<Record<string, readonly [mime: string, family: Family]>> = {
  pdf: ['application/pdf', 'pdf'],
  docx: [`${office}.wordprocessingml.document`, 'document'],
  docm: ['application/vnd.ms-word.document.macroenabled.12', 'document'],
  dotx: [`${office}.wordprocessingml.template`, 'document'],
  doc: ['application/msword', 'document'],
  odt: [`${openDocument}.text`, 'document'],
  rtf: ['application/rtf', 'document'],
  epub: ['application/epub+zip', 'document'],
  xlsx: [`${office}.spreadsheetml.sheet`, 'spreadsheet'],
  xlsm: ['application/vnd.ms-excel.sheet.macroenabled.12', 'spreadsheet'],
  xlsb: ['application/vnd.ms-excel.sheet.binary.macroenabled.12', 'spreadsheet'],
  xltx: [`${office}.spreadsheetml.template`, 'spreadsheet'],
  xls: ['application/vnd.ms-excel', 'spreadsheet'],
  ods: [`${openDocument}.spreadsheet`, 'spreadsheet'],
  pptx: [`${office}.presentationml.presentation`, 'presentation'],
  pptm: ['application/vnd.ms-powerpoint.presentation.macroenabled.12', 'presentation'],
  ppsx: [`${office}.presentationml.slideshow`, 'presentation'],
  ppt: ['application/vnd.ms-powerpoint', 'presentation'],
  odp: [`${openDocument}.presentation`, 'presentation'],
  odg: [`${openDocument}.graphics`, 'image'],
  png: ['image/png', 'image'],
  jpg: ['image/jpeg', 'image'],
  jpeg: ['image/jpeg', 'image'],
  gif: ['image/gif', 'image'],
  webp: ['image/webp', 'image'],
  avif: ['image/avif', 'image'],
  tif: ['image/tiff', 'image'],
  tiff: ['image/tiff', 'image'],
  bmp: ['image/bmp', 'image'],
  svg: ['image/svg+xml', 'image'],
  txt: ['text/plain', 'text'],
  md: ['text/markdown', 'text'],
  csv: ['text/csv', 'data'],
  tsv: ['text/tab-separated-values', 'data'],
  json: ['application/json', 'data'],
  geojson: ['application/geo+json', 'data'],
  xml: ['application/xml', 'data'],
  kml: ['application/vnd.google-earth.kml+xml', 'data'],
  gml: ['application/gml+xml', 'data'],
  gpx: ['application/gpx+xml', 'data'],
  xsd: ['application/xml', 'data'],
  rdf: ['application/rdf+xml', 'data'],
  rss: ['application/rss+xml', 'data'],
  parquet: ['application/vnd.apache.parquet', 'data'],
  shp: ['application/vnd.shp', 'data'],
  shx: ['application/vnd.shx', 'data'],
  dbf: ['application/vnd.dbf', 'data'],
  prj: ['text/plain', 'data'],
  cpg: ['text/plain', 'data'],
  html: ['text/html', 'web'],
  htm: ['text/html', 'web'],
  xhtml: ['application/xhtml+xml', 'web'],
  mp3: ['audio/mpeg', 'audio'],
  m4a: ['audio/mp4', 'audio'],
  wav: ['audio/wav', 'audio'],
  ogg: ['audio/ogg', 'audio'],
  mp4: ['video/mp4', 'video'],
  m4v: ['video/mp4', 'video'],
  webm: ['video/webm', 'video'],
  mov: ['video/quicktime', 'video'],
  avi: ['video/x-msvideo', 'video'],
  zip: ['application/zip', 'archive'],
  kmz: ['application/vnd.google-earth.kmz', 'archive'],
  rar: ['application/vnd.rar', 'archive'],
  '7z': ['application/x-7z-compressed', 'archive'],
  gz: ['application/gzip', 'archive'],
  tar: ['application/x-tar', 'archive'],
  bz2: ['application/x-bzip2', 'archive'],
  xz: ['application/x-xz', 'archive'],
  exe: [program, 'program'],
  dll: [program, 'program'],
  elf: [program, 'program'],
  macho: [program, 'program'],
  msi: [program, 'program'],
  com: [program, 'program'],
  scr: [program, 'program'],
  bat: [program, 'program'],
  cmd: [program, 'program'],
  ps1: [program, 'program'],
  sh: [program, 'program'],
  vbs: [program, 'program'],
  js: ['text/javascript', 'program'],
  hta: [program, 'program'],
  lnk: [program, 'program'],
  jar: ['application/java-archive', 'program'],
  apk: ['application/vnd.android.package-archive', 'program'],
  deb: [program, 'program'],
  rpm: [program, 'program'],
  dmg: [program, 'program'],
  wasm: ['application/wasm', 'program'],
  class: [program, 'program'],
  swf: ['application/x-shockwave-flash', 'program'],
  php: [program, 'program'],
}
