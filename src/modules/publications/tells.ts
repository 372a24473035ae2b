import type { Told } from '#kernel/module'
import type { VoidReason } from './rules/changes.ts'
import type { Kind } from './rules/kinds.ts'
import type { Limited } from './rules/limits.ts'
import type { WithdrawalReason } from './rules/withdrawals.ts'
import { sayOf } from './words/kinds.ts'
import { say } from './words.ts'

interface OfKind {
  readonly kind: Kind
}
interface Approved extends OfKind {
  readonly samePerson: boolean
  readonly ruleSource: string
}
interface Verified {
  readonly subject: string
  readonly passed: boolean
  readonly equal: number
  readonly files: number
}
interface Published extends OfKind {
  readonly number: number
  readonly urgent: boolean
  readonly rollsBackTo?: number
  readonly note?: string
  readonly objected?: number
}

/** What happened by itself, or to something: no name stands before it. */
const itself = (said: Told): Told => ({ ...said, byItself: true })

// biome-ignore lint/suspicious/noExplicitAny: each event has data of its own.
type Tell = (data: any) => Told

/** What each event says in the history of a record. */
export const tells: Readonly<Record<string, Tell>> = {
  'publications.request-opened': ({ kind }: OfKind) => sayOf(kind, ({ tells }) => tells.opened),
  'publications.request-described': () => say(({ tells }) => tells.requestDescribed),
  'publications.file-attached': ({ version }: { version: number }) => ({
    ...say(({ tells }) => tells.fileAttached(version)),
    together: (files) => say(({ tells }) => tells.filesAttached(files)),
  }),
  'publications.file-renamed': () => ({
    ...say(({ tells }) => tells.fileRenamed),
    together: (files) => say(({ tells }) => tells.filesRenamed(files)),
  }),
  'publications.file-detached': () => ({
    ...say(({ tells }) => tells.fileDetached),
    together: (files) => say(({ tells }) => tells.filesDetached(files)),
  }),
  'publications.checks-asked': () => say(({ tells }) => tells.checksAsked),
  'publications.request-submitted': ({ round, files }: { round: number; files: number }) =>
    say(({ tells }) => tells.requestSubmitted(round, files)),
  'publications.request-admitted': () => ({
    ...say(({ tells }) => tells.requestAdmitted),
    together: (requests) => say(({ tells }) => tells.requestsAdmitted(requests)),
  }),
  'publications.admission-refused': () => say(({ tells }) => tells.admissionRefused),
  'publications.request-assigned': () => ({
    ...say(({ tells }) => tells.requestAssigned),
    together: (requests) => say(({ tells }) => tells.requestsAssigned(requests)),
  }),
  'publications.observation-written': ({ observation }: { observation: number }) =>
    say(({ tells }) => tells.observationWritten(observation)),
  'publications.observation-answered': ({ observation }: { observation: number }) =>
    say(({ tells }) => tells.observationAnswered(observation)),
  'publications.observation-settled': ({ observation, outcome }: { observation: number; outcome: string }) =>
    say(({ tells }) => tells.observationSettled(observation, outcome)),
  'publications.request-observed': ({ observations }: { observations: number }) =>
    say(({ tells }) => tells.requestObserved(observations)),
  'publications.request-approved': ({ kind, samePerson, ruleSource }: Approved) =>
    sayOf(kind, ({ tells }) => (samePerson ? tells.approvedOwn(ruleSource) : tells.approved)),
  'publications.approval-voided': ({ why }: { why: VoidReason }) =>
    itself(say(({ tells }) => (why === 'edition-superseded' ? tells.approvalOvertaken : tells.approvalVoided))),
  'publications.basis-confirmed': ({ edition }: { edition: number }) =>
    say(({ tells }) => tells.basisConfirmed(edition)),
  'publications.content-retaken': ({ edition }: { edition: number }) =>
    say(({ tells }) => tells.contentRetaken(edition)),
  'publications.publication-scheduled': ({ kind }: OfKind) => sayOf(kind, ({ tells }) => tells.scheduled),
  'publications.publication-unscheduled': ({ kind }: OfKind) => sayOf(kind, ({ tells }) => tells.unscheduled),
  'publications.publication-failed': ({ kind, attempts }: OfKind & { attempts: number }) =>
    itself(sayOf(kind, ({ tells }) => tells.failed(attempts))),
  'publications.target-checked': ({ stands, status }: { stands: boolean; status: number }) =>
    itself(say(({ tells }) => tells.targetChecked(stands, status))),
  'publications.request-abandoned': () => itself(say(({ tells }) => tells.requestAbandoned)),
  'publications.calendar-mode-set': ({ mode }: { mode: string }) =>
    itself(say(({ tells }) => tells.calendarModeSet(mode === 'electoral'))),
  'publications.document-published': ({ kind, number, urgent, rollsBackTo, note, objected }: Published) => {
    if (!rollsBackTo) return sayOf(kind, ({ tells }) => tells.published(number, urgent))
    if (objected) return itself(say(({ tells }) => tells.documentRestored(rollsBackTo, number, objected)))
    return say(({ tells }) => tells.documentRolledBack(rollsBackTo, number, note ?? ''))
  },
  'publications.document-superseded': ({ number }: { number: number }) =>
    itself(say(({ tells }) => tells.documentSuperseded(number))),
  'publications.document-withdrawn': ({ reason }: { reason: WithdrawalReason }) =>
    say(({ tells }) => tells.documentWithdrawn(reason)),
  'publications.document-archived': () => say(({ tells }) => tells.documentArchived),
  'publications.publication-ratified': () => say(({ tells }) => tells.publicationRatified),
  'publications.publication-objected': ({ restored }: { restored?: number }) =>
    say(({ tells }) => tells.publicationObjected(restored)),
  'publications.order-ended': () => itself(say(({ tells }) => tells.orderEnded)),
  'publications.search-removal-noted': () => say(({ tells }) => tells.searchRemovalNoted),
  'publications.publication-verified': ({ subject, passed, equal, files }: Verified) => {
    const said = say(({ tells }) =>
      subject === 'withdrawn' ? tells.withdrawalVerified(passed) : tells.publicationVerified(passed, equal, files),
    )
    return passed ? said : itself(said)
  },
  'publications.revalidation-due': () => itself(say(({ tells }) => tells.revalidationDue)),
  'publications.validity-confirmed': () => say(({ tells }) => tells.validityConfirmed),
  'publications.documents-imported': ({ documents }: { documents: readonly number[] }) =>
    say(({ tells }) => tells.documentsImported(documents.length)),
  'publications.import-undone': ({ documents }: { documents: readonly number[] }) =>
    say(({ tells }) => tells.importUndone(documents.length)),
  'publications.deadline-reminded': ({ clock }: { clock: Limited }) =>
    say(({ tells }) => tells.deadlineReminded(clock)),
  'publications.limit-set': () => say(({ tells }) => tells.limitSet),
  'publications.freeze-window-set': ({ basis }: { basis: string }) => say(({ tells }) => tells.freezeWindowSet(basis)),
  'publications.freeze-window-lifted': ({ reason }: { reason: string }) =>
    say(({ tells }) => tells.freezeWindowLifted(reason)),
  'publications.rule-set': () => say(({ tells }) => tells.ruleSet),
}
