import { areaNames } from '#commons/directory'
import { accountNames } from '#commons/identity'
import { type LocalDate, localDateOf, longDate, shortDateTime } from '#kernel/pure/dates'
import type { Locale } from '#kernel/words'
import { Notice, type Pair, Pairs, Section } from '#ui'
import { fingerprintOfRequest } from '../queries/content.ts'
import {
  currentEdition,
  failedLooks,
  findDocument,
  lastVerification,
  standingWithdrawal,
} from '../queries/documents.ts'
import { draftFilesOf, type Request, standingApproval } from '../queries/requests.ts'
import { confirmationsOf } from '../queries/validity.ts'
import type { Objection } from '../rules/objections.ts'
import type { PublicationsTables } from '../tables.ts'
import { wordsOf } from '../words/kinds.ts'
import { meanwhileWords } from '../words/meanwhile.ts'
import { staffWords } from '../words/staff.ts'
import { words } from '../words.ts'
import type { C } from './finding.ts'

interface Props {
  readonly c: C
  readonly request: Request
  readonly zone: string
}

/** What the record says of the request in pairs, and what came of it. */
export async function Facts(props: Props) {
  const { c, request } = props
  const { app, locale } = c.var
  const gathered = await gather(props)
  const { approval, verification } = gathered
  const failed =
    verification && !verification.passed ? await failedLooks(app.tables<PublicationsTables>(), verification.id) : []
  return (
    <Section id="ficha" title={staffWords[locale].sheet}>
      <Pairs items={pairsOf(props, gathered)} />
      {approval?.same_person && (
        <Notice tone="warn">
          <p>{staffWords[locale].samePerson(approval.rule_source)}</p>
        </Notice>
      )}
      {verification && <Verified verification={verification} failed={failed} locale={locale} />}
      {request.failure && (
        <Notice tone="bad">
          <p>{failureOf(request).map(wordsOf(request.kind, locale).objection).join(' ')}</p>
        </Notice>
      )}
    </Section>
  )
}

async function gather({ c, request }: Props) {
  const { app } = c.var
  const db = app.tables<PublicationsTables>()
  const [areas, names, files, document, approval] = await Promise.all([
    areaNames(app, [request.area_id]),
    accountNames(app, [request.requested_by, request.reviewer ?? '']),
    draftFilesOf(db, request.id),
    request.document_id ? findDocument(db, request.document_id) : undefined,
    standingApproval(db, request.id),
  ])
  const edition = document && (await currentEdition(db, document.id))
  const own = edition?.request_id === request.id ? edition : undefined
  return {
    ...{ areas, names, files, document, approval },
    withdrawal: document && (await standingWithdrawal(db, document.id)),
    verification: own && (await lastVerification(db, own.id)),
    validity: (own && (await confirmationsOf(db, [own.id])).get(own.id)) || request,
  }
}

function pairsOf({ c, request, zone }: Props, gathered: Awaited<ReturnType<typeof gather>>): readonly Pair[] {
  const { app, locale } = c.var
  const { areas, names, files, document, withdrawal } = gathered
  const { review_on, valid_until } = gathered.validity
  const said = staffWords[locale]
  const today = localDateOf(app.clock(), zone)
  const facts: (Pair | false | undefined | null | '')[] = [
    { term: said.area, value: areas.get(request.area_id)?.name[locale] },
    { term: said.requestedBy, value: names.get(request.requested_by) },
    request.reviewer !== null && { term: said.reviewer, value: names.get(request.reviewer) },
    { term: said.kind, value: words[locale].kinds[request.kind] },
    { term: said.target, value: words[locale].portals[request.portal] },
    request.ground_reference !== '' && { term: said.ground, value: request.ground_reference },
    request.kind !== 'withdraw' &&
      review_on && {
        term: said.validity,
        value: validity(valid_until, review_on, locale),
      },
    request.calendar_mode === 'electoral' && {
      term: said.calendarMode,
      value: `${words[locale].calendarModes.electoral}. ${request.calendar_mode_reason}`,
    },
    { term: said.fingerprint, value: <code>{shortHash(fingerprintOfRequest(request, files))}</code> },
    document?.first_published_at && {
      term: said.publicAddress,
      value: <a href={`/documentos/${document.key}`}>/documentos/{document.key}</a>,
    },
    withdrawal?.ends_on && {
      term: meanwhileWords[locale].orderEnds,
      value: orderEnd(withdrawal.ends_on, today, locale),
    },
    request.urgent_by !== null && { term: said.urgentReason, value: request.urgent_reason },
    request.publish_at !== null && {
      term: wordsOf(request.kind, locale).labels.scheduleAt,
      value: shortDateTime(request.publish_at, zone, locale),
    },
  ]
  return facts.filter((fact): fact is Pair => Boolean(fact))
}

/** The day on which the order ends; once it came, somebody decides. */
const orderEnd = (day: LocalDate, today: LocalDate, locale: Locale): string =>
  day <= today ? meanwhileWords[locale].endedOn(longDate(day, locale)) : longDate(day, locale)

/** Until when it holds, where it ends, and when its area looks at it again. */
function validity(until: string | null, review: string, locale: Locale): string {
  const said = staffWords[locale]
  const reviewed = said.reviewOnDay(longDate(review, locale))
  return until ? `${said.until(longDate(until, locale))}. ${reviewed}` : reviewed
}

const failureOf = ({ failure }: Request) => JSON.parse(failure) as readonly Objection[]

interface VerifiedProps {
  readonly verification: NonNullable<Awaited<ReturnType<typeof lastVerification>>>
  readonly failed: Awaited<ReturnType<typeof failedLooks>>
  readonly locale: Locale
}

/** What a reader outside the house was served, and each address that was not as approved. */
const Verified = ({ verification: { passed, equal_files, files }, failed, locale }: VerifiedProps) => {
  const said = staffWords[locale]
  return (
    <Notice tone={passed ? 'ok' : 'bad'}>
      <p>{passed ? said.verified(equal_files, files) : said.notVerified}</p>
      {failed.length > 0 && (
        <ul>
          {failed.map(({ what, saw }) => (
            <li>
              <code>{what}</code>: {saw}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  )
}

const shortHash = (hash: string) => `${hash.slice(0, 4)} ${hash.slice(4, 8)} … ${hash.slice(-4)}`
