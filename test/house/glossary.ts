import { type Source, withoutComments } from './sources.ts'

export interface Term {
  readonly term: string
  readonly code: string
  readonly meaning: string
  readonly source: string
  readonly module: string
}

export const termsIn = (table: string): readonly Term[] =>
  table
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| Término'))
    .map((line) => line.slice(2, -2).split(' | '))
    .map(([term = '', code = '', meaning = '', source = '', module = '']) => ({
      ...{ term, meaning, source, module },
      code: /^`([\w-]+)`$/.exec(code)?.[1] ?? '',
    }))

/** Shapes in which a front door takes and gives things: they name no term of the law or of the field. */
const shapes = new Set([
  ...['AreaName', 'PersonName', 'Appointed', 'Able', 'Telling', 'RedirectAnswer'],
  ...[
    'Arrived',
    'Ask',
    'Checked',
    'CheckContext',
    'Description',
    'FormFile',
    'LiveFile',
    'NameRule',
    'Receiver',
    'Run',
  ],
])

/** `export { type Area, areasOf } from …`, `export type { Portal } from …`, `export interface Telling`. */
export const typesPublishedBy = ({ text }: Source): readonly string[] => [
  ...[...text.matchAll(/^export (type )?\{([^}]*)\}/gm)].flatMap(([, all, names = '']) =>
    names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '' && (all !== undefined || name.startsWith('type ')))
      .map((name) => name.replace(/^type /, '').replace(/^.* as /, '')),
  ),
  ...[...text.matchAll(/^export (?:interface|type) (\w+)/gm)].map(([, name]) => name as string),
]

const stands = (code: string, text: string): boolean =>
  new RegExp(`(?<![A-Za-z])${code}(?![a-z])`, 'i').test(withoutComments(text).replaceAll('_', ''))
const sameName = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()
const twice = (all: readonly string[]) => all.filter((each, at) => all.indexOf(each) < at)

export interface Spoken {
  readonly terms: readonly Term[]
  /** All the code of each module. */
  readonly codeOf: ReadonlyMap<string, string>
  readonly published: readonly string[]
}

/** One term, one name: whole rows, whose name stands in its module; and no published type without one. */
export function faultsOfGlossary({ terms, codeOf, published }: Spoken): readonly string[] {
  return [
    ...terms
      .filter((term) => Object.values(term).some((cell) => cell.trim() === ''))
      .map(({ term }) => `${term}: its row lacks something`),
    ...terms
      .filter(({ code, module }) => !stands(code, codeOf.get(module) ?? ''))
      .map(({ term, code, module }) => `${term}: ${module} does not know ${code}`),
    ...twice(terms.map(({ term }) => term)).map((term) => `${term} has two names`),
    ...twice(terms.map(({ code }) => code)).map((code) => `${code} names two terms`),
    ...published
      .filter((name) => !shapes.has(name) && !terms.some(({ code }) => sameName(code, name)))
      .map((name) => `${name} is published and not in the glossary`),
    ...[...shapes].filter((name) => !published.includes(name)).map((name) => `${name} is published no more`),
  ]
}
export const shapesPublished: readonly string[] = [...shapes]
