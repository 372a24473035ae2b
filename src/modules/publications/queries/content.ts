import { createHash } from 'node:crypto'
import { canonicalJson } from '#kernel/pure/canonical-json'
import type { PublicationsTables } from '../tables.ts'
import type { DraftFile, Request } from './requests.ts'

type FrozenRevision = Pick<
  PublicationsTables['publications.revision'],
  | 'portal'
  | 'section_id'
  | 'area_id'
  | 'title'
  | 'summary'
  | 'ground_kind'
  | 'ground_reference'
  | 'valid_until'
  | 'review_on'
  | 'change_note'
>
type NamedFile = Pick<DraftFile, 'sha256' | 'public_name' | 'title'>

/**
 * The SHA-256 of everything a reader will see, RFC 8785. An approval refers to it: whatever is not in here can change
 * without asking again, and nothing that is in here can.
 */
export function fingerprintOf(
  content: { [Field in keyof FrozenRevision]: unknown },
  files: readonly NamedFile[],
): string {
  const { portal, section_id, area_id, title, summary, change_note } = content
  const { ground_kind, ground_reference, valid_until, review_on } = content
  return digest({
    ...{ portal, section_id, area_id, title, summary, change_note },
    ...{ ground_kind, ground_reference, valid_until, review_on },
    files: files.map(({ sha256, public_name, title }) => ({ sha256, name: public_name, title })),
  })
}

interface TakenDown {
  readonly reason: string | null
  readonly target: string
  readonly note: string
  readonly reference: string
  readonly endsOn: string | null
}

/** Of a withdrawal: which document, why, by which order, and where its readers are sent. */
export const digestOfWithdrawal = (
  document: number | null,
  { reason, target, note, reference, endsOn }: TakenDown,
): string => digest({ document, reason, target, note, reference, endsOn })

const fingerprintOfWithdrawal = (request: Request): string =>
  digestOfWithdrawal(request.document_id, {
    ...{ reason: request.withdrawal_reason, target: request.withdrawal_target },
    ...{ note: request.withdrawal_note, reference: request.ground_reference },
    endsOn: request.withdrawal_ends_on,
  })

export const fingerprintOfRequest = (request: Request, files: readonly DraftFile[]): string =>
  request.kind === 'withdraw' ? fingerprintOfWithdrawal(request) : fingerprintOf(request, files)

const digest = (content: unknown) => createHash('sha256').update(canonicalJson(content)).digest('hex')
