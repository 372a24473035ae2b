import { accountNames } from '#commons/identity'
import { reaches } from '#kernel/actor'
import { longDate } from '#kernel/pure/dates'
import { Button, DateInput, Form, FormEnd, formAt, Notice, Pairs, Section, TextInput } from '#ui'
import { editionNumbers, findDocument } from '../queries/documents.ts'
import type { Request } from '../queries/requests.ts'
import { searchRemovalOf } from '../queries/withdrawals.ts'
import type { PublicationsTables } from '../tables.ts'
import { meanwhileWords } from '../words/meanwhile.ts'
import { addressOf, type C, seenOf } from './finding.ts'

interface Props {
  readonly c: C
  readonly request: Request
}

/** What is to be asked of search engines and archives because of this withdrawal, or what was. */
export async function SearchRemoval({ c, request }: Props) {
  const { app, actor, locale } = c.var
  const said = meanwhileWords[locale]
  const removal = await searchRemovalOf(app.tables<PublicationsTables>(), request.id)
  if (!removal) return null
  const asks = reaches(actor, 'publications.publish', request.area_id)
  const names = await accountNames(app, [removal.noted_by ?? ''])
  return (
    <Section id="buscadores" title={said.searchRemoval}>
      {removal.asked_on ? (
        <Pairs
          items={[
            { term: said.askedOn, value: longDate(removal.asked_on, locale) },
            { term: said.where, value: removal.asked_where },
            { term: said.noted, value: names.get(removal.noted_by ?? '') },
          ]}
        />
      ) : (
        <>
          <Notice tone="warn">
            <p>{said.searchRemovalText}</p>
            {!asks && <p>{said.searchRemovalWaits}</p>}
          </Notice>
          {await Addresses({ c, document: removal.document_id })}
          {asks && <Note c={c} request={request} />}
        </>
      )}
    </Section>
  )
}

/** With each, whoever runs a search engine can find what is to be forgotten. */
async function Addresses({ c, document: id }: { c: C; document: number }) {
  const { app, locale } = c.var
  const db = app.tables<PublicationsTables>()
  const [document, numbers] = await Promise.all([findDocument(db, id), editionNumbers(db, id)])
  if (!document) return null
  const page = `${app.config.baseUrl}/documentos/${document.key}`
  const addresses = [page, ...numbers.map((number) => `${page}/v/${number}`)]
  return (
    <>
      <p>{meanwhileWords[locale].addresses}</p>
      <ul>
        {addresses.map((address) => (
          <li>
            <code>{address}</code>
          </li>
        ))}
      </ul>
    </>
  )
}

const Note = ({ c, request }: Props) => {
  const said = meanwhileWords[c.var.locale]
  return (
    <Form {...formAt(c, `${addressOf(request)}/buscadores`)} hidden={seenOf(request)}>
      <DateInput name="askedOn" label={said.askedOn} ask={said.askedOnAsk} />
      <TextInput name="where" label={said.where} ask={said.whereAsk} hint={said.whereHint} longest={500} />
      <FormEnd>
        <Button kind="main">{said.note}</Button>
      </FormEnd>
    </Form>
  )
}
