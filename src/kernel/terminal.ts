import type { App } from './app.ts'

/** Where a terminal command speaks: a screen, or the connection of whoever asked the running server. */
export interface Output {
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
  readonly summary: string
  readonly usage: string
  readonly options?: Readonly<Record<string, { type: 'string' | 'boolean'; summary: string }>>
  /** Whether it works through the running server when that one holds the embedded database. */
  run(
    app: App,
    args: readonly string[],
    options: Readonly<Record<string, string | boolean>>,
    out: Output,
  ): Promise<ExitCode>
}
