import { zoneOf } from '#commons/directory'
import { shortDateTime } from '#kernel/pure/dates'
import { missing } from '#kernel/refusals'
import { submit } from '#kernel/web'
import {
  AskFirst,
  Button,
  ButtonLink,
  type Column,
  Empty,
  FieldGroup,
  Form,
  FormEnd,
  formAt,
  PageHead,
  Section as Part,
  RichText,
  Select,
  State,
  staffPage,
  Table,
  TextInput,
  WithAside,
} from '#ui'
import { publishPage, restoreVersion, withdrawPage, writePage } from '../commands/pages.ts'
import { listImages } from '../queries/home.ts'
import { findPage, findVersion, listPages, versionsOf } from '../queries/pages.ts'
import { sectionsOf } from '../queries/sections.ts'
import type { PortalTables } from '../tables.ts'
import { Versions } from './page-versions.tsx'
import { type C, said, sectionOptions } from './shared.ts'

const at = '/portal/paginas'
const tones = { draft: 'warn', live: 'ok', changed: 'on', withdrawn: 'plain' } as const

type Listed = Awaited<ReturnType<typeof listPages>>[number]
const stateOf = ({ withdrawn_at, standing, number }: Listed): keyof typeof tones => {
  if (withdrawn_at) return 'withdrawn'
  if (standing === null) return 'draft'
  return standing === number ? 'live' : 'changed'
}

/** `/portal/paginas`: what the institution wrote. */
export async function pagesPage(c: C): Promise<Response> {
  const w = said(c)
  const { app, locale } = c.var
  const [rows, zone] = await Promise.all([listPages(app.tables<PortalTables>()), zoneOf(app)])
  const columns: readonly Column<Listed>[] = [
    {
      key: 'title',
      title: w.page,
      value: ({ title_es }) => title_es,
      cell: ({ id, title_es }) => <a href={`${at}/${id}`}>{title_es}</a>,
    },
    {
      key: 'state',
      title: w.state,
      value: (row) => w.states[stateOf(row)],
      cell: (row) => <State tone={tones[stateOf(row)]} word={w.states[stateOf(row)]} />,
    },
    {
      key: 'written',
      title: w.written,
      value: ({ written_at }) => shortDateTime(written_at, zone, locale),
      whole: true,
    },
  ]
  return staffPage(
    c,
    { title: w.pagesTitle, live: 'public.portal' },
    <>
      <PageHead
        title={w.pagesTitle}
        below={w.pagesBelow}
        actions={
          <ButtonLink kind="main" icon="plus" href={`${at}/nueva`}>
            {w.newPage}
          </ButtonLink>
        }
      />
      {rows.length === 0 ? (
        <Empty title={w.noPages} text={w.noPagesText} />
      ) : (
        <Table caption={w.pagesTitle} columns={columns} rows={rows} />
      )}
    </>,
  )
}

type Version = NonNullable<Awaited<ReturnType<typeof findVersion>>>

async function Editor({ c, version, page }: { c: C; version?: Version; page?: { id: number; version: number } }) {
  const w = said(c)
  const [tree, images] = await Promise.all([sectionsOf(c.var.app), listImages(c.var.app.tables<PortalTables>())])
  const pictures = images.map(({ sha256, name }) => ({ src: `/imagenes/${sha256}`, name }))
  const rich = { pictures, picturesHref: '/portal/imagenes' }
  const action = page ? `${at}/${page.id}` : `${at}/nueva`
  return (
    <Form {...formAt(c, action)} hidden={{ version: page?.version }}>
      <Select
        name="section"
        label={w.section}
        none={w.top}
        value={version?.section_id}
        options={sectionOptions(tree)}
      />
      <TextInput name="slug" label={w.slug} hint={w.slugHint} value={version?.slug} optional={!version} />
      <TextInput name="titleEs" label={w.titleEs} value={version?.title_es} />
      <RichText name="bodyEs" label={w.bodyEs} rows={16} value={version?.body_es} {...rich} />
      <FieldGroup title={w.english}>
        <TextInput name="titleEn" label={w.titleEn} value={version?.title_en} optional />
        <RichText name="bodyEn" label={w.bodyEn} rows={10} value={version?.body_en} optional {...rich} />
      </FieldGroup>
      <FormEnd>
        <Button kind="main">{w.saveVersion}</Button>
      </FormEnd>
    </Form>
  )
}

export async function newPagePage(c: C): Promise<Response> {
  const w = said(c)
  return staffPage(c, { title: w.newPage, crumbs: [{ href: at, label: w.pagesTitle }] }, [
    <PageHead title={w.newPage} />,
    await Editor({ c }),
  ])
}

/** `/portal/paginas/{number}`: write, have another person publish, restore, withdraw. */
export async function pagePage(c: C): Promise<Response> {
  const w = said(c)
  const db = c.var.app.tables<PortalTables>()
  const page = await findPage(db, Number(c.req.param('page')))
  const versions = page ? await versionsOf(db, page.id) : []
  const [newest] = versions
  if (!page || !newest) throw missing()
  const version = await findVersion(db, page.id, newest.number)
  return staffPage(
    c,
    { title: newest.title_es, crumbs: [{ href: at, label: w.pagesTitle }] },
    <>
      <PageHead title={newest.title_es} />
      <WithAside wideAside asideLabel={w.versions} aside={await Versions({ c, page: page.id, versions })}>
        {await Editor({ c, page, ...(version ? { version } : {}) })}
        {!page.withdrawn_at && (
          <Part id="retiro" title={w.withdraw}>
            <p>{w.withdrawText}</p>
            <AskFirst kind="bad" deed={w.withdraw} text={w.withdrawText} {...formAt(c, `${at}/${page.id}/retirar`)}>
              <TextInput name="target" label={w.withdrawTarget} hint={w.withdrawHint} optional />
            </AskFirst>
          </Part>
        )}
      </WithAside>
    </>,
  )
}

const back = (c: C) => `${at}/${c.req.param('page')}`
export const saveNewPage = submit(writePage, newPagePage, (_, { page }) => `${at}/${page}`)
export const savePage = submit(writePage, pagePage, back)
export const putLive = submit(publishPage, pagePage, back)
export const bringBack = submit(restoreVersion, pagePage, back)
export const takeDown = submit(withdrawPage, pagePage, back)
