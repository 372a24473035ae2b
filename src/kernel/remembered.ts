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
export function remembered<Answer>(
  modules: readonly string[],
  query: (reader: Reader) => Promise<Answer>,
): (reader: Reader) => Promise<Answer> {
  const known = new WeakMap<Versions, Remembered<Answer>>()
  return (reader) => {
    if (!hasVersions(reader)) return query(reader)
    const version = reader.versions.of(modules)
    const last = known.get(reader.versions)
    if (last?.version === version) return last.answer
    const asked = { version, answer: query(reader) }
    known.set(reader.versions, asked)
    asked.answer.catch(() => {
      if (known.get(reader.versions) === asked) known.delete(reader.versions)
    })
    return asked.answer
  }
}

const hasVersions = (reader: Reader): reader is Reader & { readonly versions: Versions } => 'versions' in reader
