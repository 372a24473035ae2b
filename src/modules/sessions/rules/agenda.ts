import type { AgendaParams, ItemNature, SessionKind } from './parameters.ts'

/** Whether such an item may stand on the agenda of such a session (general matters: Reglamento del Senado, art. 148). */
export const mayStand = ({ natures }: AgendaParams, kind: SessionKind, nature: ItemNature): boolean =>
  natures[kind].includes(nature)

/** Whether such an item can be voted: what was only told has no tally, whatever is done with it. */
export const isVoted = (nature: ItemNature, generalMattersDecide: boolean): boolean =>
  nature === 'decision' ||
  nature === 'procedural' ||
  nature === 'minutes-approval' ||
  (nature === 'general-matters' && generalMattersDecide)
