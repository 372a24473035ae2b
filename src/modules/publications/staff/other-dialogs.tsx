import { accountsWith } from '#commons/identity'
import { reaches } from '#kernel/actor'
import { DateInput, FormDialog, formAt, Select, TextArea, TextInput } from '#ui'
import { currentEdition, findLive } from '../queries/documents.ts'
import { loadOfReviewers, type Request } from '../queries/requests.ts'
import { rollBackOf } from '../queries/rolling-back.ts'
import { objectionsToRollingBack } from '../rules/rolling-back.ts'
import type { PublicationsTables } from '../tables.ts'
import { meanwhileWords } from '../words/meanwhile.ts'
import { staffWords } from '../words/staff.ts'
import { words } from '../words.ts'
import { addressOf, type C, seenOf } from './finding.ts'

interface Props {
  readonly c: C
  readonly request: Request
}

/** Dialogs of what is not a move: reviewer, calendar, repetition, return to the edition before, withdrawal at once. */
export const OtherDialogs = async ({ c, request }: Props) => {
  const { app, actor, locale } = c.var
  const said = staffWords[locale]
  const here = addressOf(request)
  const able = (grant: string) => reaches(actor, grant, request.area_id)
  const live = request.document_id && (await findLive(app.tables<PublicationsTables>(), request.document_id))
  const before = able('publications.publish') ? await editionBefore(c, request) : undefined
  return (
    <>
      {able('publications.admit') && (
        <>
          <Plain request={request} id="assign" title={said.assign} c={c} action={`${here}/revisor`}>
            {await Reviewers({ c, request })}
          </Plain>
          <Plain request={request} id="count" title={said.countAll} c={c} action={`${here}/computo`}>
            <Select
              name="mode"
              label={said.mode}
              value={request.calendar_mode}
              none={null}
              options={Object.entries(words[locale].calendarModes).map(([value, label]) => ({ value, label }))}
            />
            <TextInput
              name="reason"
              label={said.modeReason}
              hint={said.modeHint}
              value={request.calendar_mode_reason}
            />
          </Plain>
        </>
      )}
      {able('publications.request') && (
        <Plain request={request} id="repeat" title={said.repeat} c={c} action={`${here}/repetir`} />
      )}
      {before?.objections.length === 0 && (
        <Plain request={request} id="roll-back" title={said.rollBack(before.number)} c={c} action={`${here}/regresar`}>
          <input type="hidden" name="to" value={before.number} />
          <TextInput name="note" label={said.note} longest={500} />
        </Plain>
      )}
      {live && able('publications.withdraw') && <WithdrawNow c={c} request={request} />}
    </>
  )
}

/** Personal data and orders, which do not wait for the area. */
const WithdrawNow = ({ c, request }: Props) => {
  const { locale } = c.var
  const said = staffWords[locale]
  const more = meanwhileWords[locale]
  return (
    <Plain request={request} id="withdraw-now" title={said.withdrawNow} c={c} action={`${addressOf(request)}/retirar`}>
      <p>{said.withdrawNowText}</p>
      <Select
        name="reason"
        label={said.withdrawalReason}
        options={(['personal-or-reserved-data', 'order-of-authority'] as const).map((value) => ({
          value,
          label: words[locale].withdrawalReasons[value],
        }))}
      />
      <TextInput name="reference" label={said.reference} />
      <DateInput name="endsOn" label={more.orderEnds} hint={more.orderEndsHint} optional />
      <TextArea name="note" label={said.note} optional />
    </Plain>
  )
}

/** The edition that this request superseded while one click could return to it, and what stands against that. */
export async function editionBefore({ var: { app, actor } }: C, request: Request) {
  const live = request.document_id && (await currentEdition(app.tables<PublicationsTables>(), request.document_id))
  if (!live || live.request_id !== request.id || live.number === 1) return undefined
  const number = live.number - 1
  const asked = await rollBackOf(app, live.document_id, number, actor, app.clock())
  const objections = asked ? objectionsToRollingBack(asked.facts) : []
  const offered = asked && !objections.some(({ code }) => code === 'needs-request' || code === 'document-not-live')
  return offered ? { number, objections } : undefined
}

/** Who may review in that area, each with what is in their hands. */
export async function Reviewers({ c, request }: { c: C; request: Request }) {
  const { app, locale } = c.var
  const said = staffWords[locale]
  const [able, loads] = await Promise.all([
    accountsWith(app, 'publications.review', request.area_id),
    loadOfReviewers(app.tables<PublicationsTables>()),
  ])
  const load = (actor: string) => {
    const { requests, files } = loads.get(actor) ?? { requests: 0, files: 0 }
    return said.load(requests, files)
  }
  return (
    <Select
      name="reviewer"
      label={said.reviewer}
      ask={said.ask.reviewer}
      value={request.reviewer}
      options={able.map(({ actor, name }) => ({ value: actor, label: `${name}: ${load(actor)}` }))}
    />
  )
}

interface PlainProps {
  readonly request: Request
  readonly id: string
  readonly title: string
  readonly c: C
  readonly action: string
  readonly children?: unknown
}

const Plain = ({ request, id, title, c, action, children }: PlainProps) => (
  <FormDialog place={id} title={title} {...formAt(c, action)} hidden={seenOf(request)}>
    {children as never}
  </FormDialog>
)
