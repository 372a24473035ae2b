import { accountNames } from '#commons/identity'
import { shortDateTime } from '#kernel/pure/dates'
import { Notice } from '#ui'
import { type Request, standingApproval, voidedApproval } from '../queries/requests.ts'
import type { VoidReason } from '../rules/changes.ts'
import { voidsApproval } from '../rules/machine.ts'
import type { PublicationsTables } from '../tables.ts'
import { wordsOf } from '../words/kinds.ts'
import { staffWords } from '../words/staff.ts'
import type { C } from './finding.ts'

interface Props {
  readonly c: C
  readonly request: Request
  readonly zone: string
}

/** Before anybody edits what was approved: whose approval falls if they do, and what falls with it. */
export async function WillVoid({ c, request, zone }: Props) {
  const { app, locale } = c.var
  if (!voidsApproval(request.state)) return null
  const approval = await standingApproval(app.tables<PublicationsTables>(), request.id)
  if (!approval) return null
  const said = staffWords[locale].voiding
  const by = (await accountNames(app, [approval.reviewer])).get(approval.reviewer) ?? approval.reviewer
  return (
    <Notice tone="warn">
      <p>
        <b>{said.approvedBy(by, shortDateTime(approval.at, zone, locale))}</b>{' '}
        {said.ifChanged(wordsOf(request.kind, locale).labels.whatBinds)}{' '}
        {request.publish_at && said.loses(shortDateTime(request.publish_at, zone, locale))}
      </p>
    </Notice>
  )
}

/** After it: the request is reviewed again because it was touched, and whoever had approved it is named. */
export async function Voided({ c, request, zone }: Props) {
  const { app, locale } = c.var
  if (request.state !== 'in-review') return null
  const voided = await voidedApproval(app.tables<PublicationsTables>(), request)
  if (!voided?.voided_at) return null
  const said = staffWords[locale].voiding
  const by = (await accountNames(app, [voided.reviewer])).get(voided.reviewer) ?? voided.reviewer
  return (
    <Notice tone="warn">
      <p>{said.voided[voided.void_reason as VoidReason](by, shortDateTime(voided.voided_at, zone, locale))}</p>
    </Notice>
  )
}
