import type { Machine } from './machine.ts'

export const minutesStates = [
  'not-started',
  'drafting',
  'circulated',
  'observations-closed',
  'ready',
  'on-agenda',
  'approved',
  'approved-with-corrections',
  'engrossed',
  'signing',
  'signed',
  'published',
] as const
export type MinutesState = (typeof minutesStates)[number]

export const minutesMachine = {
  draft: { from: ['not-started'], to: 'drafting' },
  circulate: { from: ['drafting'], to: 'circulated' },
  'close-observations': { from: ['circulated'], to: 'observations-closed' },
  /** Corrected, and found without contradictions. */
  ready: { from: ['observations-closed'], to: 'ready' },
  'put-on-agenda': { from: ['ready'], to: 'on-agenda' },
  'take-off-agenda': { from: ['on-agenda'], to: 'ready' },
  approve: { from: ['on-agenda'], to: 'approved' },
  'approve-with-corrections': { from: ['on-agenda'], to: 'approved-with-corrections' },
  reject: { from: ['on-agenda'], to: 'circulated' },
  engross: { from: ['approved', 'approved-with-corrections'], to: 'engrossed' },
  'open-signing': { from: ['engrossed'], to: 'signing' },
  'complete-signing': { from: ['signing'], to: 'signed' },
  publish: { from: ['signed'], to: 'published' },
  /** An erratum adds a version by its own agreement; no byte that was published changes. */
  correct: { from: ['published'], to: 'published' },
} as const satisfies Machine<MinutesState, string>
export type MinutesMove = keyof typeof minutesMachine

/** From the first signature on, nobody touches the text. */
export const isLocked = (state: MinutesState, signatures: number): boolean =>
  signatures > 0 || state === 'signed' || state === 'published'

export const slotStates = ['pending', 'notified', 'signed', 'refused', 'unavailable'] as const
export type SlotState = (typeof slotStates)[number]

export const slotMachine = {
  notify: { from: ['pending'], to: 'notified' },
  sign: { from: ['pending', 'notified'], to: 'signed' },
  refuse: { from: ['pending', 'notified'], to: 'refused' },
  'become-unavailable': { from: ['pending', 'notified'], to: 'unavailable' },
} as const satisfies Machine<SlotState, string>
export type SlotMove = keyof typeof slotMachine

/** Every required line has an end: signed, refused, or its person left. A refusal is recorded and stops nothing. */
export const sheetComplete = (slots: readonly { readonly required: boolean; readonly state: SlotState }[]): boolean =>
  slots.every(({ required, state }) => !required || !['pending', 'notified'].includes(state))
