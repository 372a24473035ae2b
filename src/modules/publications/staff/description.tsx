import { zoneOf } from '#commons/directory'
import { sectionsOf } from '#commons/portal'
import { instantOf, localDateOf, localTimeOf } from '#kernel/pure/dates'
import { Button, DateInput, DateTimeInput, Form, FormEnd, formAt, Section, Select, TextArea, TextInput } from '#ui'
import type { Request } from '../queries/requests.ts'
import { withdrawalReasons } from '../rules/withdrawals.ts'
import { staffWords } from '../words/staff.ts'
import { words } from '../words.ts'
import { addressOf, type C, seenOf } from './finding.ts'

interface Props {
  readonly c: C
  readonly request: Request
  readonly zone: string
}

/** The form with which an area says what it asks. */
export function Description({ c, request, zone }: Props) {
  const { locale } = c.var
  const said = staffWords[locale]
  return (
    <Section id="datos" title={said.description}>
      <Form {...formAt(c, `${addressOf(request)}/datos`)} hidden={seenOf(request)} draft={`solicitud-${request.folio}`}>
        <TextInput name="title" label={said.title} value={request.title} longest={200} />
        <TextArea name="summary" label={said.summary} hint={said.summaryHint} value={request.summary} limit={1000} />
        {request.kind === 'withdraw' ? <Withdrawal c={c} request={request} /> : <Place c={c} request={request} />}
        <Select
          name="ground"
          label={said.groundKind}
          value={request.ground_kind}
          options={Object.entries(words[locale].grounds).map(([value, label]) => ({ value, label }))}
        />
        <TextInput
          name="reference"
          label={said.groundReference}
          hint={said.groundHint}
          value={request.ground_reference}
          longest={300}
        />
        {request.kind !== 'withdraw' && (
          <>
            <DateInput name="reviewOn" label={said.reviewOn} hint={said.reviewHint} value={request.review_on} />
            <DateInput name="validUntil" label={said.validUntil} value={request.valid_until} optional />
          </>
        )}
        {request.kind === 'update' && (
          <TextInput name="changeNote" label={said.changeNote} value={request.change_note} longest={500} optional />
        )}
        <Select
          name="priority"
          label={said.priority}
          value={request.priority}
          none={null}
          options={Object.entries(words[locale].priorities).map(([value, label]) => ({ value, label }))}
        />
        <When {...{ c, request, zone }} />
        <FormEnd>
          <Button kind="main">{said.save}</Button>
        </FormEnd>
      </Form>
    </Section>
  )
}

async function Place({ c, request }: Omit<Props, 'zone'>) {
  const { app, locale } = c.var
  const sections = (await sectionsOf(app)).filter(
    ({ audience }) => request.portal === 'intranet' || audience === 'public',
  )
  return (
    <Select
      name="section"
      label={staffWords[locale].section}
      value={request.section_id}
      options={sections.map(({ id, depth, titleEs, titleEn }) => ({
        value: String(id),
        label: `${'— '.repeat(depth - 1)}${(locale === 'en' && titleEn) || titleEs}`,
      }))}
    />
  )
}

/** When the area needs it, since when it may be seen, and why. */
const When = ({ c, request, zone }: Props) => {
  const said = staffWords[c.var.locale]
  const local = (at: Date | null) => (at ? `${localDateOf(at, zone)}T${localTimeOf(at, zone)}` : '')
  return (
    <>
      <DateTimeInput name="neededBy" label={said.neededBy} value={local(request.needed_by)} optional />
      <DateTimeInput name="notBefore" label={said.notBefore} value={local(request.not_before)} optional />
      <TextInput name="timingReason" label={said.timingReason} value={request.timing_reason} optional />
    </>
  )
}

const Withdrawal = ({ c, request }: Omit<Props, 'zone'>) => {
  const said = staffWords[c.var.locale]
  const reasons = words[c.var.locale].withdrawalReasons
  return (
    <>
      <Select
        name="withdrawalReason"
        label={said.withdrawalReason}
        value={request.withdrawal_reason}
        options={withdrawalReasons.map((value) => ({ value, label: reasons[value] }))}
      />
      <TextInput name="withdrawalTarget" label={said.withdrawalTarget} value={request.withdrawal_target} optional />
      <TextArea name="withdrawalNote" label={said.withdrawalNote} value={request.withdrawal_note} optional />
    </>
  )
}

/** Browsers send local date and time; the command takes an instant. */
export async function withInstants(sent: Record<string, unknown>, c: C): Promise<Record<string, unknown>> {
  const zone = await zoneOf(c.var.app)
  const instants = ['neededBy', 'notBefore', 'at'].flatMap((name) => {
    const [, day, time] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(String(sent[name] ?? '')) ?? []
    return day && time && !/Z$/.test(String(sent[name])) ? [[name, instantOf(day, time, zone).toISOString()]] : []
  })
  return { ...sent, ...Object.fromEntries(instants) }
}
