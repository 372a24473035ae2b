import type { Entry } from './ledger.ts'
import type { Module, Subject, Told } from './module.ts'
import type { Locale } from './words.ts'

type Teller = { readonly modules: readonly Pick<Module, 'tells'>[] }

/** What somebody did goes before what came of it by itself. */
function toldBy({ modules }: Teller, entries: readonly Entry[]): readonly (readonly [name: string, Told])[] {
  return entries
    .flatMap(({ events }) =>
      events.flatMap(([name, data]) => {
        const tell = modules.map(({ tells }) => tells?.[name]).find(Boolean)
        return tell ? [[name, tell(data)] as const] : []
      }),
    )
    .toSorted(([, one], [, other]) => Number(one.byItself ?? false) - Number(other.byItself ?? false))
}

/** What entries say together: the sentences of their events, each once; else the name of the first command. */
export const sentenceOf = (house: Teller, entries: readonly Entry[], locale: Locale): string =>
  eventsOf(house, entries, locale) || (entries[0]?.command ?? '')

/** The sentences of their events; empty where none is told. */
export function eventsOf(house: Teller, entries: readonly Entry[], locale: Locale): string {
  const kinds = Map.groupBy(toldBy(house, entries), ([name]) => name)
  const told = [...kinds.values()].flatMap((alike) => {
    const together = alike.length > 1 ? alike[0]?.[1].together : undefined
    // A batch says of many things what it says of one.
    return together ? [together(alike.length)[locale]] : [...new Set(alike.map(([, said]) => said[locale]))]
  })
  return told.join(' ')
}

/** The same as a sentence about somebody: who, where it does not say itself who or what acted, and what they did. */
export function deedOf(house: Teller, entries: readonly Entry[], locale: Locale): { named: boolean; did: string } {
  const said = sentenceOf(house, entries, locale)
  const [first] = toldBy(house, entries)
  const named = first === undefined || !first[1].byItself
  return { named, did: named ? said.charAt(0).toLowerCase() + said.slice(1) : said }
}

type Data = Readonly<Record<string, unknown>>

/** The numbers under that name in the events of a module: of which accounts, of which areas they speak. */
export const numbersIn = (entries: readonly Entry[], module: string, field: string): readonly number[] => [
  ...new Set(
    entries
      .flatMap(({ events }) => events.filter(([name]) => name.startsWith(`${module}.`)))
      .flatMap(([, data]) => data[field])
      .filter((value) => typeof value === 'number'),
  ),
]

/** What each entry is about: what the first of its module's events that is about something says. */
export const subjectsOf = (
  entries: readonly Entry[],
  module: string,
  subjectOf: (event: string, data: Data, entry: Entry) => Subject | undefined,
): ReadonlyMap<number, Subject> =>
  new Map(
    entries.flatMap((entry) => {
      const own = entry.events.filter(([name]) => name.startsWith(`${module}.`))
      const [found] = own.flatMap(([name, data]) => subjectOf(name.slice(module.length + 1), data, entry) ?? [])
      return found ? [[entry.id, found] as const] : []
    }),
  )
