import type { Bytes } from '../inspection/bytes.ts'
import { compoundNames } from '../inspection/cfb.ts'
import { identify } from '../inspection/identify.ts'
import { openPdf, type Pdf } from '../inspection/pdf.ts'
import { type PdfMark, pdfMarks } from '../inspection/pdf-marks.ts'
import { openZip } from '../inspection/zip.ts'
import { BrokenZip } from '../inspection/zip-directory.ts'
import { define, type Severity, type Spotted } from './check.ts'
import { judgePage, judgeXml } from './page-scripts.ts'
import { judgeSvg } from './svg-scripts.ts'

const rules = {
  'active-content/macros': 'blocks',
  'active-content/controls': 'blocks',
  'active-content/remote-template': 'blocks',
  'active-content/pdf-javascript': 'blocks',
  'active-content/pdf-launch': 'blocks',
  'active-content/pdf-attachments': 'blocks',
  'active-content/pdf-media': 'blocks',
  'active-content/svg-element': 'blocks',
  'active-content/svg-handler': 'blocks',
  'active-content/svg-external': 'blocks',
  'active-content/svg-declaration': 'blocks',
  'active-content/svg-broken': 'blocks',
  'active-content/html-element': 'blocks',
  'active-content/html-handler': 'blocks',
  'active-content/html-address': 'blocks',
} as const satisfies Record<string, Severity>

type Rule = keyof typeof rules

/** Whatever would run, or fetch something, on the machine of the reader. */
export const activeContent = define({
  id: 'active-content',
  version: 1,
  moment: 'upload',
  rules,
  reads: [],
  appliesTo: ({ family, extension }) => active.has(family) || extension === 'svg',
  async run(bytes) {
    if (bytes.length === 0) return []
    const { extension, family } = await identify(bytes)
    if (extension === 'pdf') return judgePdf(bytes)
    if (extension === 'svg') return judgeSvg(bytes)
    if (family === 'web') return judgePage(bytes)
    if (extension === 'xml') return judgeXml(bytes)
    if (extension === 'rtf') return judgeRichText(bytes)
    if (oldOffice.has(extension)) return judgeCompound(bytes)
    return office.has(family) ? judgeOffice(bytes) : []
  },
})

const office: ReadonlySet<string> = new Set(['document', 'spreadsheet', 'presentation'])
const active: ReadonlySet<string> = new Set([...office, 'pdf', 'web', 'data'])
const oldOffice = new Set(['doc', 'xls', 'ppt'])

const pdfRules = {
  javascript: 'active-content/pdf-javascript',
  launch: 'active-content/pdf-launch',
  attachment: 'active-content/pdf-attachments',
  media: 'active-content/pdf-media',
} as const satisfies Record<PdfMark, string>

const judgePdf = async (bytes: Bytes): Promise<Spotted<Rule>[]> => {
  const marks = new Set(await pdfMarks(bytes))
  const opened = await openPdf(bytes)
  const attached = opened.state === 'open' ? await attachmentsOf(opened.pdf) : []
  if (attached.length > 0) marks.add('attachment')
  if (opened.state === 'open' && (await opened.pdf.hasJSActions())) marks.add('javascript')
  return [...marks].map((mark) => ({
    rule: pdfRules[mark],
    ...(mark === 'attachment' && { params: { count: attached.length, names: attached.slice(0, 5).join(', ') } }),
  }))
}

const attachmentsOf = async (pdf: Pdf): Promise<readonly string[]> => {
  const attachments: unknown = await pdf.getAttachments()
  if (attachments instanceof Map) return [...attachments.keys()].map(String)
  return attachments && typeof attachments === 'object' ? Object.keys(attachments) : []
}

const judgeOffice = async (bytes: Bytes): Promise<Spotted<Rule>[]> => {
  try {
    const zip = await openZip(bytes)
    const names = zip.entries.map(({ name }) => name)
    const findings: Spotted<Rule>[] = []
    if (names.some((name) => macroPart.test(name))) findings.push({ rule: 'active-content/macros' })
    if (names.some((name) => /\/activeX\//i.test(name))) findings.push({ rule: 'active-content/controls' })
    const links = await zip.part('word/_rels/settings.xml.rels', 256 * 1024)
    if (/attachedTemplate"/.test(links) && /Target="(?:https?:|\\\\|file:)/i.test(links)) {
      findings.push({ rule: 'active-content/remote-template' })
    }
    return findings
  } catch (error) {
    if (error instanceof BrokenZip) return []
    throw error
  }
}

/** VBA, Excel 4 macro sheets, and modules of LibreOffice Basic or of other script languages. */
const macroPart =
  /(?:^|\/)vbaProject\.bin$|^xl\/(?:macrosheets|intlMacrosheets)\/|^Basic\/.+\/(?!script-l[bc]\.xml$)[^/]+\.xml$|^Scripts\/.+[^/]$/i

const judgeCompound = async (bytes: Bytes): Promise<Spotted<Rule>[]> => {
  const names = await compoundNames(bytes)
  return names.has('_VBA_PROJECT') || names.has('_VBA_PROJECT_CUR') ? [{ rule: 'active-content/macros' }] : []
}

const judgeRichText = async (bytes: Bytes): Promise<Spotted<Rule>[]> => {
  const decoded = await bytes.text(16 * 1024 * 1024)
  return decoded && /\\obj(?:data|emb|ocx|autlink)/.test(decoded.text) ? [{ rule: 'active-content/controls' }] : []
}
