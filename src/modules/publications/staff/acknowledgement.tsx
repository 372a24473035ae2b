import { areaNames, institutionOf, zoneOf } from '#commons/directory'
import { accountNames } from '#commons/identity'
import type { App } from '#kernel/app'
import { historyOf } from '#kernel/ledger'
import { firstCheckpointWith, lastCheckpoint } from '#kernel/ledger-proof'
import { addDays, instantOf, localDateOf, longDate, longDateTime } from '#kernel/pure/dates'
import { bytes, count } from '#kernel/pure/numbers'
import { missing } from '#kernel/refusals'
import type { Locale } from '#kernel/words'
import { BigFigure, Hash, PageHead, Pairs, Section, Stack, Strip, staffPage, Table } from '#ui'
import { requestSubmitted, topicOfRequest } from '../events.ts'
import { fingerprintOfRequest } from '../queries/content.ts'
import { draftFilesOf, type Request } from '../queries/requests.ts'
import type { PublicationsTables } from '../tables.ts'
import { staffWords } from '../words/staff.ts'
import { askedOf } from './asked.tsx'
import { addressOf, type C, requestAsked } from './finding.ts'

/** Entries about one request that are looked through for its reception. */
const mostHistory = 10_000

/** `/solicitudes/{folio}/acuse`: to print. It carries the root of the ledger, so that the record can be held to it. */
export async function acknowledgement(c: C): Promise<Response> {
  const { app, locale } = c.var
  const said = staffWords[locale]
  const request = await requestAsked(c)
  if (!request.submitted_at) throw missing()
  const [zone, institution, areas, names, files, seal] = await Promise.all([
    zoneOf(app),
    institutionOf(app),
    areaNames(app, [request.area_id]),
    accountNames(app, [request.requested_by]),
    draftFilesOf(app.tables<PublicationsTables>(), request.id),
    sealOf(app, request, request.submitted_at),
  ])
  const title = said.acknowledgementOf(request.folio)
  return staffPage(
    c,
    { title, crumbs: [{ href: addressOf(request), label: request.folio }] },
    <div class="receipt">
      <PageHead title={said.receipt} above={institution?.name[locale]} below={said.acknowledgementText} />
      <Strip>
        <BigFigure value={request.folio} label={said.folio} />
        <BigFigure value={longDateTime(request.submitted_at, zone, locale)} label={said.receivedAt} />
      </Strip>
      <Stack size="l">
        <Pairs
          items={[
            ...askedOf(request, locale),
            { term: said.area, value: areas.get(request.area_id)?.name[locale] },
            { term: said.requestedBy, value: names.get(request.requested_by) },
          ]}
        />
        {files.length > 0 && (
          <Section id="archivos" title={said.files} count={files.length}>
            <FileTable files={files} locale={locale} />
          </Section>
        )}
        <Section id="huella" title={said.fingerprint}>
          <Hash value={fingerprintOfRequest(request, files)} plain />
        </Section>
        <Section id="raiz" title={said.dayRoot(longDate(seal.day, locale))}>
          {seal.checkpoint ? (
            <>
              <p>
                {longDateTime(seal.checkpoint.at, zone, locale)}, {said.entry(count(seal.checkpoint.size))}
              </p>
              <Hash value={Buffer.from(seal.checkpoint.root).toString('hex')} plain />
              <p>{said[seal.says]}</p>
            </>
          ) : (
            <p>{said.noRoot}</p>
          )}
        </Section>
      </Stack>
    </div>,
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
          cell: ({ sha256 }) => <Hash value={sha256} plain />,
        },
      ]}
    />
  )
}

/** The root of the day in which it was received: the last of that day, or the latest while the day goes on. */
async function sealOf(app: App, { id }: Request, received: Date) {
  const zone = await zoneOf(app)
  const day = localDateOf(received, zone)
  const midnight = instantOf(addDays(day, 1), '00:00', zone)
  const entries = await historyOf(app.db, topicOfRequest(id), mostHistory)
  const position = entries.find(({ events }) => events.some(isReception))?.position ?? Number.POSITIVE_INFINITY
  const last = await lastCheckpoint(app.db, midnight)
  if (last && last.size > position) {
    return { day, checkpoint: last, says: app.clock() < midnight ? ('dayGoesOn' as const) : ('dayRootText' as const) }
  }
  // What arrives in the last instant of a day is sealed in the first of the next.
  const first = Number.isFinite(position) ? await firstCheckpointWith(app.db, position) : undefined
  return { day, checkpoint: first, says: 'sealedLater' as const }
}

const isReception = ([name, data]: readonly [string, unknown]) =>
  name === requestSubmitted.name && (data as { round?: number }).round === 1
