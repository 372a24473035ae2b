import { openApp } from '#kernel/house'
import type { Module } from '#kernel/module'
import type { TerminalCommand } from '#kernel/terminal'
import { startWorker } from '#kernel/worker'
import { backup } from './backup.ts'
import { doctor } from './doctor.ts'
import { ledger } from './ledger.ts'
import type { Life } from './life.ts'
import { restoreOf } from './restore.ts'
import { run } from './run.ts'
import { serve, stopAsked } from './serve.ts'
import { exampleOf, startOf } from './start.ts'
import { say, words } from './words.ts'

/** The lines that work on an open house: its own, and those of its modules. */
export const terminalOf = (modules: readonly Module[]): readonly TerminalCommand[] => [
  run,
  ledger,
  backup,
  doctor,
  ...modules.flatMap(({ terminal }) => terminal ?? []),
]

/** The lives that open the house themselves. */
export const livesOf = (modules: readonly Module[]): readonly Life[] => [
  startOf(modules, terminalOf(modules)),
  exampleOf(modules, terminalOf(modules)),
  restoreOf(modules),
  {
    name: 'serve',
    summary: say(({ serve }) => serve.summary),
    usage: { es: '[--no-worker]', en: '[--no-worker]' },
    options: { 'no-worker': { type: 'boolean', summary: say(({ serve }) => serve.noWorker) } },
    run: (config, _args, options, out) =>
      serve(config, { modules, terminal: terminalOf(modules), worker: options['no-worker'] !== true }, out),
  },
  {
    name: 'work',
    summary: say(({ work }) => work.summary),
    usage: { es: '', en: '' },
    async run(config, _args, _options, out) {
      const asked = stopAsked()
      const { app, close } = await openApp(modules, config, { standing: true })
      const worker = startWorker(app)
      out.line(words[out.locale].work.working)
      await asked.promise
      await worker.stop()
      await close()
      return 0
    },
  },
  {
    name: 'migrate',
    summary: say(({ migrate }) => migrate.summary),
    usage: { es: '', en: '' },
    async run(config, _args, _options, out) {
      const { close, migrated } = await openApp(modules, config)
      await close()
      out.data({ ran: migrated }, () =>
        migrated.length > 0 ? migrated.join('\n') : words[out.locale].migrate.upToDate,
      )
      return 0
    },
  },
]
