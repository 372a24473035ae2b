import { duration } from '#kernel/pure/numbers'
import type { TermsWords } from './terms.es.ts'

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })
const hours = (minutes: number) => duration(minutes, Number.POSITIVE_INFINITY)

export const en: TermsWords = {
  title: 'Service terms',
  below: 'How long each clock may run, by priority. What is changed here rules the terms that begin afterwards.',
  term: 'Term',
  product: 'Initial value',
  productText: 'Initial values are of the product, not of a norm: the institution sets its own and cites their source.',
  rounds: { first: 'first round', later: 'later rounds' },
  lapse: 'Lapse for want of an answer',
  hours,
  amount: (amount, unit, electoral = false) => {
    if (unit === 'clock-hours') return hours(amount * 60)
    if (unit === 'working-minutes') return `${hours(amount)} of work`
    const days = amount === 1 ? 'day' : 'days'
    return electoral ? `${number.format(amount)} ${days} of 24 h` : `${number.format(amount)} working ${days}`
  },
  beforeNeededBy: (amount, none) =>
    none ? 'When the date on which it is needed comes' : `${amount} before the date on which it is needed`,
  fileDays: 'A first review has a day more for each 50 files beyond the first 20.',
  electoral:
    'In an electoral process terms run from moment to moment and each day has 24 hours (LGIPE, art. 97.1; LGSMIME, art. 7.1).',
  howMuch: 'Amount',
  unit: 'Unit',
  units: {
    'working-minutes': 'Working minutes',
    'working-days': 'Working days',
    'clock-hours': 'Clock hours, at night and on holidays too',
  },
  counted: 'How it is counted',
  countings: {
    'from-start': 'From when it begins',
    'before-needed-by': 'Backwards, from the date on which it is needed',
  },
  remindBefore: 'Remind when this is left',
  remindHint: 'In the same unit; 0 for no reminder.',
  source: 'Norm or agreement that sets it',
  save: 'Set term',
  history: 'Before',
  since: 'Since',
  setBy: 'Set by',
  freezing: 'Windows of restriction',
  freezingBelow:
    'While they last nothing is published there, urgently or by a date set before, but for the grounds that they except.',
  noWindows: 'There are no windows of restriction.',
  basis: 'Norm or agreement that orders it',
  basisHint: 'For example: CPEUM, art. 41, base III, apartado C; LGIPE, art. 209.1.',
  from: 'From',
  until: 'Until',
  scope: 'Where',
  portal: 'Portal',
  bothPortals: 'Internet and intranet',
  section: 'Section, with those that hang from it',
  everywhere: 'The whole portal',
  exceptions: 'Grounds that are published all the same',
  none: 'None',
  state: 'State',
  states: { coming: 'To begin', standing: 'Under way', over: 'Over', lifted: 'Lifted' },
  newWindow: 'Set a window',
  set: 'Set window',
  lift: 'Lift',
  liftOf: (basis) => `Lift the window: ${basis}`,
  liftReason: 'Why it is lifted early',
}
