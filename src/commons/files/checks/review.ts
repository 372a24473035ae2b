import { type Bytes, sha256Of } from '../inspection/bytes.ts'
import { type FileType, unknownType } from '../inspection/catalogue.ts'
import { type Inspection, inspect, typeOf } from '../inspection/inspect.ts'
import { type Check, type CheckContext, type Finding, findingsOf } from './check.ts'

/** Why a file could not be reviewed, wholly or in part. */
export type Failure = 'out-of-memory' | 'timeout' | 'crashed' | 'unreadable'

export const reviewRules = {
  'review/out-of-memory': 'blocks',
  'review/timeout': 'blocks',
  'review/crashed': 'blocks',
  'review/unreadable': 'blocks',
  'review/failed': 'blocks',
} as const

export type ReviewRule = keyof typeof reviewRules

export interface Outcome {
  /** Id of a check, or `inspection` when that is what failed. */
  readonly check: string
  readonly version: number
  readonly result: 'ok' | 'findings' | 'not-applicable' | 'error'
  readonly findings: readonly Finding[]
  readonly milliseconds: number
  /** For the log of whoever keeps the house, never for the area. */
  readonly problem?: string
}

export interface Review {
  /** Of the bytes really read; empty when they could not be. */
  readonly sha256: string
  readonly type: FileType
  readonly outcomes: readonly Outcome[]
  readonly inspection: Inspection | null
  readonly failure: Failure | null
}

/** What a review says while it goes on, so that whatever is known survives its death. */
export type Progress =
  | { readonly kind: 'identified'; readonly sha256: string; readonly type: FileType }
  | { readonly kind: 'begun'; readonly check: string }
  | { readonly kind: 'outcome'; readonly outcome: Outcome }
  | { readonly kind: 'inspected'; readonly inspection: Inspection }

export interface Work {
  readonly context: CheckContext
  readonly checks: readonly Check[]
  readonly inspect: boolean
}

/** Runs the checks one by one. A check that throws is an outcome; it never takes the others with it. */
export const review = async (bytes: Bytes, work: Work, tell: (progress: Progress) => void): Promise<void> => {
  const type = await typeOf(bytes, work.context.originalName)
  tell({ kind: 'identified', sha256: await sha256Of(bytes), type })
  for (const check of work.checks) {
    tell({ kind: 'begun', check: check.id })
    tell({ kind: 'outcome', outcome: await outcomeOf(check, bytes, type, work.context) })
  }
  if (!work.inspect) return
  tell({ kind: 'begun', check: inspectionId })
  tell({ kind: 'inspected', inspection: await inspection(bytes, type) })
}

export const inspectionId = 'inspection'

const outcomeOf = async (check: Check, bytes: Bytes, type: FileType, context: CheckContext): Promise<Outcome> => {
  const began = performance.now()
  const { id, version } = check
  const done = (rest: Pick<Outcome, 'result' | 'findings' | 'problem'>): Outcome => ({
    check: id,
    version,
    milliseconds: Math.round((performance.now() - began) * 10) / 10,
    ...rest,
  })
  try {
    if (!check.appliesTo(type)) return done({ result: 'not-applicable', findings: [] })
    const findings = await findingsOf(check, bytes, context)
    return done({ result: findings.length > 0 ? 'findings' : 'ok', findings })
  } catch (error) {
    return done({ result: 'error', findings: [reviewFinding('review/failed')], problem: String(error).slice(0, 500) })
  }
}

/** A damaged file has nothing to search; that it is damaged is for `opens` to say. */
const inspection = async (bytes: Bytes, type: FileType): Promise<Inspection> => {
  try {
    return await inspect(bytes, type)
  } catch {
    return { type, pages: null, title: null, language: null, text: [], truncated: false, dimensions: null }
  }
}

export const reviewFinding = (rule: ReviewRule): Finding => ({ rule, severity: reviewRules[rule], params: {} })

/**
 * The review of a file whose reviewer died: what was known stays, the check that was running answers for it, and those
 * that never ran are errors too, so that nobody takes silence for a clean bill.
 */
export const cutShort = (told: readonly Progress[], asked: readonly Check[], failure: Failure): Review => {
  const gathered = gather(told)
  const done = new Set(gathered.outcomes.map((outcome) => outcome.check))
  const begun = told.findLast((progress) => progress.kind === 'begun')?.check
  const culprit = begun !== undefined && !done.has(begun) ? begun : asked.find((check) => !done.has(check.id))?.id
  const failed = (check: string, version: number): Outcome => ({
    check,
    version,
    result: 'error',
    findings: check === (culprit ?? inspectionId) ? [reviewFinding(`review/${failure}`)] : [],
    milliseconds: 0,
  })
  const rest = asked.filter((check) => !done.has(check.id)).map((check) => failed(check.id, check.version))
  const inspecting = rest.length === 0 ? [failed(inspectionId, 0)] : []
  return { ...gathered, outcomes: [...gathered.outcomes, ...rest, ...inspecting], failure }
}

export const gather = (told: readonly Progress[]): Review => {
  const identified = told.find((progress) => progress.kind === 'identified')
  return {
    sha256: identified?.sha256 ?? '',
    type: identified?.type ?? unknownType,
    outcomes: told.flatMap((progress) => (progress.kind === 'outcome' ? [progress.outcome] : [])),
    inspection: told.find((progress) => progress.kind === 'inspected')?.inspection ?? null,
    failure: null,
  }
}
