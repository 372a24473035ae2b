import type { Params, Spotted } from './check.ts'
import type { CheckId, CheckRule } from './index.ts'
import type { ReviewRule } from './review.ts'

export type Rule = CheckRule | ReviewRule

export type Sentence = string | ((params: Params) => string)

export interface RuleWords {
  /** What is wrong with the file, in one sentence. */
  readonly wrong: Sentence
  /** What the area can do about it, with the menus of the program it has. */
  readonly mend: Sentence
}

export interface CheckWords {
  /** What each check looks after, as a line of a checklist. */
  readonly checks: Readonly<Record<CheckId | 'inspection', string>>
  readonly rules: Readonly<Record<Rule, RuleWords>>
  /** Put before a sentence that speaks of a file inside a zip, a page or a field. */
  readonly where: (place: Pick<Spotted, 'entry' | 'page' | 'field'>) => string
  readonly rename: (name: string) => string
}

/** `1572864` → `1.5 MB`, as file managers show it. */
export const sizeSaid = (bytes: string | number | undefined): string => {
  const megabytes = Number(bytes) / (1024 * 1024)
  return megabytes >= 1 ? `${Math.round(megabytes * 10) / 10} MB` : `${Math.ceil(megabytes * 1024)} KB`
}

/** `pdf` → `PDF` */
export const typeSaid = (extension: string | number | undefined): string => String(extension ?? '').toUpperCase()
