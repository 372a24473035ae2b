import { BadConfiguration, readConfiguration } from '#config'
import type { Configuration } from '#kernel/configuration'
import { FolderInUse } from '#kernel/folder-lock'
import { openApp } from '#kernel/house'
import { EditedMigration } from '#kernel/migrations'
import type { ExitCode, Output } from '#kernel/terminal'
import { modules } from './app.ts'
import { BadArchive } from './lives/archive.ts'
import { NotBuilt } from './lives/build.ts'
import { askServer } from './lives/distant.ts'
import { livesOf, terminalOf } from './lives/index.ts'
import { openScreen } from './lives/screen.ts'
import { helpOf, helpOfAll, NotUnderstood, parseLine, performLine } from './lives/terminal.ts'

const lives = livesOf(modules)
const terminal = terminalOf(modules)

/** Says what cannot go on without a stack: these are the operator's to mend, not bugs. */
const expected = [BadConfiguration, FolderInUse, EditedMigration, NotBuilt, NotUnderstood, BadArchive]

async function main(argv: readonly string[]): Promise<ExitCode> {
  const [name, ...rest] = argv
  const out = openScreen(rest.includes('--json'))
  const described = [...lives, ...terminal].find((each) => each.name === name)
  if (!described) {
    const known = !name || name === 'help' || name === '--help' || name === '-h'
    out[known ? 'line' : 'error'](
      `${known ? '' : `${name}: no such command.\n\n`}${helpOfAll([...lives, ...terminal])}`,
    )
    return known ? 0 : 2
  }
  try {
    if (parseLine(described, rest).options['help']) {
      out.line(helpOf(described))
      return 0
    }
    const config = readConfiguration(process.env)
    const life = lives.find((each) => each.name === name)
    if (!life) return await onOpenHouse(config, argv, out)
    const { args, options } = parseLine(life, rest)
    return await life.run(config, args, options, out)
  } catch (error) {
    if (!expected.some((kind) => error instanceof kind)) throw error
    out.error((error as Error).message)
    return error instanceof NotUnderstood ? 2 : 1
  }
}

/** Opens the house for one line; while a server holds the embedded database, that server does it. */
async function onOpenHouse(config: Configuration, argv: readonly string[], out: Output): Promise<ExitCode> {
  const quiet = { ...config, logLevel: config.logLevel === 'info' ? ('warn' as const) : config.logLevel }
  try {
    const { app, close } = await openApp(modules, quiet)
    try {
      return await performLine(app, terminal, argv, out)
    } finally {
      await close()
    }
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error
    const code = await askServer(config, argv, out)
    if (code !== undefined) return code
    throw error
  }
}

process.exitCode = await main(process.argv.slice(2))
