/** How many are enough, of how many. */
export type Threshold =
  /** «La mitad más uno»: of an odd number it reads in two ways, and the rule must say which (LGTAIP, art. 28). */
  | { readonly kind: 'half-plus-one'; readonly rounding: 'down' | 'up' }
  | { readonly kind: 'more-than-half' }
  /** `strict`: more than that part; else that part is enough. */
  | { readonly kind: 'fraction'; readonly num: number; readonly den: number; readonly strict: boolean }
  /** A number that the norm writes: «cuando menos ocho votos» (LGIPE, art. 44). */
  | { readonly kind: 'at-least'; readonly n: number }
  /** Whoever comes (LGIPE, art. 41, second call). */
  | { readonly kind: 'any' }
  | { readonly kind: 'all' }

/** The least whole number that satisfies the threshold, never 0: nobody decides nothing. */
export function neededOf(threshold: Threshold, of: number): number {
  switch (threshold.kind) {
    case 'half-plus-one':
      return threshold.rounding === 'up' ? Math.ceil(of / 2) + 1 : Math.floor(of / 2) + 1
    case 'more-than-half':
      return Math.floor(of / 2) + 1
    case 'fraction': {
      const { num, den, strict } = threshold
      // In whole numbers: a third of three is one, whatever a processor makes of 1/3.
      const whole = Math.floor((of * num) / den)
      const exact = (of * num) % den === 0
      return Math.max(1, strict ? whole + 1 : exact ? whole : whole + 1)
    }
    case 'at-least':
      return Math.max(1, threshold.n)
    case 'any':
      return 1
    case 'all':
      return Math.max(1, of)
  }
}
