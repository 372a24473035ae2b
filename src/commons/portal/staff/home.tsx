import { zoneOf } from '#commons/directory'
import { shortDateTime } from '#kernel/pure/dates'
import { submit } from '#kernel/web'
import {
  AskFirst,
  Button,
  Choice,
  Choices,
  type Column,
  DateTimeInput,
  FieldRow,
  FoldedForm,
  Form,
  FormEnd,
  formAt,
  PageHead,
  Section as Part,
  Select,
  SortableList,
  staffPage,
  Table,
  TextArea,
  TextInput,
} from '#ui'
import {
  announceNotice,
  composeHome,
  orderFeatures,
  retireFeature,
  retireNotice,
  startFeature,
} from '../commands/home.ts'
import { homeOf, listImages, listNotices, standingFeatures } from '../queries/home.ts'
import { writtenOf } from '../rules/home.ts'
import { longestAlternative } from '../rules/rich-text.ts'
import type { PortalTables } from '../tables.ts'
import { type C, said, withInstants } from './shared.ts'

const at = '/portal/inicio'
const noticesAt = '/portal/avisos'

/** `/portal/inicio`: what whoever arrives finds. */
export async function homePage(c: C): Promise<Response> {
  const w = said(c)
  const db = c.var.app.tables<PortalTables>()
  const [home, features, images] = await Promise.all([homeOf(c.var.app), standingFeatures(db), listImages(db)])
  return staffPage(
    c,
    { title: w.homeTitle, live: 'public.portal' },
    <>
      <PageHead title={w.homeTitle} below={w.homeBelow} actions={<a href="/">{w.seeInPortal}</a>} />
      <Part id="saludo" title={w.compose}>
        <Greeting c={c} home={home} />
      </Part>
      <Part id="destacados" title={w.features} count={features.length}>
        {features.length === 0 && <p>{w.noFeatures}</p>}
        {features.length > 0 && (
          <SortableList
            action={`${at}/orden`}
            name="feature"
            items={features.map(({ id, title_es }) => ({ id: String(id), name: title_es, content: title_es }))}
          />
        )}
        {features.map(({ id, title_es }) => (
          <AskFirst
            size="small"
            deed={w.retireOf(title_es)}
            text={w.retireText}
            action={`${at}/destacados/${id}/quitar`}
          />
        ))}
        <NewFeature c={c} images={images} />
      </Part>
    </>,
  )
}

const Greeting = ({ c, home }: { c: C; home: Awaited<ReturnType<typeof homeOf>> }) => {
  const w = said(c)
  return (
    <Form {...formAt(c, at)}>
      <FieldRow>
        <TextInput name="leadEs" label={w.leadEs} value={home.leadEs} />
        <TextInput name="leadEn" label={w.leadEn} value={home.leadEn} optional />
      </FieldRow>
      <FieldRow>
        <TextArea
          name="searchesEs"
          label={w.searchesEs}
          hint={w.searchesHint}
          value={writtenOf(home.searchesEs)}
          optional
        />
        <TextArea name="searchesEn" label={w.searchesEn} value={writtenOf(home.searchesEn)} optional />
      </FieldRow>
      <FieldRow>
        <TextInput name="colophonEs" label={w.colophonEs} hint={w.colophonHint} value={home.colophonEs} optional />
        <TextInput name="colophonEn" label={w.colophonEn} value={home.colophonEn} optional />
      </FieldRow>
      <TextInput
        name="securityContact"
        label={w.securityContact}
        hint={w.securityHint}
        value={home.securityContact}
        optional
      />
      <FormEnd>
        <Button kind="main">{w.save}</Button>
      </FormEnd>
    </Form>
  )
}

/** Folded away: the guide rarely grows. */
function NewFeature({ c, images }: { c: C; images: Awaited<ReturnType<typeof listImages>> }) {
  const w = said(c)
  return (
    <FoldedForm summary={w.addFeature} {...formAt(c, `${at}/destacados`)}>
      <TextInput name="titleEs" label={w.titleEs} />
      <TextInput name="titleEn" label={w.titleEn} optional />
      <TextInput name="textEs" label={w.textEs} optional />
      <TextInput name="textEn" label={w.textEn} optional />
      <TextInput name="href" label={w.href} hint={w.hrefHint} />
      <Select
        name="image"
        label={w.image}
        none={w.imageNone}
        options={images.map(({ sha256, name }) => ({ value: sha256, label: name }))}
      />
      <TextInput name="altEs" label={w.altEs} longest={longestAlternative} optional />
      <TextInput name="altEn" label={w.altEn} longest={longestAlternative} optional />
      <Choice name="decorative" value="true" label={w.decorative} />
      <FormEnd>
        <Button>{w.add}</Button>
      </FormEnd>
    </FoldedForm>
  )
}

type Notice = Awaited<ReturnType<typeof listNotices>>[number]

/** `/portal/avisos`: what stands above the portal for a time. */
export async function noticesPage(c: C): Promise<Response> {
  const w = said(c)
  const { app, locale } = c.var
  const [rows, zone] = await Promise.all([listNotices(app.tables<PortalTables>()), zoneOf(app)])
  const now = app.clock()
  const stateOf = ({ retired_at, from_at, until_at }: Notice): keyof typeof w.noticeStates => {
    if (retired_at) return 'retired'
    if (from_at > now) return 'coming'
    return until_at > now ? 'standing' : 'over'
  }
  const columns: readonly Column<Notice>[] = [
    { key: 'text', title: w.text, value: ({ text_es }) => text_es },
    { key: 'kind', title: w.kind, value: ({ kind }) => w.kinds[kind] },
    { key: 'from', title: w.from, value: ({ from_at }) => shortDateTime(from_at, zone, locale), whole: true },
    { key: 'until', title: w.until, value: ({ until_at }) => shortDateTime(until_at, zone, locale), whole: true },
    { key: 'state', title: w.state, value: (row) => w.noticeStates[stateOf(row)] },
    {
      key: 'retire',
      title: '',
      value: () => null,
      cell: (row) =>
        ['coming', 'standing'].includes(stateOf(row)) ? (
          <AskFirst size="small" deed={w.retire} text={w.retireText} action={`${noticesAt}/${row.id}/quitar`} />
        ) : null,
    },
  ]
  return staffPage(
    c,
    { title: w.noticesTitle, live: 'public.portal' },
    <>
      <PageHead title={w.noticesTitle} below={w.noticesBelow} />
      {rows.length === 0 ? <p>{w.noNotices}</p> : <Table caption={w.noticesTitle} columns={columns} rows={rows} />}
      <Part id="nuevo" title={w.addNotice}>
        <Form {...formAt(c, noticesAt)}>
          <Choices
            kind="radio"
            name="kind"
            label={w.kind}
            value="informative"
            inline
            options={(['informative', 'interruption', 'emergency'] as const).map((value) => ({
              value,
              label: w.kinds[value],
            }))}
          />
          <FieldRow>
            <TextInput name="textEs" label={w.textEs} />
            <TextInput name="textEn" label={w.textEn} optional />
          </FieldRow>
          <TextInput name="href" label={w.href} hint={w.hrefHint} optional />
          <FieldRow>
            <DateTimeInput name="fromAt" label={w.from} hint={w.fromHint} optional />
            <DateTimeInput name="untilAt" label={w.until} />
          </FieldRow>
          <FormEnd>
            <Button kind="main">{w.announce}</Button>
          </FormEnd>
        </Form>
      </Part>
    </>,
  )
}

export const saveHome = submit(composeHome, homePage, () => at)
export const addFeature = submit(startFeature, homePage, () => `${at}#destacados`)
export const saveFeatureOrder = submit(orderFeatures, homePage, () => `${at}#destacados`)
export const dropFeature = submit(retireFeature, homePage, () => `${at}#destacados`)
export const addNotice = submit(announceNotice, noticesPage, { input: withInstants, next: () => noticesAt })
export const dropNotice = submit(retireNotice, noticesPage, () => noticesAt)
