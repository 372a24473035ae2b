import { localeOf, readConfiguration } from '#config'
import type { Configuration } from '#kernel/configuration'
import { FolderInUse } from '#kernel/folder-lock'
import { openApp } from '#kernel/house'
import { type ExitCode, Obstacle, type Output } from '#kernel/terminal'
import { modules } from './app.ts'
import { askServer } from './lives/distant.ts'
import { livesOf, terminalOf } from './lives/index.ts'
import { openScreen } from './lives/screen.ts'
import { codeOf, helpOf, helpOfAll, parseLine, performLine } from './lives/terminal.ts'
import { words } from './lives/words.ts'

const lives = livesOf(modules)
const terminal = terminalOf(modules)

async function main(argv: readonly string[]): Promise<ExitCode> {
  const [name, ...rest] = argv
  const locale = localeOf(process.env)
  const out = openScreen(rest.includes('--json'), locale)
  const described = [...lives, ...terminal].find((each) => each.name === name)
  if (!described) {
    const known = !name || name === 'help' || name === '--help' || name === '-h'
    out[known ? 'line' : 'error'](
      `${known ? '' : `${words[locale].noSuchLine(name)}\n\n`}${helpOfAll([...lives, ...terminal], locale)}`,
    )
    return known ? 0 : 2
  }
  try {
    if (parseLine(described, rest).options['help']) {
      out.line(helpOf(described, locale))
      return 0
    }
    const config = readConfiguration(process.env)
    const life = lives.find((each) => each.name === name)
    if (!life) return await onOpenHouse(config, argv, out)
    const { args, options } = parseLine(life, rest)
    return await life.run(config, args, options, out)
  } catch (error) {
    if (!(error instanceof Obstacle)) throw error
    out.error(error.said[locale])
    return codeOf(error)
  }
}

/** Opens the house for one line, and founds none where there is none; while a server holds the embedded database, that server does it. */
async function onOpenHouse(config: Configuration, argv: readonly string[], out: Output): Promise<ExitCode> {
  const quiet = { ...config, logLevel: config.logLevel === 'info' ? ('warn' as const) : config.logLevel }
  try {
    const { app, close } = await openApp(modules, quiet, { standing: true })
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
