import { zoneOf } from '#commons/directory'
import { sectionsOf, sectionTitles } from '#commons/portal'
import { longDateTime } from '#kernel/pure/dates'
import { submit } from '#kernel/web'
import {
  Button,
  Choices,
  DateTimeInput,
  FoldedForm,
  Form,
  FormEnd,
  formAt,
  PageHead,
  type Pair,
  Pairs,
  Section,
  Select,
  Stack,
  State,
  staffPage,
  TextInput,
} from '#ui'
import { groundKinds, liftFreezeWindow, setFreezeWindow } from '../commands/freezing.ts'
import { type FreezeRow, freezeWindows } from '../queries/freezing.ts'
import { covers } from '../rules/freezing.ts'
import type { PublicationsTables } from '../tables.ts'
import { termsWords } from '../words/terms.ts'
import { words } from '../words.ts'
import { withInstants } from './description.tsx'
import type { C } from './finding.ts'

const at = '/administrar/ventanas-de-restriccion'
const stateTones = { coming: 'on', standing: 'warn', over: 'plain', lifted: 'plain' } as const

/** `/administrar/ventanas-de-restriccion`: when, where and by which norm nothing goes live. */
export async function freezingPage(c: C): Promise<Response> {
  const { app, locale } = c.var
  const said = termsWords[locale]
  const rows = await freezeWindows(app.tables<PublicationsTables>())
  const titles = await sectionTitles(
    app,
    rows.flatMap(({ section_id }) => section_id ?? []),
  )
  const zone = await zoneOf(app)
  const sectionOf = ({ section_id }: FreezeRow) => {
    const section = section_id === null ? undefined : titles.get(section_id)
    return section && ((locale === 'en' && section.titleEn) || section.titleEs)
  }
  return staffPage(
    c,
    { title: said.freezing, live: 'publications.freezing' },
    <Stack size="l">
      <PageHead title={said.freezing} below={said.freezingBelow} />
      {rows.length === 0 && <p>{said.noWindows}</p>}
      {rows.map((row) => (
        <Window c={c} row={row} zone={zone} section={sectionOf(row)} />
      ))}
      <Section id="nueva" title={said.newWindow}>
        {await New({ c })}
      </Section>
    </Stack>,
  )
}

function stateOf({ from_at: from, until_at: until, lifted_at }: FreezeRow, now: Date): keyof typeof stateTones {
  if (lifted_at) return 'lifted'
  if (covers({ from, until }, now.getTime())) return 'standing'
  return from > now ? 'coming' : 'over'
}

interface WindowProps {
  readonly c: C
  readonly row: FreezeRow
  readonly zone: string
  readonly section: string | undefined
}

const Window = ({ c, row, zone, section }: WindowProps) => {
  const { locale } = c.var
  const said = termsWords[locale]
  const state = stateOf(row, c.var.app.clock())
  const { grounds, portals } = words[locale]
  const facts: readonly Pair[] = [
    { term: said.state, value: <State tone={stateTones[state]} word={said.states[state]} /> },
    { term: said.from, value: longDateTime(row.from_at, zone, locale) },
    { term: said.until, value: longDateTime(row.until_at, zone, locale) },
    {
      term: said.scope,
      value: [row.portal ? portals[row.portal] : said.bothPortals, section ?? said.everywhere].join('. '),
    },
    { term: said.exceptions, value: row.exceptions.map((each) => grounds[each]).join(', ') || said.none },
  ]
  return (
    <Section id={`ventana-${row.id}`} title={row.basis}>
      <Pairs items={facts} />
      {(state === 'coming' || state === 'standing') && (
        <FoldedForm summary={said.lift} {...formAt(c, `${at}/${row.id}/levantar`)} label={said.liftOf(row.basis)}>
          <TextInput name="reason" label={said.liftReason} longest={500} />
          <FormEnd>
            <Button kind="bad">{said.lift}</Button>
          </FormEnd>
        </FoldedForm>
      )}
    </Section>
  )
}

const New = async ({ c }: { c: C }) => {
  const { app, locale } = c.var
  const said = termsWords[locale]
  const sections = await sectionsOf(app)
  const { grounds, portals } = words[locale]
  return (
    <Form {...formAt(c, at)}>
      <DateTimeInput name="from" label={said.from} />
      <DateTimeInput name="until" label={said.until} />
      <Select
        name="portal"
        label={said.portal}
        none={said.bothPortals}
        options={Object.entries(portals).map(([value, label]) => ({ value, label }))}
      />
      <Select
        name="section"
        label={said.section}
        none={said.everywhere}
        options={sections.map(({ id, depth, titleEs, titleEn }) => ({
          value: String(id),
          label: `${'— '.repeat(depth - 1)}${(locale === 'en' && titleEn) || titleEs}`,
        }))}
      />
      <TextInput name="basis" label={said.basis} hint={said.basisHint} longest={500} />
      <Choices
        kind="checkbox"
        name="exceptions"
        label={said.exceptions}
        optional
        options={groundKinds.map((value) => ({ value, label: grounds[value] }))}
      />
      <FormEnd>
        <Button kind="main">{said.set}</Button>
      </FormEnd>
    </Form>
  )
}

export const saveFreezeWindow = submit(setFreezeWindow, freezingPage, { input: withInstants, next: () => at })
export const endFreezeWindow = submit(liftFreezeWindow, freezingPage, () => at)
