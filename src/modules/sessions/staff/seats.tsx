import { listPeople, personNames } from '#commons/directory'
import { holds } from '#kernel/actor'
import { shortDate } from '#kernel/pure/dates'
import { missing } from '#kernel/refusals'
import { submit } from '#kernel/web'
import {
  AskFirst,
  Button,
  Choice,
  type Column,
  DateInput,
  FieldRow,
  FoldedForm,
  Form,
  FormEnd,
  formAt,
  PageHead,
  Row,
  Section,
  Select,
  State,
  staffPage,
  Table,
  TextInput,
} from '#ui'
import { accredit, designate, endDesignation } from '../commands/designations.ts'
import { changeSeat, endSeat } from '../commands/seats.ts'
import { topicOfBody } from '../events.ts'
import type { Designated, Term } from '../queries/bodies.ts'
import { capacities, compositionOn } from '../rules/composition.ts'
import { words } from '../words.ts'
import { nameOf, titleOf } from './bodies.tsx'
import { areaOptions, asked, at, type C } from './finding.ts'
import { rightsOf, SeatFields } from './seat-fields.tsx'

/** `/comites/{acronym}/lugares/{number}`: what a seat is and was, and who held it. */
export async function seatPage(c: C): Promise<Response> {
  const { app, actor, locale } = c.var
  const said = words[locale]
  const { body, terms, designations, today, day, here } = await asked(c)
  const seat = Number(c.req.param('seat'))
  const own = terms.filter((term) => term.seat === seat)
  const [current] = compositionOn(day, own, designations)
  const term = current?.term ?? own.at(-1)
  if (!term) throw missing()
  const held = designations.filter((one) => one.seat === seat)
  const names = await personNames(
    app,
    held.map(({ person }) => person),
  )
  const forms = { c, here: `${here}/lugares/${seat}`, term, today }
  return staffPage(
    c,
    {
      title: titleOf(term, locale),
      live: topicOfBody(body.id),
      crumbs: [
        { href: at, label: said.bodies },
        { href: here, label: nameOf(body, locale) },
      ],
    },
    <>
      <PageHead
        title={titleOf(term, locale)}
        below={`${said.functions[term.function]}: ${rightsOf(term, said)}, ${spanOf(term, c)}.`}
      />
      <Section id="personas" title={said.history} count={held.length}>
        <Table
          caption={said.history}
          columns={columnsOf(c, forms.here, holds(actor, 'sessions.govern'), (person) => names.get(person)?.name ?? '')}
          rows={held.toReversed()}
        />
      </Section>
      {holds(actor, 'sessions.govern') && (await Governing(forms))}
    </>,
  )
}

const spanOf = ({ from, to }: { readonly from: string; readonly to: string | null }, { var: { locale } }: C) => {
  const said = words[locale]
  const began = said.since(shortDate(from, locale))
  return to ? `${began} ${said.until(shortDate(to, locale))}` : began
}

function columnsOf(
  c: C,
  here: string,
  governs: boolean,
  nameOf: (person: number) => string,
): readonly Column<Designated>[] {
  const said = words[c.var.locale]
  return [
    { key: 'person', title: said.person, value: ({ person }) => nameOf(person) },
    {
      key: 'as',
      title: said.as,
      value: ({ as }) => said.capacities[as],
      cell: ({ as, accredited }) => (
        <>
          {said.capacities[as]}
          {!accredited && as === 'alternate' && <span class="second">{said.guest}</span>}
        </>
      ),
    },
    { key: 'when', title: said.when, value: (one) => spanOf(one, c) },
    { key: 'document', title: said.document, value: ({ document }) => document },
    ...(governs
      ? [
          {
            key: 'deeds',
            title: '',
            value: () => '',
            cell: (one: Designated) => <Deeds c={c} here={here} one={one} />,
          },
        ]
      : []),
  ]
}

const Deeds = ({ c, here, one }: { c: C; here: string; one: Designated }) => {
  const said = words[c.var.locale]
  if (one.to !== null) return <State word={said.until(shortDate(one.to, c.var.locale))} />
  return (
    <Row>
      {!one.accredited && (
        <Form {...formAt(c, `${here}/designaciones/${one.id}/acreditar`)} inline>
          <Button size="small">{said.accredit}</Button>
        </Form>
      )}
      <Form {...formAt(c, `${here}/designaciones/${one.id}/terminar`)} inline>
        <DateInput name="on" label={said.endsOn} quiet />
        <Button size="small">{said.endDesignation}</Button>
      </Form>
    </Row>
  )
}

interface Forms {
  readonly c: C
  readonly here: string
  readonly term: Term
  readonly today: string
}

async function Governing({ c, here, term, today }: Forms) {
  const said = words[c.var.locale]
  const people = (await listPeople(c.var.app)).map(({ id, name }) => ({ value: String(id), label: name }))
  return (
    <>
      <FoldedForm summary={said.designate} place="designar" {...formAt(c, `${here}/designaciones`)}>
        <FieldRow>
          <Select name="person" label={said.person} options={people} />
          <Select
            name="as"
            label={said.as}
            value="titular"
            none={null}
            options={capacities.map((value) => ({ value, label: said.capacities[value] }))}
          />
        </FieldRow>
        <FieldRow>
          <DateInput name="from" label={said.from} value={today} />
          <DateInput name="to" label={said.to} optional />
        </FieldRow>
        <TextInput name="document" label={said.document} hint={said.documentHint} />
        <Choice name="accredited" value="on" label={said.accreditedNow} />
        <FormEnd>
          <Button>{said.designate}</Button>
        </FormEnd>
      </FoldedForm>
      {term.to === null && (
        <>
          <FoldedForm summary={said.changeSeat} place="cambiar" {...formAt(c, here)}>
            <SeatFields c={c} areas={await areaOptions(c)} term={term} />
            <DateInput name="from" label={said.from} value={today} />
            <FormEnd>
              <Button>{said.changeSeat}</Button>
            </FormEnd>
          </FoldedForm>
          <AskFirst kind="bad" deed={said.endSeat} text={said.endSeatText} {...formAt(c, `${here}/terminar`)}>
            <DateInput name="on" label={said.endsOn} />
          </AskFirst>
        </>
      )}
    </>
  )
}

const back = (c: C) => `${at}/${c.req.param('acronym')}/lugares/${c.req.param('seat')}`
export const saveSeat = submit(changeSeat, seatPage, back)
export const closeSeat = submit(endSeat, seatPage, back)
export const saveDesignation = submit(designate, seatPage, back)
export const saveAccreditation = submit(accredit, seatPage, back)
export const closeDesignation = submit(endDesignation, seatPage, back)
