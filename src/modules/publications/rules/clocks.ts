import type { State } from './machine.ts'

export const clocks = ['admission', 'review', 'area', 'publication', 'ratification'] as const
export type ClockName = (typeof clocks)[number]
export type Priority = 'normal' | 'urgent' | 'legal-term'

/** Which clock runs in a state, and whose it is; states without a row have no clock. */
export const clockOf: Readonly<Partial<Record<State, { clock: ClockName; owner: 'manager' | 'area' | 'system' }>>> = {
  submitted: { clock: 'admission', owner: 'manager' },
  'in-review': { clock: 'review', owner: 'manager' },
  'with-observations': { clock: 'area', owner: 'area' },
  approved: { clock: 'publication', owner: 'manager' },
  'publication-failed': { clock: 'publication', owner: 'manager' },
  'published-pending-ratification': { clock: 'ratification', owner: 'manager' },
  'in-revalidation': { clock: 'ratification', owner: 'area' },
}

/** A working day of the default calendar, nine to six, in minutes. */
export const dayMinutes = 540

/**
 * How long a clock may run, in working minutes. These are the product's defaults, not a norm: an institution sets
 * its own. Each 50 files beyond the first 20 add a day to a first review.
 */
export function limitMinutes(clock: ClockName, priority: Priority, round: number, files: number): number {
  const urgent = priority !== 'normal'
  switch (clock) {
    case 'admission':
      return urgent ? 60 : 4 * 60
    case 'review': {
      if (round > 1) return urgent ? 2 * 60 : dayMinutes
      const more = Math.ceil(Math.max(0, files - 20) / 50) * dayMinutes
      return (urgent ? 4 * 60 : 2 * dayMinutes) + more
    }
    case 'area':
      return urgent ? dayMinutes : 3 * dayMinutes
    case 'publication':
      return urgent ? 60 : dayMinutes
    case 'ratification':
      return dayMinutes
  }
}

/** Working days without an answer after which a request is taken as abandoned. */
export const abandonmentDays = 10
