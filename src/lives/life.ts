import type { App } from '#kernel/app'
import type { Configuration } from '#kernel/configuration'
import type { ExitCode, Output, TerminalCommand } from '#kernel/terminal'

type Given = Readonly<Record<string, string | boolean>>

/** One way to run the program that opens the house itself, or none: `serve`, `migrate`, `restore`. */
export interface Life extends Omit<TerminalCommand, 'run'> {
  run(config: Configuration, args: readonly string[], options: Given, out: Output): Promise<ExitCode>
}

/** Whoever sits at the machine that keeps the data. */
export const operatorOf = (app: App) => ({ ...app.steward, id: 'terminal', name: 'terminal' })
