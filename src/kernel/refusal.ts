import type { Said } from './words.ts'

/** Why the house declined to do something. Expected, explained, and never a bug. */
export type RefusalKind = 'invalid' | 'forbidden' | 'missing' | 'conflict' | 'unlawful'

/** One of several reasons, with the field or the place where it can be mended. */
export interface Reason {
  readonly said: Said
  /** Dotted path of the input field that this speaks of. */
  readonly field?: string
  /** What a schema found there: nothing, or what does not fit. The form then names the field as its reader knows it. */
  readonly found?: 'nothing' | 'unfit'
  /** Address where the reader can mend it. */
  readonly href?: string
}

interface More {
  readonly lacks?: string | undefined
  /** Where it is not that of its kind. */
  readonly status?: Status
}

export class Refusal extends Error {
  readonly kind: RefusalKind
  readonly said: Said
  readonly reasons: readonly Reason[]
  /** The grant that was asked for. Whoever has not said who they are may still have it. */
  readonly lacks: string | undefined
  readonly status: Status

  constructor(kind: RefusalKind, said: Said, reasons: readonly Reason[] = [], more: More = {}) {
    super(`${kind}: ${said.en}`)
    this.kind = kind
    this.said = said
    this.reasons = reasons
    this.lacks = more.lacks
    this.status = more.status ?? statusOf[kind]
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
