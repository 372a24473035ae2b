import type { Bytes } from '../inspection/bytes.ts'
import type { FileType } from '../inspection/catalogue.ts'

/**
 * Until when a check's answer may change: what only reads the bytes has answered on arrival; what reads the request or
 * its section is asked anew when the area sends it; what looks at the rest of the world, also before it goes out.
 */
export type Moment = 'upload' | 'send' | 'publish'

/** blocks: nothing goes out with it. must: mended or answered. suggests: worth doing. informs: good to know. */
export type Severity = 'blocks' | 'must' | 'suggests' | 'informs'

export type Params = Readonly<Record<string, string | number>>

/** A remedy the house can apply by itself when the area agrees. */
export interface Rename {
  readonly kind: 'rename'
  readonly name: string
}

/** Something a check saw: a rule and the facts that its sentences need, never the sentences. */
export interface Spotted<Rule extends string = string> {
  readonly rule: Rule
  readonly params?: Params
  /** Of a PDF, from 1. */
  readonly page?: number
  /** Column of a table or field of a form. */
  readonly field?: string
  /** Path of the file inside a zip that this speaks of. */
  readonly entry?: string
  readonly offer?: Rename
}

export interface Finding extends Spotted {
  readonly severity: Severity
  readonly params: Params
}

export interface NameRule {
  /** Characters before the dot. */
  readonly longestCharacters: number
  /** Words that tell versions apart and say nothing to a reader, in lower case without accents. */
  readonly versionWords: readonly string[]
  /** The name of a file that has no usable one. */
  readonly fallback: string
}

/** A file that is public now and may have the same contents. */
export interface LiveFile {
  readonly sha256: string
  readonly title: string
  readonly address: string
}

/** Everything a check may know besides the bytes. Plain JSON: it travels to another process. */
export interface CheckContext {
  readonly originalName: string
  /** The title that readers will see; empty while it has none. */
  readonly title: string
  /** The media type stated by whoever sent the file; empty when none was. */
  readonly declaredType: string
  /** Extensions that the section takes, lower case and without the dot. */
  readonly allowedExtensions: readonly string[]
  readonly limitBytes: number
  readonly nameRule: NameRule
  /** Names of the other files of the same document. */
  readonly siblings: readonly string[]
  /** Live files to compare with; those of the same sha256 are enough. */
  readonly live: readonly LiveFile[]
}

/** A check is a value: the same bytes and context always yield the same findings. Raise `version` when they change. */
export interface Check<Id extends string = string, Rule extends string = string> {
  readonly id: Id
  readonly version: number
  readonly moment: Moment
  /** All the rules it can find broken. A rule without words in every language does not compile. */
  readonly rules: Readonly<Record<Rule, Severity>>
  /** What it reads of the context: its results are kept for as long as that and the bytes stay the same. */
  readonly reads: readonly (keyof CheckContext)[]
  appliesTo(type: FileType): boolean
  run(bytes: Bytes, context: CheckContext): Promise<readonly Spotted<NoInfer<Rule>>[]>
}

/** Declares a check, keeping its id and its rules as types. */
export const define = <const Id extends string, const Rule extends string>(check: Check<Id, Rule>): Check<Id, Rule> =>
  check

export const findingsOf = async (check: Check, bytes: Bytes, context: CheckContext): Promise<readonly Finding[]> => {
  const spotted = await check.run(bytes, context)
  return spotted.map((one) => ({ ...one, params: one.params ?? {}, severity: check.rules[one.rule] ?? 'blocks' }))
}
