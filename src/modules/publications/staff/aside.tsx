import { accountNames } from '#commons/identity'
import type { TimeUnit } from '#kernel/pure/clock'
import { shortDateTime } from '#kernel/pure/dates'
import { Clock, Section } from '#ui'
import type { Request } from '../queries/requests.ts'
import { type ClockTerm, termsOf } from '../queries/timing.ts'
import { wordsOf } from '../words/kinds.ts'
import { staffWords } from '../words/staff.ts'
import { termsWords } from '../words/terms.ts'
import { Facts } from './facts.tsx'
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
            label={wordsOf(request.kind, locale).clocks[clock.clock]}
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
