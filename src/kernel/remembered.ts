import type { Reader } from './database.ts'
import type { Versions } from './versions.ts'

interface Remembered<Answer> {
  readonly version: string
  readonly answer: Promise<Answer>
}

/**
 * What nearly every page asks, asked again only when these modules have committed something. A command is always
 * answered by the database: it must see what it has just written. The answer is shared, so nobody may change it.
 */
export function remembered<Answer, Asked extends Reader = Reader>(
  modules: readonly string[],
  query: (reader: Asked) => Promise<Answer>,
): (reader: Asked) => Promise<Answer> {
  const known = rememberedOf(modules, 1, query)
  return (reader) => known(reader, '')
}

/** The same for a question about one of many things, by its key: as many answers are kept as were asked for last. */
export function rememberedOf<Answer, Asked extends Reader = Reader>(
  modules: readonly string[],
  most: number,
  query: (reader: Asked, key: string) => Promise<Answer>,
): (reader: Asked, key: string) => Promise<Answer> {
  const houses = new WeakMap<Versions, Map<string, Remembered<Answer>>>()
  return (reader, key) => {
    if (!hasVersions(reader)) return query(reader, key)
    const known = houses.get(reader.versions) ?? new Map<string, Remembered<Answer>>()
    houses.set(reader.versions, known)
    const version = reader.versions.of(modules)
    const last = known.get(key)
    known.delete(key)
    const kept = last?.version === version ? last : { version, answer: query(reader, key) }
    known.set(key, kept)
    if (known.size > most) known.delete(known.keys().next().value as string)
    if (kept !== last)
      kept.answer.catch(() => {
        if (known.get(key) === kept) known.delete(key)
      })
    return kept.answer
  }
}

const hasVersions = <Asked extends Reader>(reader: Asked): reader is Asked & { readonly versions: Versions } =>
  'versions' in reader
