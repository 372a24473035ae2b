/** The seven reasons to take a document down, and what each answers to whoever follows an old link. */
export const withdrawalReasons = [
  'published-in-error',
  'consolidated',
  'no-longer-in-force',
  'historical-archive',
  'personal-or-reserved-data',
  'order-of-authority',
  'validity-ended',
] as const
export type WithdrawalReason = (typeof withdrawalReasons)[number]

export interface WithdrawalRule {
  /** HTTP status of the document's address; with a target, `redirected`. */
  readonly status: 200 | 301 | 410 | 451
  /** Status when the withdrawal names a target address. */
  readonly redirected?: 301
  readonly needs: readonly ('target' | 'explanation' | 'reference')[]
  /** Whether the content stays readable, under a banner. */
  readonly showsContent: boolean
  /** Personal data leave in one clock hour and without asking the area. */
  readonly withoutArea: boolean
  /** The library's bytes are erased too, unless something else that is live holds them. */
  readonly erasesFiles: boolean
  /** Search engines and archives are asked to forget it, and when and which is noted (publishing, section 2.4). */
  readonly leavesSearch: boolean
  /** It may have a day on which it ends. Nothing comes back by itself on that day. */
  readonly mayEnd: boolean
}

const rule = (given: Partial<WithdrawalRule> & Pick<WithdrawalRule, 'status'>): WithdrawalRule => ({
  needs: [],
  showsContent: false,
  withoutArea: false,
  erasesFiles: false,
  leavesSearch: false,
  mayEnd: false,
  ...given,
})

export const withdrawalRules: Readonly<Record<WithdrawalReason, WithdrawalRule>> = {
  'published-in-error': rule({ status: 410, redirected: 301 }),
  consolidated: rule({ status: 301, needs: ['target'] }),
  'no-longer-in-force': rule({ status: 200, needs: ['explanation'], showsContent: true }),
  'historical-archive': rule({ status: 301, needs: ['target'] }),
  'personal-or-reserved-data': rule({
    ...{ status: 410, needs: ['reference'], withoutArea: true, erasesFiles: true, leavesSearch: true },
  }),
  // RFC 7725: an authority ordered it.
  'order-of-authority': rule({ status: 451, needs: ['reference'], mayEnd: true }),
  'validity-ended': rule({ status: 200, showsContent: true }),
}

export const statusOfWithdrawal = (reason: WithdrawalReason, target: string): number => {
  const { status, redirected } = withdrawalRules[reason]
  return target !== '' && redirected ? redirected : status
}
