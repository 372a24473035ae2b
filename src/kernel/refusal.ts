import type { Said } from './words.ts'

/** Why the house declined to do something. Expected, explained, and never a bug. */
export type RefusalKind = 'invalid' | 'forbidden' | 'missing' | 'conflict' | 'unlawful'

/** One of several reasons, with the field or the place where it can be mended. */
export interface Reason {
  readonly said: Said
  /** Dotted path of the input field that this speaks of. */
  readonly field?: string
  /** Address where the reader can mend it. */
  readonly href?: string
}

export class Refusal extends Error {
  readonly kind: RefusalKind
  readonly said: Said
  readonly reasons: readonly Reason[]
  readonly status: Status

  constructor(kind: RefusalKind, said: Said, reasons: readonly Reason[] = [], status: Status = statusOf[kind]) {
    super(`${kind}: ${said.en}`)
    this.kind = kind
    this.said = said
    this.reasons = reasons
    this.status = status
  }
}

/** 428: what is asked says nothing of the version that it was decided on (RFC 6585, 3). */
type Status = 403 | 404 | 409 | 422 | 428

export const statusOf: Readonly<Record<RefusalKind, Status>> = {
  invalid: 422,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  unlawful: 422,
}
