import { livingAreas, zoneOf } from '#commons/directory'
import { areasOf as areasReached } from '#kernel/actor'
import { localDateOf } from '#kernel/pure/dates'
import { submit } from '#kernel/web'
import { Button, Choices, Form, FormEnd, formAt, PageHead, Select, staffPage, TextInput } from '#ui'
import { openRequest } from '../commands/requests.ts'
import { findDocumentByKey } from '../queries/documents.ts'
import type { PublicationsTables } from '../tables.ts'
import { staffWords } from '../words/staff.ts'
import { words } from '../words.ts'
import type { C } from './finding.ts'

const at = '/solicitudes/nueva'

/** `/solicitudes/nueva`: with `?documento=` it begins from what is published. */
export async function newPage(c: C): Promise<Response> {
  const { app, actor, locale } = c.var
  const said = staffWords[locale]
  const today = localDateOf(app.clock(), await zoneOf(app))
  const own = areasReached(actor, 'publications.request')
  const areas = (await livingAreas(app, today)).filter(({ id }) => own === undefined || own.includes(id))
  const asked = { kind: c.req.query('tipo') ?? 'publish', key: c.req.query('documento'), title: c.req.query('titulo') }
  return staffPage(
    c,
    { title: said.newRequest, crumbs: [{ href: '/solicitudes', label: said.requests }] },
    <>
      <PageHead title={said.newRequest} below={said.openHint} />
      <Form {...formAt(c, at)}>
        <Choices
          kind="radio"
          name="kind"
          label={said.kind}
          ask={said.ask.kind}
          value={asked.kind}
          options={Object.entries(words[locale].kinds).map(([value, label]) => ({ value, label }))}
        />
        <TextInput name="title" label={said.title} ask={said.ask.title} value={asked.title} longest={200} />
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
        <TextInput name="document" label={said.document} hint={said.documentHint} value={asked.key} optional />
        <FormEnd>
          <Button kind="main">{said.open}</Button>
        </FormEnd>
      </Form>
    </>,
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
