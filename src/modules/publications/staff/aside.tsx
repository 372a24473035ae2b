import { areaNames } from '#commons/directory'
import { accountNames } from '#commons/identity'
import type { TimeUnit } from '#kernel/pure/clock'
import { localDateOf, longDate, shortDateTime } from '#kernel/pure/dates'
import type { Locale } from '#kernel/words'
import { Clock, Notice, type Pair, Pairs, Section } from '#ui'
import { fingerprintOfRequest } from '../queries/content.ts'
import {
  currentEdition,
  failedLooks,
  findDocument,
  lastVerification,
  standingWithdrawal,
} from '../queries/documents.ts'
import { draftFilesOf, type Request, standingApproval } from '../queries/requests.ts'
import { type ClockTerm, termsOf } from '../queries/timing.ts'
import { confirmationsOf } from '../queries/validity.ts'
import type { Objection } from '../rules/objections.ts'
import type { PublicationsTables } from '../tables.ts'
import { meanwhileWords } from '../words/meanwhile.ts'
import { staffWords } from '../words/staff.ts'
import { termsWords } from '../words/terms.ts'
import { words } from '../words.ts'
import type { C } from './finding.ts'
import { History } from './history.tsx'

interface Props {
  readonly c: C
  readonly request: Request
  readonly zone: string
}

/** Beside the record: its clocks, its facts, its history. */
export async function Aside(props: Props) {
  return (
    <>
      {await Clocks(props)}
      {await Facts(props)}
      {await History(props)}
    </>
  )
}

async function Clocks({ c, request, zone }: Props) {
  const { app, actor, locale } = c.var
  const said = staffWords[locale]
  const now = app.clock()
  const terms = termsWords[locale]
  const clocks = (await termsOf(app, [request], now)).get(request.id) ?? []
  if (clocks.length === 0) return null
  const names = await accountNames(
    app,
    clocks.map(({ owner }) => owner),
  )
  const ownerOf = ({ owner }: ClockTerm) => {
    if (owner === actor.id) return said.you
    if (owner.startsWith('area:')) return said.theArea
    return said.owners[owner as keyof typeof said.owners] ?? names.get(owner) ?? owner
  }
  return (
    <Section id="relojes" title={said.clocks}>
      {clocks.map((clock) => {
        const when = clock.due && shortDateTime(clock.due, zone, locale)
        const late = clock.due !== undefined && clock.due < now
        const warned = clock.remindAt !== undefined && clock.remindAt <= now
        const { amount, unit, counted } = clock.limit
        const allowed = (amount: number, unit: TimeUnit) =>
          unit === 'working-minutes' ? terms.hours(amount) : terms.amount(amount, unit, clock.mode === 'electoral')
        return (
          <Clock
            label={words[locale].clocks[clock.clock]}
            used={terms.hours(clock.minutes)}
            allowed={counted === 'from-start' ? said.of(allowed(amount, unit)) : undefined}
            percent={Math.min(100, clock.share * 100)}
            tone={late ? 'bad' : clock.running && warned ? 'warn' : undefined}
            note={
              when && clock.running
                ? late
                  ? said.lateFor(ownerOf(clock), when)
                  : said.runsFor(ownerOf(clock), when)
                : said.stopped
            }
          />
        )
      })}
    </Section>
  )
}

async function Facts({ c, request, zone }: Props) {
  const { app, locale } = c.var
  const said = staffWords[locale]
  const db = app.tables<PublicationsTables>()
  const [areas, names, files, document, approval] = await Promise.all([
    areaNames(app, [request.area_id]),
    accountNames(app, [request.requested_by, request.reviewer ?? '']),
    draftFilesOf(db, request.id),
    request.document_id ? findDocument(db, request.document_id) : undefined,
    standingApproval(db, request.id),
  ])
  const edition = document && (await currentEdition(db, document.id))
  const verification = edition?.request_id === request.id ? await lastVerification(db, edition.id) : undefined
  const confirmed = edition && (await confirmationsOf(db, [edition.id])).get(edition.id)
  const { review_on, valid_until } = (edition?.request_id === request.id && confirmed) || request
  const failed = verification && !verification.passed ? await failedLooks(db, verification.id) : []
  const facts: (Pair | false | undefined | null | '')[] = [
    { term: said.area, value: areas.get(request.area_id)?.name[locale] },
    { term: said.requestedBy, value: names.get(request.requested_by) },
    request.reviewer !== null && { term: said.reviewer, value: names.get(request.reviewer) },
    { term: said.kind, value: words[locale].kinds[request.kind] },
    { term: said.target, value: words[locale].portals[request.portal] },
    request.ground_reference !== '' && { term: said.ground, value: request.ground_reference },
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
    document && (await orderEnd({ c, request, zone }, document.id)),
    request.urgent_by !== null && { term: said.urgentReason, value: request.urgent_reason },
    request.publish_at !== null && { term: said.scheduleAt, value: shortDateTime(request.publish_at, zone, locale) },
  ]
  return (
    <Section id="ficha" title={said.sheet}>
      <Pairs items={facts.filter((fact): fact is Pair => Boolean(fact))} />
      {approval?.same_person && (
        <Notice tone="warn">
          <p>{said.samePerson(approval.rule_source)}</p>
        </Notice>
      )}
      {verification && <Verified verification={verification} failed={failed} locale={locale} />}
      {request.failure && (
        <Notice tone="bad">
          <p>{failureOf(request).map(words[locale].objection).join(' ')}</p>
        </Notice>
      )}
    </Section>
  )
}

/** The day on which the order ends by which it was taken down; once it came, somebody decides. */
async function orderEnd({ c, zone }: Props, document: number): Promise<Pair | undefined> {
  const { app, locale } = c.var
  const said = meanwhileWords[locale]
  const ends = (await standingWithdrawal(app.tables<PublicationsTables>(), document))?.ends_on
  if (!ends) return undefined
  const day = longDate(ends, locale)
  return { term: said.orderEnds, value: ends <= localDateOf(app.clock(), zone) ? said.endedOn(day) : day }
}

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
