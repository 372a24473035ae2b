import type { App } from './app.ts'
import type { Locale, Said } from './words.ts'

/** Where a terminal command speaks: a screen, or the connection of whoever asked the running server. */
export interface Output {
  /** The one language of this run: help, progress, answers and errors. */
  readonly locale: Locale
  line(text: string): void
  /** A machine-readable answer, printed as JSON with --json. */
  data(value: unknown, text: () => string): void
  progress(done: number, total: number, label: string): void
  error(text: string): void
}

/** Exit codes: 0 done, 1 it failed or found faults, 2 it could not be understood. */
export type ExitCode = 0 | 1 | 2

export interface TerminalCommand {
  readonly name: string
  readonly summary: Said
  readonly usage: Said
  readonly options?: Readonly<Record<string, { type: 'string' | 'boolean'; summary: Said }>>
  /** Whether it works through the running server when that one holds the embedded database. */
  run(
    app: App,
    args: readonly string[],
    options: Readonly<Record<string, string | boolean>>,
    out: Output,
  ): Promise<ExitCode>
}

/** What cannot go on and the operator can mend: said in words, without a stack. It is not a bug. */
export class Obstacle extends Error {
  readonly said: Said
  constructor(said: Said, options?: ErrorOptions) {
    super(said.en, options)
    this.said = said
  }
}
