export interface Range {
  readonly start: number
  /** The last byte, included. */
  readonly end: number
}

/**
 * The single range that a request asks for (RFC 9110, 14.1.2). `whole` when it asks for none, for several, or for
 * what cannot be understood, which the law lets us ignore; `unsatisfiable` when it begins after the end.
 */
export function rangeOf(header: string | undefined, bytes: number): Range | 'whole' | 'unsatisfiable' {
  const [, first, last] = /^bytes=\s*(\d*)\s*-\s*(\d*)\s*$/i.exec(header ?? '') ?? []
  if (first === undefined || last === undefined || (first === '' && last === '')) return 'whole'
  if (first === '') {
    const suffix = Number(last)
    return suffix === 0 || bytes === 0 ? 'unsatisfiable' : { start: Math.max(0, bytes - suffix), end: bytes - 1 }
  }
  const start = Number(first)
  const end = last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1)
  if (last !== '' && Number(last) < start) return 'whole'
  return start >= bytes ? 'unsatisfiable' : { start, end }
}

/** Whether a list of entity tags (RFC 9110, 13.1.2) names this one; weak comparison. */
export const namesTag = (header: string | undefined, tag: string): boolean =>
  (header ?? '').split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === tag)
