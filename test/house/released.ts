import { createHash } from 'node:crypto'
import { migrationsOf } from '#kernel/house'
import { modules } from '../../src/app.ts'
import { sourceAt } from './sources.ts'

type Digests = Readonly<Record<string, string>>

/** Of every migration there is, by name. */
export const digestsOf = (migrations = migrationsOf(modules)): Digests =>
  Object.fromEntries(migrations.map(({ name, text }) => [name, createHash('sha256').update(text).digest('hex')]))

export const released: Digests = JSON.parse(sourceAt('test/house/released.json').text)
/** A version with a number in the changelog has left the house. */
export const anyRelease = (changelog: string): boolean => /^## \[?v?\d+\.\d+/m.test(changelog)

/** What left the house with a release stands as it was; and a release leaves its digests. */
export const faultsOfReleased = (then: Digests, now: Digests, changelog: string): readonly string[] => [
  ...Object.entries(then)
    .filter(([name, digest]) => now[name] !== digest)
    .map(([name]) => `${name} was ${name in now ? 'edited' : 'taken away'} after a release: write another migration`),
  ...(anyRelease(changelog) && Object.keys(then).length === 0
    ? ['a release noted no digests: scripts/released.ts']
    : []),
]
