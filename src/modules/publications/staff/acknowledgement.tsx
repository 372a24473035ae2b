import { areaNames, institutionOf, zoneOf } from '#commons/directory'
import { accountNames } from '#commons/identity'
import { lastCheckpoint } from '#kernel/ledger-proof'
import { longDateTime } from '#kernel/pure/dates'
import { bytes, count } from '#kernel/pure/numbers'
import { missing } from '#kernel/refusals'
import type { Locale } from '#kernel/words'
import { Hash, PageHead, Pairs, Section, staffPage, Table } from '#ui'
import { fingerprintOfRequest } from '../queries/content.ts'
import { draftFilesOf } from '../queries/requests.ts'
import type { PublicationsTables } from '../tables.ts'
import { staffWords } from '../words/staff.ts'
import { words } from '../words.ts'
import { addressOf, type C, requestAsked } from './finding.ts'

/** `/solicitudes/{folio}/acuse`: to print. It carries the root of the ledger, so that the record can be held to it. */
export async function acknowledgement(c: C): Promise<Response> {
  const { app, locale } = c.var
  const said = staffWords[locale]
  const request = await requestAsked(c)
  if (!request.submitted_at) throw missing()
  const [zone, institution, areas, names, files, checkpoint] = await Promise.all([
    zoneOf(app),
    institutionOf(app),
    areaNames(app, [request.area_id]),
    accountNames(app, [request.requested_by]),
    draftFilesOf(app.tables<PublicationsTables>(), request.id),
    lastCheckpoint(app.db),
  ])
  const title = said.acknowledgementOf(request.folio)
  return staffPage(
    c,
    { title, crumbs: [{ href: addressOf(request), label: request.folio }] },
    <>
      <PageHead title={title} above={institution?.name[locale]} below={said.acknowledgementText} />
      <Pairs
        items={[
          { term: said.folio, value: request.folio },
          { term: said.receivedAt, value: longDateTime(request.submitted_at, zone, locale) },
          { term: said.kind, value: words[locale].kinds[request.kind] },
          { term: said.title, value: request.title },
          { term: said.area, value: areas.get(request.area_id)?.name[locale] },
          { term: said.requestedBy, value: names.get(request.requested_by) },
        ]}
      />
      <Section id="archivos" title={said.files} count={files.length}>
        <FileTable files={files} locale={locale} />
      </Section>
      <Section id="huella" title={said.fingerprint}>
        <Hash value={fingerprintOfRequest(request, files)} />
      </Section>
      <Section id="raiz" title={said.dayRoot}>
        {checkpoint ? (
          <>
            <p>
              {longDateTime(checkpoint.at, zone, locale)}, {said.entry(count(checkpoint.size))}
            </p>
            <Hash value={Buffer.from(checkpoint.root).toString('hex')} />
            <p>{said.dayRootText}</p>
          </>
        ) : (
          <p>{said.noRoot}</p>
        )}
      </Section>
    </>,
  )
}

type File = Awaited<ReturnType<typeof draftFilesOf>>[number]

const FileTable = ({ files, locale }: { files: readonly File[]; locale: Locale }) => {
  const said = staffWords[locale]
  return (
    <Table
      caption={said.files}
      rows={files}
      columns={[
        { key: 'name', title: said.file, value: ({ public_name }) => public_name },
        {
          key: 'size',
          title: said.size,
          value: (file) => file.bytes,
          cell: (file) => bytes(file.bytes),
          numeric: true,
        },
        {
          key: 'sha256',
          title: 'SHA-256',
          value: ({ sha256 }) => sha256,
          cell: ({ sha256 }) => <Hash value={sha256} />,
        },
      ]}
    />
  )
}
