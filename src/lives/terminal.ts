import { parseArgs } from 'node:util'
import type { App } from '#kernel/app'
import { Refusal } from '#kernel/refusal'
import type { ExitCode, Output, TerminalCommand } from '#kernel/terminal'

export type Options = Readonly<Record<string, string | boolean>>

/** What a line of the terminal says, once its options are known. */
export interface Asked {
  readonly args: readonly string[]
  readonly options: Options
}

/** The line has an option that does not exist, or lacks a value. */
export class NotUnderstood extends Error {}

const everywhere = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const

export function parseLine(command: Pick<TerminalCommand, 'options'>, argv: readonly string[]): Asked {
  try {
    const own = Object.fromEntries(Object.entries(command.options ?? {}).map(([name, { type }]) => [name, { type }]))
    const parsed = parseArgs({ args: [...argv], options: { ...own, ...everywhere }, allowPositionals: true })
    return { args: parsed.positionals, options: parsed.values as Options }
  } catch (error) {
    throw new NotUnderstood((error as Error).message)
  }
}

/** Does one line on an open house. A refusal is an answer: it is said with its reasons, and the code is 1. */
export async function performLine(
  app: App,
  commands: readonly TerminalCommand[],
  [name, ...rest]: readonly string[],
  out: Output,
): Promise<ExitCode> {
  const command = commands.find((each) => each.name === name)
  if (!command) throw new NotUnderstood(`${name}: no such command`)
  const { args, options } = parseLine(command, rest)
  try {
    return await command.run(app, args, options, out)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    out.error(error.said.es)
    for (const { field, said } of error.reasons) out.error(`  ${field ? `${field}: ` : ''}${said.es}`)
    return 1
  }
}

type Described = Pick<TerminalCommand, 'name' | 'summary' | 'usage' | 'options'>

export function helpOf({ name, summary, usage, options = {} }: Described): string {
  const lines = Object.entries(options).map(([option, { type, summary }]) => [
    `--${option}${type === 'string' ? ' …' : ''}`,
    summary,
  ])
  const all = [...lines, ['--json', 'Answer in JSON, one value a line'], ['--help', 'Show this help']]
  return `${summary}\n\n  pregonero ${name}${usage ? ` ${usage}` : ''}\n\n${columns(all as [string, string][])}`
}

export const helpOfAll = (commands: readonly Described[]): string => {
  const lines = commands.map(({ name, summary }): [string, string] => [name, summary])
  return `Pregonero: what a public institution publishes, from request to verified page.\n\n${columns(lines)}\n\n  pregonero <command> --help says more.`
}

function columns(rows: readonly [string, string][]): string {
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`).join('\n')
}
