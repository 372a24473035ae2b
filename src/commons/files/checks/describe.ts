import type { Said } from '#kernel/words'
import type { Finding, Params } from './check.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'
import type { CheckWords, Rule, Sentence } from './words.ts'

export interface Description {
  readonly wrong: Said
  readonly mend: Said
  /** Where in the file; empty when it is the file as a whole. */
  readonly where: Said
  /** What the house offers to do by itself. */
  readonly offer: Said | null
}

/** The sentences of a finding, in every language. A rule of an older version may have lost its words: then null. */
export const describe = (finding: Finding): Description | null => {
  if (!isRule(finding.rule)) return null
  const rule = finding.rule
  const say = (pick: (words: CheckWords) => string): Said => ({ es: pick(es), en: pick(en) })
  const { offer } = finding
  return {
    wrong: say((words) => sentence(words.rules[rule].wrong, finding.params)),
    mend: say((words) => sentence(words.rules[rule].mend, finding.params)),
    where: say((words) => words.where(finding)),
    offer: offer ? say((words) => words.rename(offer.name)) : null,
  }
}

export const checkName = (id: string): Said | null => (isCheck(id) ? { es: es.checks[id], en: en.checks[id] } : null)

const isRule = (rule: string): rule is Rule => Object.hasOwn(es.rules, rule)
const isCheck = (id: string): id is keyof CheckWords['checks'] => Object.hasOwn(es.checks, id)

const sentence = (said: Sentence, params: Params) => (typeof said === 'string' ? said : said(params))
