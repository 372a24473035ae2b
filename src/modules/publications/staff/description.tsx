import { zoneOf } from '#commons/directory'
import { sectionsOf } from '#commons/portal'
import { addDays, instantOf, localDateOf, localTimeOf } from '#kernel/pure/dates'
import {
  Button,
  DateInput,
  DateTimeInput,
  FieldGroup,
  FieldRow,
  Form,
  FormEnd,
  formAt,
  Section,
  Select,
  TextArea,
  TextInput,
} from '#ui'
import type { Request } from '../queries/requests.ts'
import { withdrawalReasons, withdrawalRules } from '../rules/withdrawals.ts'
import { wordsOf } from '../words/kinds.ts'
import { meanwhileWords } from '../words/meanwhile.ts'
import { staffWords } from '../words/staff.ts'
import { words } from '../words.ts'
import { WillVoid } from './approval.tsx'
import { addressOf, type C, seenOf } from './finding.ts'

interface Props {
  readonly c: C
  readonly request: Request
  readonly zone: string
}

/** The form with which an area says what it asks. */
export async function Description({ c, request, zone }: Props) {
  const said = staffWords[c.var.locale]
  const labels = labelsOf(c, request)
  return (
    <Section id="datos" title={said.description}>
      {await WillVoid({ c, request, zone })}
      <Form {...formAt(c, `${addressOf(request)}/datos`)} hidden={seenOf(request)}>
        <TextInput name="title" label={said.title} ask={said.ask.title} value={request.title} longest={200} />
        <TextArea name="summary" label={said.summary} hint={labels.summaryHint} value={request.summary} limit={1000} />
        {request.kind === 'withdraw' ? <Withdrawal c={c} request={request} /> : await Place({ c, request })}
        <Ground c={c} request={request} />
        {request.kind !== 'withdraw' && <Validity {...{ c, request, zone }} />}
        {(request.kind === 'update' || request.kind === 'correct-metadata') && (
          <TextInput name="changeNote" label={labels.changeNote} value={request.change_note} longest={500} optional />
        )}
        <When {...{ c, request, zone }} />
        <FormEnd>
          <Button kind="main">{said.save}</Button>
        </FormEnd>
      </Form>
    </Section>
  )
}

const labelsOf = (c: C, { kind }: Request) => wordsOf(kind, c.var.locale).labels

const Ground = ({ c, request }: Omit<Props, 'zone'>) => {
  const said = staffWords[c.var.locale]
  return (
    <FieldGroup title={said.groups.ground}>
      <Select
        name="ground"
        label={labelsOf(c, request).groundKind}
        value={request.ground_kind}
        options={Object.entries(words[c.var.locale].grounds).map(([value, label]) => ({ value, label }))}
      />
      <TextInput
        name="reference"
        label={said.groundReference}
        hint={said.groundHint}
        value={request.ground_reference}
        longest={300}
      />
    </FieldGroup>
  )
}

/** Days that are still to come: browsers offer no other. */
const Validity = ({ c, request, zone }: Props) => {
  const said = staffWords[c.var.locale]
  const today = localDateOf(c.var.app.clock(), zone)
  return (
    <FieldGroup title={said.groups.validity}>
      <FieldRow>
        <DateInput
          name="reviewOn"
          label={said.reviewOn}
          hint={said.reviewHint}
          value={request.review_on}
          earliest={addDays(today, 1)}
        />
        <DateInput name="validUntil" label={said.validUntil} value={request.valid_until} earliest={today} optional />
      </FieldRow>
    </FieldGroup>
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
    <FieldGroup title={said.groups.times}>
      <Select
        name="priority"
        label={said.priority}
        value={request.priority}
        none={null}
        options={Object.entries(words[c.var.locale].priorities).map(([value, label]) => ({ value, label }))}
      />
      <FieldRow>
        <DateTimeInput name="neededBy" label={said.neededBy} value={local(request.needed_by)} optional />
        <DateTimeInput
          name="notBefore"
          label={labelsOf(c, request).notBefore}
          value={local(request.not_before)}
          optional
        />
      </FieldRow>
      <TextInput
        name="timingReason"
        label={said.timingReason}
        hint={said.timingHint}
        value={request.timing_reason}
        longest={500}
      />
    </FieldGroup>
  )
}

/** What its reason asks for is never marked as optional; before there is a reason, each field says when it is needed. */
const Withdrawal = ({ c, request }: Omit<Props, 'zone'>) => {
  const said = staffWords[c.var.locale]
  const more = meanwhileWords[c.var.locale]
  const reasons = words[c.var.locale].withdrawalReasons
  const reason = request.withdrawal_reason
  const spare = (need: 'target' | 'explanation') => reason !== null && !withdrawalRules[reason].needs.includes(need)
  return (
    <>
      <Select
        name="withdrawalReason"
        label={labelsOf(c, request).withdrawalReason}
        value={reason}
        options={withdrawalReasons.map((value) => ({ value, label: reasons[value] }))}
      />
      <TextInput
        name="withdrawalTarget"
        label={said.withdrawalTarget}
        hint={said.withdrawalTargetHint}
        value={request.withdrawal_target}
        optional={spare('target')}
      />
      <TextArea
        name="withdrawalNote"
        label={said.withdrawalNote}
        hint={said.withdrawalNoteHint}
        value={request.withdrawal_note}
        optional={spare('explanation')}
      />
      <DateInput
        name="withdrawalEndsOn"
        label={more.orderEnds}
        hint={more.orderEndsHint}
        value={request.withdrawal_ends_on}
        optional
      />
    </>
  )
}

/** Browsers send local date and time; the command takes an instant. */
export async function withInstants(sent: Record<string, unknown>, c: C): Promise<Record<string, unknown>> {
  const zone = await zoneOf(c.var.app)
  const instants = ['neededBy', 'notBefore', 'at', 'from', 'until'].flatMap((name) => {
    const [, day, time] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(String(sent[name] ?? '')) ?? []
    return day && time && !/Z$/.test(String(sent[name])) ? [[name, instantOf(day, time, zone).toISOString()]] : []
  })
  return { ...sent, ...Object.fromEntries(instants) }
}
