import { localDateOf, shortDate } from '#kernel/pure/dates'
import { matches } from '#kernel/pure/text'
import { missing } from '#kernel/refusals'
import { submit } from '#kernel/web'
import {
  AskFirst,
  askedOf,
  Button,
  ButtonLink,
  type Column,
  DateInput,
  Empty,
  FieldRow,
  FoldedForm,
  Form,
  FormEnd,
  formAt,
  listFile,
  listing,
  PageHead,
  Section,
  Select,
  State,
  sorted,
  staffPage,
  TextInput,
} from '#ui'
import { closeArea, createArea, renameArea, succeedArea } from '../commands/areas.ts'
import { appoint, createPost, endAppointment } from '../commands/posts.ts'
import { type Area, areasOf } from '../queries/areas.ts'
import { zoneOf } from '../queries/institution.ts'
import { areaKinds } from '../rules.ts'
import { words } from '../words.ts'
import type { C } from './institution.tsx'
import { Posts } from './posts.tsx'

const at = '/administrar/areas'

async function gather(c: C) {
  const { app, locale } = c.var
  const said = words[locale]
  const asked = askedOf(c, at, { by: '' })
  const areas = await areasOf(app)
  const acronymOf = (id: number | null) => areas.find((area) => area.id === id)?.acronym ?? ''
  const { q = '', tipo } = asked.query
  const found = areas.filter(
    ({ acronym, name, kind }) => matches(`${acronym} ${name.es} ${name.en}`, q) && (!tipo || tipo === kind),
  )
  const columns: readonly Column<Area>[] = [
    {
      key: 'acronym',
      title: said.acronym,
      value: ({ acronym }) => acronym,
      cell: ({ id, acronym }) => <a href={`${at}/${id}`}>{acronym}</a>,
      sortable: true,
    },
    { key: 'name', title: said.nameEs, value: ({ name }) => name[locale], sortable: true },
    { key: 'kind', title: said.kind, value: ({ kind }) => said.kinds[kind], sortable: true },
    { key: 'parent', title: said.parent, value: ({ parent }) => acronymOf(parent), sortable: true },
    {
      key: 'state',
      title: said.state,
      value: ({ validTo }) => (validTo ? said.ended : said.living),
      cell: ({ validTo }) => <Standing until={validTo} locale={locale} />,
      sortable: true,
    },
  ]
  return { asked, columns, rows: sorted(found, columns, asked) }
}

/** `/administrar/areas`: every area that lives or lived. */
export async function areasPage(c: C): Promise<Response> {
  const said = words[c.var.locale]
  return staffPage(
    c,
    { title: said.areas, live: 'directory.areas' },
    <>
      <PageHead
        title={said.areas}
        below={said.areasBelow}
        actions={
          <ButtonLink kind="main" icon="plus" href={`${at}/nueva`}>
            {said.newArea}
          </ButtonLink>
        }
      />
      {
        await listing(c, {
          ...(await gather(c)),
          title: said.areas,
          filters: (
            <>
              <TextInput name="q" type="search" label={said.findArea} size="medium" />
              <Select
                name="tipo"
                label={said.kind}
                none={said.anyKind}
                options={areaKinds.map((value) => ({ value, label: said.kinds[value] }))}
              />
            </>
          ),
          empty: <Empty title={said.noArea} icon="inbox" />,
        })
      }
    </>,
  )
}

export async function areasFile(c: C): Promise<Response> {
  const { columns, rows } = await gather(c)
  return listFile(c, 'areas', columns, rows)
}

const Standing = ({ until, locale }: { until: string | null; locale: 'es' | 'en' }) =>
  until ? (
    <State word={`${words[locale].ended}, ${shortDate(until, locale)}`} />
  ) : (
    <State tone="ok" word={words[locale].living} />
  )

interface FieldsProps {
  readonly c: C
  readonly areas: readonly Area[]
  readonly area?: Area
}

const Fields = ({ c, areas, area }: FieldsProps) => {
  const said = words[c.var.locale]
  const above = areas.filter(({ id, validTo }) => validTo === null && id !== area?.id)
  return (
    <>
      <FieldRow>
        <TextInput name="nameEs" label={said.nameEs} value={area?.name.es} />
        <TextInput name="nameEn" label={said.nameEn} value={area?.name.en} optional />
      </FieldRow>
      <TextInput name="acronym" label={said.acronym} value={area?.acronym} size="small" />
      <Select
        name="kind"
        label={said.kind}
        value={area?.kind ?? 'executive'}
        none={null}
        options={areaKinds.map((value) => ({ value, label: said.kinds[value] }))}
      />
      <Select
        name="parent"
        label={said.parent}
        value={area?.parent}
        none={said.noParent}
        options={above.map(({ id, acronym, name }) => ({
          value: String(id),
          label: `${acronym}, ${name[c.var.locale]}`,
        }))}
      />
    </>
  )
}

const todayOf = async (c: C) => localDateOf(c.var.app.clock(), await zoneOf(c.var.app))

export async function newAreaPage(c: C): Promise<Response> {
  const said = words[c.var.locale]
  const [areas, today] = await Promise.all([areasOf(c.var.app), todayOf(c)])
  return staffPage(
    c,
    { title: said.newArea, crumbs: [{ href: at, label: said.areas }] },
    <>
      <PageHead title={said.newArea} />
      <Form {...formAt(c, `${at}/nueva`)}>
        <Fields c={c} areas={areas} />
        <DateInput name="from" label={said.from} value={today} />
        <FormEnd>
          <Button kind="main">{said.createArea}</Button>
        </FormEnd>
      </Form>
    </>,
  )
}

/** `/administrar/areas/{number}`: one area, its posts, and how it ends. */
export async function areaPage(c: C): Promise<Response> {
  const { app, locale } = c.var
  const said = words[locale]
  const areas = await areasOf(app)
  const area = areas.find(({ id }) => id === Number(c.req.param('area')))
  if (!area) throw missing()
  const [here, today] = [`${at}/${area.id}`, await todayOf(c)]
  return staffPage(
    c,
    { title: area.name[locale], live: `directory.area-${area.id}`, crumbs: [{ href: at, label: said.areas }] },
    <>
      <PageHead title={area.name[locale]} above={<Standing until={area.validTo} locale={locale} />} />
      <Form {...formAt(c, here)} hidden={{ version: area.version }}>
        <Fields c={c} areas={areas} area={area} />
        <FormEnd>
          <Button kind="main">{said.save}</Button>
        </FormEnd>
      </Form>
      {await Posts({ c, area: area.id, today })}
      {area.validTo === null && <Ending c={c} areas={areas} area={area} />}
    </>,
  )
}

const Ending = ({ c, areas, area }: Required<FieldsProps>) => {
  const said = words[c.var.locale]
  const here = `${at}/${area.id}`
  return (
    <Section id="fin" title={said.closeArea}>
      <AskFirst kind="bad" deed={said.closeArea} text={said.closeText} {...formAt(c, `${here}/cerrar`)}>
        <DateInput name="on" label={said.closeOn} />
      </AskFirst>
      <FoldedForm summary={said.succeed} {...formAt(c, `${here}/sucesora`)} hidden={{ areas: area.id }}>
        <p>{said.succeedText}</p>
        <Fields c={c} areas={areas.filter(({ id }) => id !== area.id)} />
        <DateInput name="from" label={said.from} />
        <FormEnd>
          <Button>{said.succeed}</Button>
        </FormEnd>
      </FoldedForm>
    </Section>
  )
}

const back = (c: C) => `${at}/${c.req.param('area')}`
export const saveNewArea = submit(createArea, newAreaPage, (_, { area }) => `${at}/${area}`)
export const saveArea = submit(renameArea, areaPage, back)
export const endArea = submit(closeArea, areaPage, back)
export const replaceArea = submit(succeedArea, areaPage, (_, { area }) => `${at}/${area}`)

const backToPosts = (c: C) => `${back(c)}#cargos`
export const savePost = submit(createPost, areaPage, backToPosts)
export const saveAppointment = submit(appoint, areaPage, backToPosts)
export const closeAppointment = submit(endAppointment, areaPage, backToPosts)
