import type { ColumnType, Generated } from 'kysely'
import type { ClockName, Priority } from './rules/clocks.ts'
import type { Kind } from './rules/kinds.ts'
import type { Limit, LimitKey } from './rules/limits.ts'
import type { State } from './rules/machine.ts'
import type { TargetFault } from './rules/targets.ts'
import type { Look } from './rules/verification.ts'
import type { WithdrawalReason } from './rules/withdrawals.ts'

export type Portal = 'internet' | 'intranet'
export type { Kind } from './rules/kinds.ts'
export type GroundKind = 'transparency-obligation' | 'resolution' | 'dissemination' | 'other'
export type Severity = 'blocks' | 'must' | 'suggests'
export type CalendarMode = 'working' | 'electoral'
/** Written once, at insertion. */
type Fixed<Value> = ColumnType<Value, Value, never>

export interface RequestTable {
  id: Generated<number>
  folio: Fixed<string>
  kind: Fixed<Kind>
  state: State
  round: Generated<number>
  version: Generated<number>
  area_id: number
  requested_by: Fixed<string>
  created_at: Fixed<Date>
  document_id: number | null
  repeats_id: number | null
  begun_from: number | null
  portal: Portal
  section_id: number | null
  title: string
  summary: Generated<string>
  ground_kind: GroundKind | null
  ground_reference: Generated<string>
  priority: Generated<Priority>
  needed_by: Date | null
  not_before: Date | null
  timing_reason: Generated<string>
  valid_until: string | null
  review_on: string | null
  calendar_mode: Generated<CalendarMode>
  calendar_mode_reason: Generated<string>
  calendar_mode_by: string | null
  withdrawal_reason: WithdrawalReason | null
  withdrawal_target: Generated<string>
  withdrawal_note: Generated<string>
  withdrawal_ends_on: string | null
  change_note: Generated<string>
  reviewer: string | null
  submitted_at: Date | null
  edited_by: string
  publish_at: Date | null
  scheduled_by: string | null
  attempts: Generated<number>
  /** Why the last try to publish on schedule failed: the objections, as JSON, for readers of either language. */
  failure: Generated<string>
  urgent_by: string | null
  urgent_at: Date | null
  urgent_reason: Generated<string>
  ratified_by: string | null
  ratified_at: Date | null
  import_batch_id: number | null
}

interface NamedFile {
  file_id: number
  version: number
  position: number
  sha256: string
  bytes: number
  original_name: string
  public_name: string
  title: string
}

export interface PublicationsTables {
  'publications.import_batch': {
    id: Generated<number>
    source: string
    documents: number
    at: Date
    by_actor: string
    undone_at: Date | null
    undone_by: string | null
  }
  'publications.document': {
    id: Generated<number>
    key: string
    area_id: number
    portal: Portal
    first_published_at: Date | null
  }
  'publications.request': RequestTable
  'publications.editor': { request_id: number; account: string }
  'publications.draft_file': NamedFile & {
    id: Generated<number>
    request_id: number
    attached_by: string
    attached_at: Date
    ended_at: Date | null
  }
  'publications.revision': {
    id: Generated<number>
    document_id: Fixed<number>
    request_id: Fixed<number>
    number: Fixed<number>
    fingerprint: Fixed<string>
    portal: Fixed<Portal>
    section_id: Fixed<number>
    area_id: Fixed<number>
    title: Fixed<string>
    summary: Fixed<string>
    ground_kind: Fixed<GroundKind>
    ground_reference: Fixed<string>
    valid_until: Fixed<string | null>
    review_on: Fixed<string>
    change_note: Fixed<string>
    author: Fixed<string>
    created_at: Fixed<Date>
  }
  'publications.revision_file': NamedFile & { revision_id: number }
  'publications.edition': {
    id: Generated<number>
    document_id: number
    revision_id: number
    request_id: number
    number: number
    published_at: Date
    published_by: string
    superseded_at: Date | null
    ended_at: Date | null
    rolls_back_to: number | null
    note: Generated<string>
    /** The number of the emergency that it takes back, because somebody objected. */
    objected: number | null
  }
  'publications.withdrawal': {
    id: Generated<number>
    document_id: number
    request_id: number | null
    reason: WithdrawalReason
    target: Generated<string>
    note: Generated<string>
    reference: Generated<string>
    withdrawn_by: string
    withdrawn_at: Date
    lifted_at: Date | null
    ends_on: string | null
    reminded_at: Date | null
  }
  'publications.search_removal': {
    id: Generated<number>
    withdrawal_id: number
    document_id: number
    request_id: number
    opened_at: Date
    asked_on: string | null
    asked_where: Generated<string>
    noted_by: string | null
    noted_at: Date | null
  }
  'publications.review': {
    id: Generated<number>
    request_id: number
    round: number
    reviewer: string
    fingerprint: string
    outcome: 'approved' | 'observed' | 'not-admitted'
    same_person: Generated<boolean>
    rule_source: Generated<string>
    at: Date
    voided_at: Date | null
    void_reason: Generated<string>
  }
  'publications.observation': {
    id: Generated<number>
    request_id: number
    number: number
    round: number
    file_id: number | null
    page: number | null
    field: string | null
    severity: Severity
    text: string
    author: string
    at: Date
    state: Generated<'open' | 'answered' | 'accepted' | 'dismissed'>
  }
  'publications.reply': { id: Generated<number>; observation_id: number; text: string; author: string; at: Date }
  'publications.stretch': {
    id: Generated<number>
    request_id: number
    clock: ClockName
    owner: string
    mode: CalendarMode
    lap: number
    started_at: Date
    stopped_at: Date | null
    reminded_at: Date | null
    lapse_reminded_at: Date | null
  }
  'publications.verification': {
    id: Generated<number>
    edition_id: number
    at: Date
    passed: boolean
    files: number
    equal_files: number
    subject: 'published' | 'withdrawn'
  }
  'publications.verification_look': Look & { verification_id: number; position: number }
  'publications.target_check': {
    id: Generated<number>
    request_id: number
    target: string
    at: Date
    status: number | null
    fault: TargetFault | null
  }
  'publications.rule': {
    id: Generated<number>
    name: string
    value: string
    source: string
    set_by: string
    set_at: Date
  }
  'publications.service_limit': LimitKey &
    Pick<Limit, 'amount' | 'unit' | 'counted' | 'source'> & {
      id: Generated<number>
      remind_before: number
      set_by: string
      set_at: Date
    }
  'publications.freeze_window': {
    id: Generated<number>
    from_at: Date
    until_at: Date
    portal: Portal | null
    section_id: number | null
    basis: string
    exceptions: GroundKind[]
    set_by: string
    set_at: Date
    lifted_by: string | null
    lifted_at: Date | null
  }
  'publications.confirmation': {
    id: Generated<number>
    edition_id: number
    valid_until: string | null
    review_on: string
    confirmed_by: string
    confirmed_at: Date
  }
  /** The published view: columns are a contract. */
  'publications.live_document': {
    id: number
    key: string
    version: number
    published_at: Date
    first_published_at: Date | null
    portal: Portal
    section_id: number
    area_id: number
    title: string
    summary: string
    ground_kind: GroundKind
    ground_reference: string
    valid_until: string | null
    review_on: string
    revision_id: number
    edition_id: number
    withdrawal_reason: WithdrawalReason | null
  }
}
