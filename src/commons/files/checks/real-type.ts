import { agrees, extensionOf, type FileType, refine, typeOfExtension } from '../inspection/catalogue.ts'
import { identify } from '../inspection/identify.ts'
import { type CheckContext, define, type Severity, type Spotted } from './check.ts'

const rules = {
  'real-type/unknown': 'blocks',
  'real-type/program': 'blocks',
  'real-type/other-than-name': 'blocks',
  'real-type/no-extension': 'blocks',
  'real-type/not-allowed': 'blocks',
  'real-type/double-extension': 'must',
  'real-type/disguised-program': 'blocks',
  'real-type/other-than-declared': 'informs',
} as const satisfies Record<string, Severity>

type Rule = keyof typeof rules

export const realType = define({
  id: 'real-type',
  version: 1,
  moment: 'send',
  rules,
  reads: ['originalName', 'declaredType', 'allowedExtensions'],
  appliesTo: () => true,
  async run(bytes, context) {
    if (bytes.length === 0) return []
    const detected = await identify(bytes)
    return [...judgeContents(detected, context), ...judgeName(context), ...judgeDeclared(detected, context)]
  },
})

const judgeContents = (detected: FileType, context: CheckContext): Spotted<Rule>[] => {
  const extension = extensionOf(context.originalName)
  const params = { extension, detected: detected.extension }
  if (detected.family === 'program') return [{ rule: 'real-type/program', params }]
  if (hidesItsType.has(detected.extension)) return judgeHidden(extension, context)
  if (detected.extension === '') return [{ rule: 'real-type/unknown', params }]
  if (extension === '') return [{ rule: 'real-type/no-extension', params }]
  if (!agrees(detected.extension, extension)) return [{ rule: 'real-type/other-than-name', params }]
  return allowed(extension, context) ? [] : [{ rule: 'real-type/not-allowed', params: notAllowed(extension, context) }]
}

/** Locked or damaged, a file does not show its type: the name is believed here, and `opens` refuses it. */
const hidesItsType = new Set(['encrypted-office', 'damaged-zip'])

const judgeHidden = (extension: string, context: CheckContext): Spotted<Rule>[] =>
  allowed(extension, context) ? [] : [{ rule: 'real-type/not-allowed', params: notAllowed(extension, context) }]

const allowed = (extension: string, { allowedExtensions }: CheckContext) => {
  const type = typeOfExtension(extension)
  return allowedExtensions.some((one) => one === extension || (type && typeOfExtension(one)?.mime === type.mime))
}

const notAllowed = (extension: string, { allowedExtensions }: CheckContext) => ({
  extension,
  allowed: allowedExtensions.join(', '),
})

const judgeName = ({ originalName }: CheckContext): Spotted<Rule>[] => {
  const last = extensionOf(originalName)
  const inner = extensionOf(originalName.slice(0, originalName.length - last.length - 1))
  const type = last && inner ? typeOfExtension(inner) : undefined
  if (!type || (inner === 'tar' && type.family === 'archive')) return []
  const params = { inner, extension: last }
  return [{ rule: type.family === 'program' ? 'real-type/disguised-program' : 'real-type/double-extension', params }]
}

const judgeDeclared = (detected: FileType, { originalName, declaredType }: CheckContext): Spotted<Rule>[] => {
  const declared = declaredType.split(';')[0]?.trim().toLowerCase() ?? ''
  const right = refine(detected, originalName)
  if (saysNothing.has(declared) || declared === right.mime || declared === detected.mime) return []
  if (right.family === 'unknown' || otherNames[right.mime]?.includes(declared)) return []
  return [{ rule: 'real-type/other-than-declared', params: { declared, detected: right.extension } }]
}

const saysNothing = new Set(['', 'application/octet-stream', 'binary/octet-stream', 'application/x-download'])

/** What browsers and systems in use call the same types. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  'text/csv': ['application/vnd.ms-excel', 'text/plain', 'application/csv', 'text/comma-separated-values'],
  'text/tab-separated-values': ['text/plain'],
  'text/markdown': ['text/plain', 'text/x-markdown'],
  'application/xml': ['text/xml'],
  'application/zip': ['application/x-zip-compressed', 'multipart/x-zip'],
  'application/geo+json': ['application/json'],
  'application/vnd.rar': ['application/x-rar-compressed', 'application/x-rar'],
  'image/jpeg': ['image/jpg', 'image/pjpeg'],
  'image/bmp': ['image/x-ms-bmp'],
  'application/pdf': ['application/x-pdf'],
  'application/rtf': ['text/rtf'],
  'audio/mpeg': ['audio/mp3'],
  'audio/wav': ['audio/x-wav', 'audio/vnd.wave'],
}
