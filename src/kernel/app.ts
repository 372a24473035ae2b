import type { Actor } from './actor.ts'
import type { AnyCommand, AnyErrand } from './command.ts'
import type { Configuration } from './configuration.ts'
import type { Database, Reader } from './database.ts'
import type { Jobs } from './jobs.ts'
import type { Keys } from './keys.ts'
import type { Bell } from './live.ts'
import type { Log } from './log.ts'
import type { Mail } from './mail.ts'
import type { Grant, Module } from './module.ts'
import type { PageCache } from './page-cache.ts'
import type { SecurityLog } from './security-log.ts'
import type { Storage } from './storage.ts'
import type { KernelTables } from './tables.ts'
import type { Versions } from './versions.ts'

/** The house in one hand: what pages, errands and the door are given. Wired once, in `src/app.ts`. */
export interface App extends Reader {
  readonly config: Configuration
  readonly engine: 'postgresql' | 'pglite'
  readonly db: Database<KernelTables>
  readonly modules: readonly Module[]
  readonly commands: ReadonlyMap<string, AnyCommand>
  readonly errands: ReadonlyMap<string, AnyErrand>
  /** Every grant that some module asks for. */
  readonly grants: ReadonlyMap<string, Grant>
  /** The house itself, when a schedule or a reaction acts. It holds every grant. */
  readonly steward: Actor
  readonly clock: () => Date
  readonly jobs: Jobs
  readonly bell: Bell
  readonly versions: Versions
  readonly pages: PageCache
  readonly security: SecurityLog
  readonly storage: Storage
  readonly mail: Mail
  readonly keys: Keys
  /** Fetches an address as a reader outside the house would. */
  readonly visit: (address: string, request?: RequestInit) => Promise<Response>
  readonly log: Log
  /** What modules opened for this house, ended with it in reverse order. */
  readonly closing: (() => Promise<void>)[]
  /** Names of the commands and errands that react to an event. */
  reactionsTo(event: string): readonly string[]
}
