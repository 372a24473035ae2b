import { personNames } from '#commons/directory'
import { holds } from '#kernel/actor'
import { longDate } from '#kernel/pure/dates'
import { submit } from '#kernel/web'
import {
  Button,
  ButtonLink,
  type Column,
  DateInput,
  Empty,
  FieldRow,
  FilterBar,
  FoldedForm,
  Form,
  FormEnd,
  formAt,
  PageHead,
  Pairs,
  Section,
  Select,
  State,
  staffPage,
  Table,
  TextInput,
  WithAside,
} from '#ui'
import { describeBody, foundBody } from '../commands/bodies.ts'
import { addSeat } from '../commands/seats.ts'
import { topicOfBody } from '../events.ts'
import { type Body, type Designated, listBodies, type Term, todayIn } from '../queries/bodies.ts'
import { bodyKinds, compositionOn, type Place, seatsOf } from '../rules/composition.ts'
import type { SessionsTables } from '../tables.ts'
import { words } from '../words.ts'
import { areaOptions, asked, at, type C } from './finding.ts'
import { rightsOf, SeatFields } from './seat-fields.tsx'

/** `/comites`: every body that sits. */
export async function bodiesPage(c: C): Promise<Response> {
  const { app, actor, locale } = c.var
  const said = words[locale]
  const bodies = await listBodies(app.tables<SessionsTables>())
  const columns: readonly Column<Body>[] = [
    {
      key: 'name',
      title: said.nameEs,
      value: (body) => nameOf(body, locale),
      cell: (body) => <a href={`${at}/${body.acronym}`}>{nameOf(body, locale)}</a>,
    },
    { key: 'acronym', title: said.acronym, value: ({ acronym }) => acronym, whole: true },
    { key: 'kind', title: said.kind, value: ({ kind }) => said.kinds[kind] },
    { key: 'ground', title: said.ground, value: ({ ground }) => ground },
  ]
  return staffPage(
    c,
    { title: said.bodies, live: 'sessions.bodies' },
    <>
      <PageHead
        title={said.bodies}
        below={said.bodiesBelow}
        actions={
          holds(actor, 'sessions.govern') && (
            <ButtonLink kind="main" icon="plus" href={`${at}/nuevo`}>
              {said.newBody}
            </ButtonLink>
          )
        }
      />
      {bodies.length > 0 ? (
        <Table caption={said.bodies} columns={columns} rows={bodies} />
      ) : (
        <Empty title={said.noBody} icon="inbox" />
      )}
    </>,
  )
}

export const nameOf = ({ name_es, name_en }: Body, locale: 'es' | 'en') => (locale === 'en' ? name_en : name_es)

const BodyFields = ({ c, body }: { c: C; body?: Body }) => {
  const said = words[c.var.locale]
  return (
    <>
      <FieldRow>
        <TextInput name="nameEs" label={said.nameEs} value={body?.name_es} />
        <TextInput name="nameEn" label={said.nameEn} value={body?.name_en} optional />
      </FieldRow>
      <TextInput name="acronym" label={said.acronym} hint={said.acronymHint} value={body?.acronym} size="small" />
      <Select
        name="kind"
        label={said.kind}
        value={body?.kind ?? 'committee'}
        none={null}
        options={bodyKinds.map((value) => ({ value, label: said.kinds[value] }))}
      />
      <TextInput name="ground" label={said.ground} hint={said.groundHint} value={body?.ground} />
    </>
  )
}

export async function newBodyPage(c: C): Promise<Response> {
  const said = words[c.var.locale]
  return staffPage(
    c,
    { title: said.newBody, crumbs: [{ href: at, label: said.bodies }] },
    <>
      <PageHead title={said.newBody} />
      <Form {...formAt(c, `${at}/nuevo`)}>
        <BodyFields c={c} />
        <DateInput name="foundedOn" label={said.foundedOn} value={await todayIn(c.var.app)} />
        <FormEnd>
          <Button kind="main">{said.found}</Button>
        </FormEnd>
      </Form>
    </>,
  )
}

/** `/comites/{acronym}`: its seats on a day, and who holds each. */
export async function bodyPage(c: C): Promise<Response> {
  const { app, actor, locale } = c.var
  const said = words[locale]
  const { body, terms, designations, today, day, here } = await asked(c)
  const places = compositionOn(day, terms, designations)
  const governs = holds(actor, 'sessions.govern')
  const names = await personNames(
    app,
    designations.map(({ person }) => person),
  )
  const seats = seatsOf(places)
  const voting = seats.filter(({ vote }) => vote).length
  const filled = seats.filter((seat) => seat.filled).length
  return staffPage(
    c,
    { title: nameOf(body, locale), live: topicOfBody(body.id), crumbs: [{ href: at, label: said.bodies }] },
    <>
      <PageHead title={nameOf(body, locale)} below={`${body.acronym}. ${said.filled(filled, seats.length, voting)}`} />
      <WithAside aside={<Facts c={c} body={body} governs={governs} here={here} />} asideLabel={said.describe}>
        <FilterBar action={here} label={said.onDay} values={{ fecha: day }}>
          <DateInput name="fecha" label={said.onDay} />
        </FilterBar>
        <Section id="lugares" title={said.seatsOn(longDate(day, locale))} count={places.length}>
          {places.length > 0 ? (
            <Table
              caption={said.seatsOn(longDate(day, locale))}
              columns={columnsOf(c, here, (person) => names.get(person)?.name ?? '')}
              rows={places}
            />
          ) : (
            <Empty title={said.noSeats} icon="inbox" />
          )}
        </Section>
        {governs && (
          <FoldedForm
            summary={said.newSeat}
            place="nuevo-lugar"
            {...formAt(c, `${here}/lugares`)}
            hidden={{ body: body.id }}
          >
            <SeatFields c={c} areas={await areaOptions(c)} />
            <DateInput name="from" label={said.from} value={today} />
            <FormEnd>
              <Button>{said.newSeat}</Button>
            </FormEnd>
          </FoldedForm>
        )}
      </WithAside>
    </>,
  )
}

function columnsOf(c: C, here: string, nameOf: (person: number) => string): readonly Column<Place<Term, Designated>>[] {
  const { locale } = c.var
  const said = words[locale]
  return [
    {
      key: 'seat',
      title: said.seat,
      value: ({ term }) => titleOf(term, locale),
      cell: ({ term }) => <a href={`${here}/lugares/${term.seat}`}>{titleOf(term, locale)}</a>,
    },
    {
      key: 'rights',
      title: said.inBody,
      value: ({ term }) => said.functions[term.function],
      cell: ({ term }) => (
        <>
          {said.functions[term.function]}
          <span class="second">{rightsOf(term, said)}</span>
        </>
      ),
    },
    {
      key: 'titular',
      title: said.titular,
      value: ({ titular }) => (titular ? nameOf(titular.person) : said.vacant),
      cell: ({ titular }) => (titular ? nameOf(titular.person) : <State tone="warn" word={said.vacant} />),
    },
    {
      key: 'alternates',
      title: said.alternates,
      value: ({ alternates }) => alternates.map(({ person }) => nameOf(person)).join('; '),
      cell: ({ alternates }) => (
        <>
          {alternates.map(({ person, accredited }) => (
            <>
              {nameOf(person)}
              {!accredited && <span class="second">{said.guest}</span>}
            </>
          ))}
        </>
      ),
    },
  ]
}

export const titleOf = ({ titleEs, titleEn }: Term, locale: 'es' | 'en') => (locale === 'en' ? titleEn : titleEs)

const Facts = ({ c, body, governs, here }: { c: C; body: Body; governs: boolean; here: string }) => {
  const { locale } = c.var
  const said = words[locale]
  return (
    <>
      <Pairs
        items={[
          { term: said.kind, value: said.kinds[body.kind] },
          { term: said.ground, value: body.ground },
          { term: said.foundedOn, value: longDate(body.founded_on, locale) },
        ]}
      />
      {governs && (
        <FoldedForm summary={said.describe} place="datos" {...formAt(c, here)} hidden={{ body: body.id }}>
          <BodyFields c={c} body={body} />
          <FormEnd>
            <Button>{said.save}</Button>
          </FormEnd>
        </FoldedForm>
      )}
    </>
  )
}

export const saveNewBody = submit(foundBody, newBodyPage, (_, { acronym }) => `${at}/${acronym}`)
export const saveBody = submit(describeBody, bodyPage, (_, { acronym }) => `${at}/${acronym}`)
export const saveNewSeat = submit(addSeat, bodyPage, (c, { seat }) => `${at}/${c.req.param('acronym')}/lugares/${seat}`)
