import { type AreaName, livingAreas, zoneOf } from '#commons/directory'
import { areasOf as areasReached } from '#kernel/actor'
import { localDateOf } from '#kernel/pure/dates'
import { submit } from '#kernel/web'
import type { Locale } from '#kernel/words'
import { Button, Choices, Form, FormEnd, formAt, PageHead, Pairs, Second, Select, staffPage, TextInput } from '#ui'
import { openRequest } from '../commands/requests.ts'
import { findDocumentByKey, findLive, type LiveDocument } from '../queries/documents.ts'
import { type Kind, kinds } from '../rules/kinds.ts'
import type { PublicationsTables } from '../tables.ts'
import { wordsOf } from '../words/kinds.ts'
import { publishedWords } from '../words/published.ts'
import { staffWords } from '../words/staff.ts'
import { words } from '../words.ts'
import { choosingPage, KindTabs } from './choosing.tsx'
import type { C } from './finding.ts'

const at = '/solicitudes/nueva'

/** `/solicitudes/nueva`: a publication begins from nothing; what changes a document, from the document. */
export async function newPage(c: C): Promise<Response> {
  const { app, actor, locale, attempt } = c.var
  const said = staffWords[locale]
  const asked = { ...c.req.query(), ...(attempt ? { tipo: attempt.input['kind'] } : {}) }
  const kind = kinds.find((each) => each === asked['tipo']) ?? 'publish'
  const document = kind === 'publish' ? undefined : await documentAsked(c)
  if (kind !== 'publish' && !document && !attempt) return choosingPage(c, kind)
  const today = localDateOf(app.clock(), await zoneOf(app))
  const { labels } = wordsOf(kind, locale)
  const own = areasReached(actor, 'publications.request')
  const areas = (await livingAreas(app, today)).filter(({ id }) => own === undefined || own.includes(id))
  return staffPage(
    c,
    { title: labels.newTitle, crumbs: [{ href: '/solicitudes', label: said.requests }] },
    <>
      <PageHead title={labels.newTitle} below={labels.openHint} />
      <KindTabs kind={kind} locale={locale} />
      <Form {...formAt(c, at)} hidden={{ kind, document: document?.key, area: document?.area_id }}>
        {document && <Chosen document={document} kind={kind} locale={locale} />}
        <TextInput
          name="title"
          label={said.title}
          ask={said.ask.title}
          value={c.req.query('titulo') ?? document?.title}
          longest={200}
        />
        {!document && <Own areas={areas} locale={locale} />}
        <FormEnd>
          <Button kind="main">{said.open}</Button>
        </FormEnd>
      </Form>
    </>,
  )
}

interface OwnProps {
  readonly areas: readonly AreaName[]
  readonly locale: Locale
}

/** Whose it is and where it goes: a document that exists has its area and its portal already. */
const Own = ({ areas, locale }: OwnProps) => {
  const said = staffWords[locale]
  return (
    <>
      <Select
        name="area"
        label={said.area}
        ask={said.ask.area}
        value={areas.length === 1 ? areas[0]?.id : undefined}
        options={areas.map(({ id, acronym, name }) => ({ value: String(id), label: `${acronym}, ${name[locale]}` }))}
      />
      <Choices
        kind="radio"
        name="portal"
        label={said.portal}
        value="internet"
        inline
        options={Object.entries(words[locale].portals).map(([value, label]) => ({ value, label }))}
      />
    </>
  )
}

/** The document that the address or the form names, as readers see it. */
async function documentAsked(c: C): Promise<LiveDocument | undefined> {
  const db = c.var.app.tables<PublicationsTables>()
  const sent = c.var.attempt?.input['document']
  const key = c.req.query('documento')
  const id = typeof sent === 'number' ? sent : key ? (await findDocumentByKey(db, key))?.id : undefined
  return id === undefined ? undefined : findLive(db, id)
}

const Chosen = ({ document, kind, locale }: { document: LiveDocument; kind: Kind; locale: Locale }) => {
  const said = publishedWords[locale]
  return (
    <Pairs
      items={[
        {
          term: said.chosen,
          value: (
            <>
              <a href={`/documentos/${document.key}`}>{document.title}</a>{' '}
              <Second>
                <a href={`${at}?tipo=${kind}`}>{said.another}</a>
              </Second>
            </>
          ),
        },
      ]}
    />
  )
}

/** People know a document by the last part of its address. */
export const saveNew = submit(openRequest, newPage, {
  async input(sent, c) {
    const key = String(sent['document'] ?? '')
      .trim()
      .replace(/^.*\/documentos\//, '')
      .split('/')[0]
    const found = key ? await findDocumentByKey(c.var.app.tables<PublicationsTables>(), key) : undefined
    return { ...sent, document: found?.id }
  },
  next: (_, { folio }) => `/solicitudes/${folio}`,
})
