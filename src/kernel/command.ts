import type { Actor } from './actor.ts'
import type { Database, Reader, Reading } from './database.ts'

/** All the kernel asks of a schema. Asking for less than zod's own type halves type-checking time. */
export interface Schema<Value> {
  safeParse(raw: unknown): { success: true; data: Value } | { success: false; error: { issues: Issue[] } }
}
export interface Issue {
  readonly code?: string
  readonly path: readonly PropertyKey[]
  readonly message: string
}

/** A fact that others may react to. Its module publishes it; nobody else announces it. */
export interface Event<Data> {
  readonly name: string
  /** Pages that watch these topics fetch themselves again; the history of a record is read by them. */
  readonly topics: (data: Data) => readonly string[]
}

/** What a command may touch while it runs. By house rule nothing else is touched, not even the clock. */
export interface Work<Tables> extends Reader {
  readonly db: Database<Tables>
  /** The same transaction, for queries: it cannot write. */
  readonly read: Reading<Tables>
  readonly actor: Actor
  readonly now: Date
  announce<Data>(event: Event<Data>, data: Data): void
  /** Queues a command or an errand in this transaction: it runs after commit, at `at` or at once. */
  later<Input>(job: Later<Input>, input: Input, at?: Date): void
  /** The next number of a gap-free series; locks only that series until commit. */
  next(series: string): Promise<number>
  /** Erases the random bytes behind every ledger commitment that speaks of this subject. */
  forget(subject: string): Promise<void>
}

export interface Command<Tables = never, Input = never, Output = unknown> {
  /** `module.verb-noun` */
  readonly name: string
  readonly summary: string
  readonly grant: string
  readonly input: Schema<Input>
  /** Input fields that never leave the transaction: passwords, tokens. */
  readonly secret?: readonly string[]
  /** Its answer holds a secret that is shown once: no receipt keeps it, and the same key is answered without it. */
  readonly shownOnce?: true
  /** Input fields with personal data: the ledger keeps a commitment that can be forgotten. */
  readonly personal?: { readonly fields: readonly string[]; subject(input: Input, output: Output): string }
  run(work: Work<Tables>, input: Input): Promise<Output>
}

/** A chore in the outside world: idempotent, outside any transaction; what it learns it says through a command. */
export interface Errand<Input = never, House = never> {
  readonly name: string
  readonly summary: string
  run(house: House, input: Input): Promise<void>
}

/** What can be asked for later: a command with a date, or an errand. Only its name travels. */
export interface Later<Input> {
  readonly name: string
  /** Phantom: binds the input's type to the job. */
  readonly input?: Schema<Input>
  run(where: never, input: Input): Promise<unknown>
}

// biome-ignore lint/suspicious/noExplicitAny: a module's commands differ in input; only their common shape matters here.
export type AnyCommand = Command<any, any, any>
// biome-ignore lint/suspicious/noExplicitAny: likewise for errands.
export type AnyErrand = Errand<any, any>
