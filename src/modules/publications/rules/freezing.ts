/**
 * A window in which nothing goes live: the law suspends the spreading of government propaganda from the beginning of
 * campaigns to the day of the vote, with its exceptions (CPEUM, art. 41, base III, apartado C; LGIPE, art. 209.1).
 */
export interface FreezeWindow {
  readonly id: number
  readonly from: Date
  readonly until: Date
  /** The same, as the institution's clocks say it: `2027-06-07T00:00`. */
  readonly untilLocal: string
  /** Undefined: both portals, or every section. A section takes with it what hangs from it. */
  readonly portal: 'internet' | 'intranet' | undefined
  readonly section: number | undefined
  /** The norm or agreement that orders it. */
  readonly basis: string
  /** Grounds that may be published all the same. */
  readonly exceptions: readonly string[]
}

/** Where something would go live, and why. */
export interface Going {
  readonly kind: 'publish' | 'update' | 'withdraw' | 'correct-metadata'
  readonly portal: 'internet' | 'intranet'
  /** Its section and those that it hangs from. */
  readonly sections: readonly number[]
  readonly ground: string | null
}

/** The windows that reach a place and ground, whenever they are. Taking something down spreads nothing. */
export const reaching = (windows: readonly FreezeWindow[], { kind, portal, sections, ground }: Going) =>
  windows.filter(
    (window) =>
      kind !== 'withdraw' &&
      (window.portal === undefined || window.portal === portal) &&
      (window.section === undefined || sections.includes(window.section)) &&
      !window.exceptions.includes(ground ?? ''),
  )

/** From its first instant until its last, which is already outside. */
export const covers = ({ from, until }: Pick<FreezeWindow, 'from' | 'until'>, at: number): boolean =>
  from.getTime() <= at && at < until.getTime()
