import type { Bytes } from '../inspection/bytes.ts'
import { decodeEntities } from '../inspection/entities.ts'
import type { Spotted } from './check.ts'

type Rule = 'active-content/html-element' | 'active-content/html-handler' | 'active-content/html-address'

const largestPageBytes = 16 * 1024 * 1024

/**
 * Looks at the page as written instead of reading it as a browser would: no two readers agree on broken HTML, and what
 * hides a script from one shows it to another.
 */
export const judgePage = async (bytes: Bytes): Promise<Spotted<Rule>[]> => {
  const decoded = await bytes.text(largestPageBytes)
  if (!decoded) return []
  const source = decoded.text
  const elements = new Set([...source.matchAll(element)].map((found) => found[1]?.toLowerCase() ?? ''))
  const findings: Spotted<Rule>[] = [...elements].map((name) => ({
    rule: 'active-content/html-element',
    params: { element: name },
  }))
  const attribute = handler.exec(source)?.[1]
  if (attribute) findings.push({ rule: 'active-content/html-handler', params: { attribute } })
  const scheme = address.exec(decodeEntities(source).replace(/[\t\n\r\0]/g, ''))?.[1]
  if (scheme) findings.push({ rule: 'active-content/html-address', params: { scheme } })
  return findings
}

/** Data in XML comes alive in a browser only through these vocabularies, or through a style sheet that makes them. */
export const judgeXml = async (bytes: Bytes): Promise<Spotted<Rule>[]> => {
  const decoded = await bytes.text(largestPageBytes)
  const found = /<\?(xml-stylesheet)|w3\.org\/(1999\/xhtml|2000\/svg)/i.exec(decoded?.text ?? '')
  return found ? [{ rule: 'active-content/html-element', params: { element: found[1] ?? found[2] ?? '' } }] : []
}

const element =
  /<(?:[\w-]+:)?(script|iframe|frame|object|embed|applet|portal|base|meta(?=[^<]*http-equiv\s*=\s*["']?refresh))\b/gi
const handler = /<[a-z][^<]*?[\s"'/](on[a-z]{3,})\s*=/i
const address = /=\s*["']?\s*((?:java|vb)script|data:text\/html)\s*[:;,]/i
