/** What the institution's written rule says about publishing one's own text; without a rule, nobody does. */
export interface SamePersonRule {
  readonly allowed: boolean
  /** Agreement or guideline, and its number. */
  readonly source: string
}

export type Signatures =
  | { readonly may: false }
  | { readonly may: true; readonly samePerson: boolean; readonly source: string }

/** Four eyes: what the public reads was seen by another person than its author, unless a written rule lets one do both. */
export function signaturesFor(author: string, publisher: string, rule: SamePersonRule | undefined): Signatures {
  if (author !== publisher) return { may: true, samePerson: false, source: '' }
  return rule?.allowed && rule.source ? { may: true, samePerson: true, source: rule.source } : { may: false }
}
