import { canonicalJson } from '#kernel/pure/canonical-json'
import type { LocalDate } from '#kernel/pure/dates'
import type { Node } from './nodes.ts'
import { type RuleParams, startingRules } from './parameters.ts'
import { ruleTree } from './rule-tree.ts'

// A rule set is what the norms of a body say, each parameter with its source. It is never edited: it is followed by
// another version, and a session keeps the one under which it was called.

type Within<Key extends keyof RuleParams> = RuleParams[Key] extends boolean | readonly unknown[]
  ? Key
  : `${Key}.${keyof RuleParams[Key] & string}`
/** The least of which a source is asked: `quorum.basis`. */
export type ParameterName = { [Key in keyof RuleParams]: Within<Key> }[keyof RuleParams]
export type Sources = Readonly<Partial<Record<ParameterName, string>>>

/** Parameters that are read together, in the order of a session. */
export const chapters = {
  quorum: ['quorum'],
  call: ['notice'],
  agenda: ['agenda'],
  vote: ['vote'],
  attendance: ['chair', 'alternates', 'remote', 'absence', 'joint'],
  recusal: ['recusal'],
  minutes: ['minutes', 'dissent', 'electronicSignature', 'published'],
} as const satisfies Readonly<Record<string, readonly (keyof RuleParams)[]>>
export type Chapter = keyof typeof chapters
export const chapterNames = Object.keys(chapters) as readonly Chapter[]

export interface Parameter {
  readonly name: ParameterName
  readonly node: Node
}
export const parametersIn = (chapter: Chapter): readonly Parameter[] =>
  chapters[chapter].flatMap((key): readonly Parameter[] => {
    const node: Node = ruleTree[key]
    if (node.kind !== 'group') return [{ name: key as ParameterName, node }]
    return Object.entries(node.fields).map(([field, of]) => ({ name: `${key}.${field}` as ParameterName, node: of }))
  })
export const parameters: readonly Parameter[] = chapterNames.flatMap(parametersIn)
export const parameterNames: readonly ParameterName[] = parameters.map(({ name }) => name)

/** What a rule set says of a parameter; undefined where it says nothing. */
export const valueAt = (params: RuleParams, name: ParameterName): unknown =>
  name.split('.').reduce<unknown>((whole, part) => (whole as Record<string, unknown>)[part], params)

const same = (one: unknown, other: unknown) => canonicalJson(one ?? null) === canonicalJson(other ?? null)

/** What two rule sets say differently. */
export const differing = (one: RuleParams, other: RuleParams): readonly ParameterName[] =>
  parameterNames.filter((name) => !same(valueAt(one, name), valueAt(other, name)))

/** What a body says otherwise than the rules with which it begins, and nobody said which norm says so. */
export const unsourced = (params: RuleParams, sources: Sources): readonly ParameterName[] =>
  differing(params, startingRules).filter((name) => !sources[name])

/** Parts of a whole that are more than the whole, by their paths: `quorum.threshold`. */
export function impossibleParts(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  const { kind, num, den } = value as { readonly kind?: unknown; readonly num?: number; readonly den?: number }
  if (kind === 'fraction') return (num as number) > (den as number) ? [path] : []
  return Object.entries(value).flatMap(([key, part]) => impossibleParts(part, path ? `${path}.${key}` : key))
}

export interface Dated {
  readonly version: number
  readonly from: LocalDate
}
/** The one in force on a day: the last that had begun. Undefined before the first. */
export const inForceOn = <Version extends Dated>(day: LocalDate, versions: readonly Version[]): Version | undefined =>
  versions
    .filter(({ from }) => from <= day)
    .toSorted((a, b) => a.version - b.version)
    .at(-1)
