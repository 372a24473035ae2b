import { zoneOf } from '#commons/directory'
import { accountNames } from '#commons/identity'
import { shortDateTime } from '#kernel/pure/dates'
import { missing } from '#kernel/refusals'
import { submit } from '#kernel/web'
import {
  Button,
  Choices,
  type Column,
  Form,
  FormEnd,
  formAt,
  PageHead,
  Second,
  Section,
  Select,
  Stack,
  staffPage,
  Table,
  TextInput,
} from '#ui'
import { setLimit } from '../commands/limits.ts'
import { historyOfLimit, limitsSet } from '../queries/limits.ts'
import { priorities } from '../rules/clocks.ts'
import { type Limit, type LimitKey, limitAt, limitKeys } from '../rules/limits.ts'
import type { PublicationsTables } from '../tables.ts'
import { termsWords } from '../words/terms.ts'
import { words } from '../words.ts'
import type { C } from './finding.ts'

const at = '/administrar/plazos'
export const addressOfLimit = ({ clock, round, priority }: LimitKey) => `${at}/${clock}/${round}/${priority}`

/** What is limited, in words: `Revisión, rondas siguientes`. */
function nameOf(c: C, { clock, round }: Pick<LimitKey, 'clock' | 'round'>): string {
  const said = termsWords[c.var.locale]
  const name = clock === 'lapse' ? said.lapse : words[c.var.locale].clocks[clock]
  return clock === 'review' ? `${name}, ${said.rounds[round]}` : name
}

/** `4 h hábiles`, or counted backwards from the date for which it is needed. */
function amountOf(c: C, { amount, unit, counted }: Pick<Limit, 'amount' | 'unit' | 'counted'>): string {
  const said = termsWords[c.var.locale]
  const text = said.amount(amount, unit)
  return counted === 'from-start' ? text : said.beforeNeededBy(text, amount === 0)
}

/** `/administrar/plazos`: how long each clock may run, each with its source. */
export async function limitsPage(c: C): Promise<Response> {
  const { app, locale } = c.var
  const said = termsWords[locale]
  const set = await limitsSet(app.tables<PublicationsTables>())
  const now = app.clock()
  const columns: readonly Column<LimitKey>[] = [
    { key: 'term', title: said.term, value: (key) => nameOf(c, key) },
    ...priorities.map((priority): Column<LimitKey> => {
      const limit = (key: LimitKey) => limitAt(set, { ...key, priority }, now)
      return {
        key: priority,
        title: words[locale].priorities[priority],
        value: (key) => amountOf(c, limit(key)),
        cell: (key) => (
          <>
            <a href={addressOfLimit({ ...key, priority })}>{amountOf(c, limit(key))}</a>
            <Second>{limit(key).source || said.product}</Second>
          </>
        ),
      }
    }),
  ]
  return staffPage(
    c,
    { title: said.title, live: 'publications.rules' },
    <Stack size="l">
      <PageHead title={said.title} below={said.below} />
      <Table
        caption={said.title}
        columns={columns}
        rows={limitKeys.filter(({ priority }) => priority === 'normal')}
        idOf={({ clock, round }) => `${clock}-${round}`}
      />
      <Stack size="s">
        <p>{said.productText}</p>
        <p>{said.fileDays}</p>
        <p>{said.electoral}</p>
      </Stack>
    </Stack>,
  )
}

function limitAsked(c: C): LimitKey {
  const { clock, round, priority } = c.req.param() as Record<string, string>
  const found = limitKeys.find((key) => key.clock === clock && key.round === round && key.priority === priority)
  if (!found) throw missing()
  return found
}

/** `/administrar/plazos/{clock}/{round}/{priority}`: one limit, to be set, and what it was. */
export async function limitPage(c: C): Promise<Response> {
  const { app, locale } = c.var
  const said = termsWords[locale]
  const key = limitAsked(c)
  const db = app.tables<PublicationsTables>()
  const limit = limitAt(await limitsSet(db), key, app.clock())
  const title = `${nameOf(c, key)}. ${words[locale].priorities[key.priority]}`
  return staffPage(
    c,
    { title, crumbs: [{ href: at, label: said.title }], live: 'publications.rules' },
    <Stack size="l">
      <PageHead title={title} above={limit.source || said.product} />
      <Form {...formAt(c, addressOfLimit(key))}>
        <TextInput name="amount" label={said.howMuch} value={limit.amount} inputmode="decimal" size="small" />
        <Choices
          kind="radio"
          name="unit"
          label={said.unit}
          value={limit.unit}
          options={Object.entries(said.units).map(([value, label]) => ({ value, label }))}
        />
        <Select
          name="counted"
          label={said.counted}
          value={limit.counted}
          none={null}
          options={Object.entries(said.countings).map(([value, label]) => ({ value, label }))}
        />
        <TextInput
          name="remindBefore"
          label={said.remindBefore}
          hint={said.remindHint}
          value={limit.remindBefore}
          inputmode="decimal"
          size="small"
        />
        <TextInput name="source" label={said.source} value={limit.source} longest={500} />
        <FormEnd>
          <Button kind="main">{said.save}</Button>
        </FormEnd>
      </Form>
      {await Past({ c, limit: key })}
    </Stack>,
  )
}

const Past = async ({ c, limit }: { c: C; limit: LimitKey }) => {
  const { app, locale } = c.var
  const said = termsWords[locale]
  const rows = await historyOfLimit(app.tables<PublicationsTables>(), limit)
  if (rows.length === 0) return null
  const [zone, names] = await Promise.all([
    zoneOf(app),
    accountNames(
      app,
      rows.map(({ set_by }) => set_by),
    ),
  ])
  type Row = (typeof rows)[number]
  const columns: readonly Column<Row>[] = [
    { key: 'since', title: said.since, value: ({ set_at }) => shortDateTime(set_at, zone, locale), whole: true },
    { key: 'term', title: said.term, value: (row) => amountOf(c, row) },
    { key: 'source', title: said.source, value: ({ source }) => source },
    { key: 'by', title: said.setBy, value: ({ set_by }) => names.get(set_by) ?? set_by },
  ]
  return (
    <Section id="antes" title={said.history} count={rows.length}>
      <Table caption={said.history} columns={columns} rows={rows} />
    </Section>
  )
}

export const saveLimit = submit(setLimit, limitPage, () => at)
