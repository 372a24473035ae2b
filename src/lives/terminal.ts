import { parseArgs } from 'node:util'
import type { App } from '#kernel/app'
import { Refusal } from '#kernel/refusal'
import { type ExitCode, Obstacle, type Output, type TerminalCommand } from '#kernel/terminal'
import type { Locale, Said } from '#kernel/words'
import { say, words } from './words.ts'

export type Options = Readonly<Record<string, string | boolean>>

/** What a line of the terminal says, once its options are known. */
export interface Asked {
  readonly args: readonly string[]
  readonly options: Options
}

/** The line has an option that does not exist, or lacks a value. */
export class NotUnderstood extends Obstacle {}

export const codeOf = (error: unknown): ExitCode => (error instanceof NotUnderstood ? 2 : 1)

const everywhere = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const

export function parseLine(command: Pick<TerminalCommand, 'options'>, argv: readonly string[]): Asked {
  try {
    const own = Object.fromEntries(Object.entries(command.options ?? {}).map(([name, { type }]) => [name, { type }]))
    const parsed = parseArgs({ args: [...argv], options: { ...own, ...everywhere }, allowPositionals: true })
    return { args: parsed.positionals, options: parsed.values as Options }
  } catch (error) {
    throw new NotUnderstood(faultOf(error as NodeJS.ErrnoException))
  }
}

/** Node says it in English, with the option between quotes. */
function faultOf({ code, message }: NodeJS.ErrnoException): Said {
  const option = /'(?:-\w, )?(--?[^' ]*)/.exec(message)?.[1]
  if (!option) return say(({ notOpened }) => notOpened)
  return say(({ unknownOption, wrongValue }) =>
    code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? unknownOption(option) : wrongValue(option),
  )
}

/** Does one line on an open house. A refusal is an answer: it is said with its reasons, and the code is 1. */
export async function performLine(
  app: App,
  commands: readonly TerminalCommand[],
  [name, ...rest]: readonly string[],
  out: Output,
): Promise<ExitCode> {
  const command = commands.find((each) => each.name === name)
  if (!command) throw new NotUnderstood(say((words) => words.noSuchLine(name ?? '')))
  const { args, options } = parseLine(command, rest)
  try {
    return await command.run(app, args, options, out)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    out.error(error.said[out.locale])
    for (const { field, said } of error.reasons) out.error(`  ${field ? `${field}: ` : ''}${said[out.locale]}`)
    return 1
  }
}

type Described = Pick<TerminalCommand, 'name' | 'summary' | 'usage' | 'options'>

export function helpOf({ name, summary, usage, options = {} }: Described, locale: Locale): string {
  const lines = Object.entries(options).map(([option, { type, summary }]): [string, string] => [
    `--${option}${type === 'string' ? ' …' : ''}`,
    summary[locale],
  ])
  const said = words[locale]
  const how = usage[locale] ? ` ${usage[locale]}` : ''
  const all = columns([...lines, ['--json', said.json], ['--help', said.help]])
  return `${summary[locale]}\n\n  pregonero ${name}${how}\n\n${all}`
}

export const helpOfAll = (commands: readonly Described[], locale: Locale): string => {
  const lines = commands.map(({ name, summary }): [string, string] => [name, summary[locale]])
  return `${words[locale].motto}\n\n${columns(lines)}\n\n  ${words[locale].helpMore}`
}

function columns(rows: readonly [string, string][]): string {
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`).join('\n')
}
