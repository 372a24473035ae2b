import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CalendarMode, officeWeek, type WorkCalendar } from '#kernel/pure/calendar'
import { spentOf } from '#kernel/pure/clock'
import { holidaysOf } from '#kernel/pure/holidays'
import { begunBy, goesOn } from './clocks.ts'
import { covers, type FreezeWindow, reaching } from './freezing.ts'
import { dueOf, faultOf, limitAt, limitKeys, limitOf, type Running, remindAt, type SetLimit } from './limits.ts'

// Mexico City is six hours behind UTC all year: nine in the morning is 15:00Z, six in the afternoon is 00:00Z.
const calendar: WorkCalendar = {
  zone: 'America/Mexico_City',
  week: officeWeek,
  holidays: new Set([2026, 2027].flatMap(holidaysOf).map(({ day }) => day)),
  working: new Map(),
}
const stretch = (from: string, to: string | null = null, mode: CalendarMode = 'working') => ({
  ...{ startedAt: new Date(from), stoppedAt: to === null ? null : new Date(to), mode },
})
const running = (given: Partial<Running>): Running => ({
  ...{ clock: 'area', priority: 'normal', round: 1, files: 1, neededBy: null, stretches: [], ...given },
})
const due = (given: Partial<Running>, set: readonly SetLimit[] = []) =>
  dueOf(calendar, running(given), limitOf(set, running(given)))?.toISOString()

// Thursday, 12 November 2026, ten in the morning; Monday 16 is a holiday (LFT, art. 74, VI).
const thursday = '2026-11-12T16:00:00Z'

test('an area has three working days from the day after, until the last closes (LFPA, art. 38)', () => {
  assert.equal(due({ stretches: [stretch(thursday)] }), '2026-11-19T00:00:00.000Z')
  // Whether it was sent before the doors open or after they close, the term begins the next day.
  assert.equal(due({ stretches: [stretch('2026-11-12T12:00:00Z')] }), '2026-11-19T00:00:00.000Z')
  assert.equal(due({ stretches: [stretch('2026-11-13T03:00:00Z')] }), '2026-11-19T00:00:00.000Z')
  // A Saturday is not the first of them.
  assert.equal(due({ stretches: [stretch('2026-11-14T16:00:00Z')] }), '2026-11-20T00:00:00.000Z')
})

test('in an electoral process the three days are 72 hours, from moment to moment (LGSMIME, art. 7.1)', () => {
  assert.equal(due({ stretches: [stretch(thursday, null, 'electoral')] }), '2026-11-15T16:00:00.000Z')
})

test('electoral hours count at night, and a working hour ends with the day', () => {
  const late = '2026-11-13T23:30:00Z'
  assert.equal(due({ clock: 'admission', stretches: [stretch(late)] }), '2026-11-17T18:30:00.000Z')
  assert.equal(due({ clock: 'admission', stretches: [stretch(late, null, 'electoral')] }), '2026-11-14T03:30:00.000Z')
})

test('what a term had used stays used when the way of counting changes', () => {
  // Friday has closed in its hands, one of three; two days of 24 hours are left from Saturday noon.
  const saturday = '2026-11-14T18:00:00Z'
  const mixed = [stretch(thursday, saturday), stretch(saturday, null, 'electoral')]
  assert.equal(due({ stretches: mixed }), '2026-11-16T18:00:00.000Z')
  assert.equal(spentOf(calendar, mixed, 'working-days', new Date('2026-11-15T18:00:00Z')), 2)
  // And back again: a day and a half of 24 hours leaves a day and a half, that two working days complete.
  const back = [stretch(thursday, '2026-11-14T04:00:00Z', 'electoral'), stretch('2026-11-14T04:00:00Z')]
  assert.equal(due({ stretches: back }), '2026-11-19T00:00:00.000Z')
})

test('another reviewer goes on with the same two days', () => {
  const tuesday = '2026-10-13T18:00:00Z'
  const stretches = [stretch('2026-10-12T16:00:00Z', tuesday), stretch(tuesday)]
  assert.equal(due({ clock: 'review', stretches }), '2026-10-15T00:00:00.000Z')
  assert.equal(due({ clock: 'review', stretches: [stretch('2026-10-12T16:00:00Z')] }), '2026-10-15T00:00:00.000Z')
})

test('a first review has a day more for each 50 files beyond 20, and later rounds have one day', () => {
  const from = [stretch('2026-10-12T16:00:00Z')]
  const dues = [20, 21, 70, 71, 200].map((files) => due({ clock: 'review', files, stretches: from })?.slice(0, 10))
  assert.deepEqual(dues, ['2026-10-15', '2026-10-16', '2026-10-16', '2026-10-17', '2026-10-21'])
  assert.equal(due({ clock: 'review', round: 2, files: 200, stretches: from }), '2026-10-14T00:00:00.000Z')
  assert.equal(due({ clock: 'review', priority: 'urgent', stretches: from }), '2026-10-12T20:00:00.000Z')
})

test('under a legal term everything is counted backwards from the date on which it is needed', () => {
  // Needed on Tuesday 17 at noon: an hour to publish, and three more for the review of what the area answers.
  const given = { priority: 'legal-term', neededBy: new Date('2026-11-17T18:00:00Z'), stretches: [stretch(thursday)] }
  const at = (clock: Running['clock'], round = 1) => due({ ...given, clock, round } as Partial<Running>)
  assert.equal(at('publication'), '2026-11-17T18:00:00.000Z')
  assert.equal(at('review'), '2026-11-17T17:00:00.000Z')
  assert.equal(at('review', 2), '2026-11-17T17:00:00.000Z')
  // Only three hours of Tuesday come before: the fourth is the last of Friday, because Monday is a holiday.
  assert.equal(at('area'), '2026-11-13T23:00:00.000Z')
  // Without that date there is nothing to count from, and it is urgent.
  assert.equal(due({ ...given, clock: 'review', neededBy: null } as Partial<Running>), '2026-11-12T20:00:00.000Z')
})

test('a legal term that can no longer be kept is late from its beginning', () => {
  const neededBy = new Date('2026-11-12T15:30:00Z')
  const given = { clock: 'review', priority: 'legal-term', neededBy, stretches: [stretch(thursday)] } as const
  assert.equal(due(given), new Date(thursday).toISOString())
})

test('verification has 15 minutes and personal data one hour, at night too', () => {
  const night = [stretch('2026-11-15T05:00:00Z')]
  assert.equal(due({ clock: 'verification', stretches: night }), '2026-11-15T05:15:00.000Z')
  assert.equal(due({ clock: 'withdrawal', stretches: night }), '2026-11-15T06:00:00.000Z')
})

test('a silence lapses when the tenth working day closes, not when it opens', () => {
  assert.equal(due({ clock: 'lapse', stretches: [stretch(thursday)] }), '2026-11-28T00:00:00.000Z')
  assert.equal(due({ clock: 'lapse', stretches: [stretch(thursday, null, 'electoral')] }), '2026-11-22T16:00:00.000Z')
})

test('an area is reminded when two of its three days have closed', () => {
  const given = running({ stretches: [stretch(thursday)] })
  const limit = limitOf([], given)
  const end = dueOf(calendar, given, limit) as Date
  const begun = given.stretches[0] as ReturnType<typeof stretch>
  assert.equal(remindAt(calendar, end, limit, begun)?.toISOString(), '2026-11-18T00:00:00.000Z')
  assert.equal(remindAt(calendar, end, { ...limit, remindBefore: 0 }, begun), undefined)
  assert.deepEqual(remindAt(calendar, end, { ...limit, remindBefore: 9 }, begun), begun.startedAt)
})

test('a limit that is set later does not shorten a term that already runs', () => {
  const key = { clock: 'area', round: 'first', priority: 'normal' } as const
  const own = { amount: 1, unit: 'working-days', counted: 'from-start', remindBefore: 0, source: 'Acuerdo 5' } as const
  const set: readonly SetLimit[] = [{ ...key, ...own, setAt: new Date('2026-11-13T00:00:00Z') }]
  assert.equal(due({ stretches: [stretch(thursday)] }, set), '2026-11-19T00:00:00.000Z')
  assert.equal(due({ stretches: [stretch('2026-11-13T16:00:00Z')] }, set), '2026-11-18T00:00:00.000Z')
  assert.equal(limitAt(set, key, new Date('2026-11-14T00:00:00Z')).source, 'Acuerdo 5')
})

test('the initial limits are those of the domain', () => {
  const text = (clock: Running['clock'], round: 'first' | 'later' = 'first') =>
    (['normal', 'urgent', 'legal-term'] as const).map((priority) => {
      const { amount, unit, counted } = limitAt([], { clock, round, priority }, new Date(0))
      return `${counted === 'from-start' ? '' : 'before '}${amount} ${unit}`
    })
  const minutes = (amount: number) => `${amount} working-minutes`
  const days = (amount: number) => `${amount} working-days`
  assert.deepEqual(text('admission'), [minutes(240), minutes(60), minutes(60)])
  assert.deepEqual(text('review'), [days(2), minutes(240), `before ${minutes(60)}`])
  assert.deepEqual(text('review', 'later'), [days(1), minutes(120), `before ${minutes(60)}`])
  assert.deepEqual(text('area'), [days(3), days(1), `before ${minutes(240)}`])
  assert.deepEqual(text('publication'), [days(1), minutes(60), `before ${minutes(0)}`])
  assert.deepEqual(text('verification'), ['0.25 clock-hours', '0.25 clock-hours', '0.25 clock-hours'])
  assert.deepEqual(text('withdrawal'), ['1 clock-hours', '1 clock-hours', '1 clock-hours'])
  assert.deepEqual(text('lapse'), [days(10), days(10), days(10)])
})

test('every initial limit makes sense, and one that does not is told apart', () => {
  const at = new Date(0)
  assert.equal(limitKeys.length, 30)
  assert.deepEqual(
    limitKeys.flatMap((key) => faultOf(limitAt([], key, at)) ?? []),
    [],
  )
  const limit = { amount: 2, unit: 'working-days', counted: 'from-start', remindBefore: 0, source: '' } as const
  assert.equal(faultOf({ ...limit, amount: 0 })?.code, 'nothing')
  assert.equal(faultOf({ ...limit, amount: 1.5 })?.code, 'broken-day')
  assert.equal(faultOf({ ...limit, remindBefore: 3 })?.code, 'reminds-before-it-begins')
})

test('verification runs while it is live, and the clock of personal data until it is taken down', () => {
  const moved = { state: 'published', kind: 'publish', reason: null } as const
  assert.deepEqual(begunBy('publish', moved), [{ clock: 'verification', owner: 'system' }])
  assert.deepEqual(begunBy('publish', { ...moved, kind: 'withdraw' }), [])
  assert.equal(goesOn('verification', moved), true)
  assert.equal(goesOn('verification', { ...moved, state: 'superseded' }), false)
  const personal = { state: 'submitted', kind: 'withdraw', reason: 'personal-or-reserved-data' } as const
  assert.deepEqual(
    begunBy('submit', personal).map(({ clock }) => clock),
    ['admission', 'withdrawal'],
  )
  assert.equal(goesOn('withdrawal', { ...personal, state: 'in-review' }), true)
  assert.equal(goesOn('withdrawal', { ...personal, state: 'published' }), false)
  assert.equal(goesOn('review', { ...personal, state: 'in-review' }), false)
})

const campaigns: FreezeWindow = {
  ...{ id: 1, from: new Date('2027-04-04T06:00:00Z'), until: new Date('2027-06-07T06:00:00Z') },
  ...{ untilLocal: '2027-06-07T00:00', portal: 'internet', section: 7, basis: 'LGIPE, art. 209.1' },
  exceptions: ['transparency-obligation'],
}
const going = { kind: 'publish', portal: 'internet', sections: [9, 7], ground: 'dissemination' } as const

test('a window of restriction holds from its first instant until its last, which is outside', () => {
  const at = (instant: string) => covers(campaigns, Date.parse(instant))
  assert.deepEqual(
    ['2027-04-04T05:59:59Z', '2027-04-04T06:00:00Z', '2027-06-07T05:59:59Z', '2027-06-07T06:00:00Z'].map(at),
    [false, true, true, false],
  )
})

test('a window reaches its portal and what hangs from its section, but not the grounds that it excepts', () => {
  assert.equal(reaching([campaigns], going).length, 1)
  assert.equal(reaching([campaigns], { ...going, portal: 'intranet' }).length, 0)
  assert.equal(reaching([campaigns], { ...going, sections: [9, 8] }).length, 0)
  assert.equal(reaching([campaigns], { ...going, ground: 'transparency-obligation' }).length, 0)
  assert.equal(reaching([campaigns], { ...going, kind: 'withdraw' }).length, 0)
  const everywhere = { ...campaigns, portal: undefined, section: undefined }
  assert.equal(reaching([everywhere], { ...going, portal: 'intranet', sections: [] }).length, 1)
})
