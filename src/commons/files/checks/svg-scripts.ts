import type { Bytes } from '../inspection/bytes.ts'
import { attributesOf, localName, type Token, tokens } from '../inspection/markup.ts'
import type { Spotted } from './check.ts'

type Rule =
  | 'active-content/svg-element'
  | 'active-content/svg-handler'
  | 'active-content/svg-external'
  | 'active-content/svg-declaration'
  | 'active-content/svg-broken'

const largestDrawingBytes = 16 * 1024 * 1024
const mostFindings = 20

/** A drawing may hold only what draws. What is not known to be harmless is refused, so nothing new slips in. */
export const judgeSvg = async (bytes: Bytes): Promise<Spotted<Rule>[]> => {
  const decoded = await bytes.text(largestDrawingBytes)
  if (!decoded || decoded.truncated) return [{ rule: 'active-content/svg-broken' }]
  const found = new Map<string, Spotted<Rule>>()
  const open: Scope[] = []
  let style = false
  for (const token of tokens(decoded.text)) {
    for (const one of judgeToken(token, open, style)) found.set(JSON.stringify(one), one)
    if (token.kind === 'open') style = localName(token.name) === 'style' && !token.empty
    if (token.kind === 'close') style = false
    if (found.size >= mostFindings) break
  }
  if (open.length > 0 && found.size < mostFindings) found.set('open', { rule: 'active-content/svg-broken' })
  return [...found.values()]
}

/** An open element, with the namespaces its prefixes stand for. */
interface Scope {
  readonly name: string
  readonly spaces: ReadonlyMap<string, string>
}

const judgeToken = (token: Token, open: Scope[], inStyle: boolean): Spotted<Rule>[] => {
  switch (token.kind) {
    case 'open':
      return judgeElement(token, open)
    case 'close':
      return open.pop()?.name === token.name ? [] : [{ rule: 'active-content/svg-broken' }]
    case 'text':
      return inStyle ? judgeStyle(token.text) : []
    case 'doctype':
      return token.text.includes('[') ? [{ rule: 'active-content/svg-declaration' }] : []
    case 'instruction':
      return /^<\?xml\s/.test(token.text) ? [] : [{ rule: 'active-content/svg-declaration' }]
    case 'broken':
      return [{ rule: 'active-content/svg-broken' }]
  }
}

const judgeElement = (token: Token & { kind: 'open' }, open: Scope[]): Spotted<Rule>[] => {
  const attributes = attributesOf(token.rest)
  if (!attributes) return [{ rule: 'active-content/svg-broken' }]
  const spaces = new Map(open.at(-1)?.spaces)
  for (const [name, value] of attributes) {
    if (name === 'xmlns') spaces.set('', value)
    else if (name.startsWith('xmlns:')) spaces.set(name.slice(6), value)
  }
  if (!token.empty) open.push({ name: token.name, spaces })
  const space = spaces.get(token.name.includes(':') ? token.name.slice(0, token.name.indexOf(':')) : '') ?? ''
  const findings = [...attributes].flatMap(([name, value]) => judgeAttribute(localName(name), value, token.name))
  if (!isHarmless(space, localName(token.name))) {
    findings.push({ rule: 'active-content/svg-element', params: { element: localName(token.name) } })
  }
  return findings
}

/** Other vocabularies are notes of the drawing program, which browsers do not run; XHTML and its like they do. */
const isHarmless = (space: string, name: string) =>
  space === '' || space === 'http://www.w3.org/2000/svg'
    ? drawing.has(name)
    : !/w3\.org\/(?:1999|2001|2002|1998)/.test(space) || inert.test(space)

/** The RDF notes of a drawing (author, licence) live under a W3C name too. */
const inert = /1999\/02\/22-rdf-syntax-ns#/

const judgeAttribute = (name: string, value: string, element: string): Spotted<Rule>[] => {
  if (/^on/i.test(name)) return [{ rule: 'active-content/svg-handler', params: { attribute: name } }]
  if (name === 'href' || name === 'src') return judgeAddress(value, localName(element))
  return name === 'style' || /url\s*\(/i.test(value) ? judgeStyle(value) : []
}

const judgeAddress = (value: string, element: string): Spotted<Rule>[] => {
  const address = value.replace(/\s/g, '')
  const isLink = element === 'a' && /^(?:https?:|mailto:)/i.test(address)
  if (address === '' || address.startsWith('#') || pictureData.test(address) || isLink) return []
  return [{ rule: 'active-content/svg-external', params: { address: address.slice(0, 120) } }]
}

const pictureData = /^data:image\/(?:png|jpe?g|gif|webp);/i

/** CSS may fetch: by `url(…)` and by `@import`; an escape could spell either, so none is taken. */
const judgeStyle = (css: string): Spotted<Rule>[] => {
  const fetched = [...css.matchAll(/url\s*\(\s*["']?([^"')]*)/gi)].flatMap((found) => judgeAddress(found[1] ?? '', ''))
  const hidden = /@import|\\[0-9a-f]|expression\s*\(|javascript:/i.exec(css)
  return hidden ? [...fetched, { rule: 'active-content/svg-external', params: { address: hidden[0] } }] : fetched
}

const drawing = new Set(
  (
    'svg g defs symbol use switch a view title desc metadata style path rect circle ellipse line polyline polygon text ' +
    'tspan textPath image marker pattern clipPath mask linearGradient radialGradient stop filter feBlend feColorMatrix ' +
    'feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow ' +
    'feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset ' +
    'fePointLight feSpecularLighting feSpotLight feTile feTurbulence'
  ).split(' '),
)
