/** What moves a thing from which of its states to which. A pair that is not written is refused. */
export type Machine<State extends string, Move extends string> = Readonly<
  Record<Move, { readonly from: readonly State[]; readonly to: State }>
>

export const moved = <State extends string, Move extends string>(
  machine: Machine<State, Move>,
  state: State,
  move: Move,
): State | undefined => (machine[move].from.includes(state) ? machine[move].to : undefined)
