export const objectionCodes = [
  'not-in-this-state',
  'quorum-lacking',
  'quorum-there',
  'no-second-call',
  'already-here',
  'not-here',
  'seat-unknown',
  'seat-represented',
  'two-seats',
  'alternates-not-allowed',
  'during-vote',
  'agenda-not-approved',
  'agenda-already-approved',
  'item-unknown',
  'item-not-open',
  'another-item-open',
  'nature-not-allowed',
  'list-closed',
  'not-voted',
  'not-settled-so',
  'no-vote-behind',
  'another-result',
  'vote-unknown',
  'vote-exists',
  'vote-not-open',
  'vote-not-ready',
  'vote-in-hand',
  'method-not-allowed',
  'recusal-open',
  'not-entitled',
  'already-voted',
  'abstention-not-allowed',
  'change-not-allowed',
  'secret',
  'option-missing',
  'count-wrong',
  'votes-missing',
  'casting-not-due',
  'chair-absent',
  'chair-recused',
  'reason-missing',
  'items-undisposed',
  'before-the-last',
] as const
export type ObjectionCode = (typeof objectionCodes)[number]

/** Why something cannot happen now, and about what: an item, a seat, a vote, a number that was expected. */
export interface Objection {
  readonly code: ObjectionCode
  readonly about?: number
}

export const against = (refused: boolean | undefined, code: ObjectionCode, about?: number): readonly Objection[] =>
  refused ? [about === undefined ? { code } : { code, about }] : []
