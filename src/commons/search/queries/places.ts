import { type Actor, holds } from '#kernel/actor'
import type { App } from '#kernel/app'
import type { Order } from '#kernel/module'
import { fold } from '#kernel/pure/text'

const mostPlaces = 8

/** Pages of the desk and orders that this person may open, by name in either language; all of them for no words. */
export function placesFor({ modules }: Pick<App, 'modules'>, actor: Actor, query: string): readonly Order[] {
  const open = modules
    .flatMap(({ nav = [], orders = [] }) => [...nav, ...orders])
    .filter(({ grant }) => holds(actor, grant))
  const wanted = fold(query).split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return open
  return open.filter(({ said }) => says(said.es, wanted) || says(said.en, wanted)).slice(0, mostPlaces)
}

/** Each word that was typed begins a word of the name. */
function says(name: string, wanted: readonly string[]): boolean {
  const words = fold(name).split(/[^a-z0-9]+/)
  return wanted.every((typed) => words.some((word) => word.startsWith(typed)))
}
