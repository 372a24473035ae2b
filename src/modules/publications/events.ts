import type { Event } from '#kernel/command'
import { topicsUnder } from '#kernel/pure/topics'
import type { VoidReason } from './rules/changes.ts'
import type { Kind } from './rules/kinds.ts'
import type { Limit, Limited, LimitKey } from './rules/limits.ts'
import type { WithdrawalReason } from './rules/withdrawals.ts'

/** Every fact about a request names it; its page and its history listen to the topic. */
interface OfRequest {
  readonly request: number
  readonly folio: string
  /** What was asked: a withdrawal is not told as a publication. */
  readonly kind: Kind
}
interface OfDocument extends OfRequest {
  readonly document: number
  readonly key: string
}

export const topicOfRequest = topicsUnder('publications.request-')
export const topicOfDocument = topicsUnder('publications.document-')

const aboutRequest = <Data extends OfRequest>(name: string): Event<Data> => ({
  name: `publications.${name}`,
  topics: ({ request }) => [topicOfRequest(request), 'publications.requests'],
})
const aboutDocument = <Data extends OfDocument>(name: string): Event<Data> => ({
  name: `publications.${name}`,
  topics: ({ request, document }) => [
    topicOfRequest(request),
    topicOfDocument(document),
    'publications.requests',
    'public.publications',
  ],
})

export const requestOpened = aboutRequest<OfRequest & { area: number }>('request-opened')
export const requestDescribed = aboutRequest<OfRequest>('request-described')
export const fileAttached = aboutRequest<OfRequest & { file: number; version: number; sha256: string }>('file-attached')
export const fileRenamed = aboutRequest<OfRequest & { file: number }>('file-renamed')
export const fileDetached = aboutRequest<OfRequest & { file: number }>('file-detached')
export const checksAsked = aboutRequest<OfRequest>('checks-asked')
export const basisConfirmed = aboutRequest<OfRequest & { edition: number }>('basis-confirmed')
export const contentRetaken = aboutRequest<OfRequest & { edition: number; files: number }>('content-retaken')
export const requestSubmitted = aboutRequest<
  OfRequest & { revision: number; fingerprint: string; round: number; files: number }
>('request-submitted')
export const requestAdmitted = aboutRequest<OfRequest & { reviewer: string }>('request-admitted')
export const admissionRefused = aboutRequest<OfRequest>('admission-refused')
export const requestAssigned = aboutRequest<OfRequest & { reviewer: string }>('request-assigned')
export const observationWritten = aboutRequest<OfRequest & { observation: number; severity: string }>(
  'observation-written',
)
export const observationAnswered = aboutRequest<OfRequest & { observation: number }>('observation-answered')
export const observationSettled = aboutRequest<OfRequest & { observation: number; outcome: string }>(
  'observation-settled',
)
export const requestObserved = aboutRequest<OfRequest & { round: number; observations: number }>('request-observed')
export const requestApproved = aboutRequest<
  OfRequest & { revision: number; fingerprint: string; samePerson: boolean; ruleSource: string }
>('request-approved')
export const approvalVoided = aboutRequest<OfRequest & { fingerprint: string; why: VoidReason }>('approval-voided')
export const publicationScheduled = aboutRequest<OfRequest & { at: string; fingerprint: string }>(
  'publication-scheduled',
)
export const publicationUnscheduled = aboutRequest<OfRequest>('publication-unscheduled')
export const publicationFailed = aboutRequest<OfRequest & { attempts: number }>('publication-failed')
export const targetChecked = aboutRequest<OfRequest & { stands: boolean; status: number }>('target-checked')
export const requestAbandoned = aboutRequest<OfRequest>('request-abandoned')
export const calendarModeSet = aboutRequest<OfRequest & { mode: string }>('calendar-mode-set')

export const documentPublished = aboutDocument<
  OfDocument & {
    edition: number
    number: number
    revision: number
    fingerprint: string
    files: readonly string[]
    urgent: boolean
    rollsBackTo?: number
    /** Why an earlier edition came back. */
    note?: string
    /** The number of the emergency that somebody objected to, and that it takes back. */
    objected?: number
  }
>('document-published')
export const documentSuperseded = aboutDocument<OfDocument & { edition: number; number: number }>('document-superseded')
export const documentWithdrawn = aboutDocument<
  OfDocument & { reason: WithdrawalReason; status: number; fingerprint: string; endsOn?: string }
>('document-withdrawn')
/** The day on which the order of an authority ends has come. The document stays down. */
export const orderEnded = aboutDocument<OfDocument & { endsOn: string }>('order-ended')
/** Search engines and archives were asked to forget what left for personal data. */
export const searchRemovalNoted = aboutDocument<OfDocument & { askedOn: string }>('search-removal-noted')
export const documentArchived = aboutDocument<OfDocument>('document-archived')
export const publicationRatified = aboutDocument<OfDocument & { edition: number }>('publication-ratified')
/** `restored`: the number of the edition that readers see again; without one, the document was taken down. */
export const publicationObjected = aboutDocument<OfDocument & { edition: number; restored?: number }>(
  'publication-objected',
)
export const publicationVerified = aboutDocument<
  OfDocument & {
    edition: number
    subject: 'published' | 'withdrawn'
    passed: boolean
    files: number
    equal: number
    looks: number
  }
>('publication-verified')
export const revalidationDue = aboutDocument<OfDocument>('revalidation-due')
export const validityConfirmed = aboutDocument<
  OfDocument & { edition: number; reviewOn: string; validUntil: string | null }
>('validity-confirmed')

/** What came in as each document: its fingerprint covers the hash and the name of every file. */
export interface ImportedContent {
  readonly document: number
  readonly key: string
  readonly folio: string
  readonly edition: number
  readonly fingerprint: string
  readonly files: readonly string[]
  readonly publishedAt: string
}
export const documentsImported: Event<{
  batch: number
  source: string
  documents: readonly number[]
  contents: readonly ImportedContent[]
}> = {
  name: 'publications.documents-imported',
  topics: ({ batch, documents }) => [
    `publications.import-${batch}`,
    'publications.imports',
    'public.publications',
    ...documents.map(topicOfDocument),
  ],
}
export const importUndone: Event<{ batch: number; documents: readonly number[] }> = {
  name: 'publications.import-undone',
  topics: ({ batch, documents }) => [
    `publications.import-${batch}`,
    'publications.imports',
    'public.publications',
    ...documents.map(topicOfDocument),
  ],
}

/** Whoever owes something was told when it falls due. */
export const deadlineReminded = aboutRequest<OfRequest & { clock: Limited; due: string }>('deadline-reminded')

export const limitSet: Event<LimitKey & Limit> = {
  name: 'publications.limit-set',
  topics: () => ['publications.rules'],
}
export const freezeWindowSet: Event<{ window: number; from: string; until: string; basis: string }> = {
  name: 'publications.freeze-window-set',
  topics: () => ['publications.freezing'],
}
export const freezeWindowLifted: Event<{ window: number; reason: string }> = {
  name: 'publications.freeze-window-lifted',
  topics: () => ['publications.freezing'],
}
export const ruleSet: Event<{ name: string; value: string }> = {
  name: 'publications.rule-set',
  topics: () => ['publications.rules'],
}
