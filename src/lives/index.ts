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
    summary: 'Serve the portal, the desk and the API, and do the work that waits',
    usage: '[--no-worker]',
    options: { 'no-worker': { type: 'boolean', summary: 'Leave the work to other processes (pregonero work)' } },
    run: (config, _args, options, out) =>
      serve(config, { modules, terminal: terminalOf(modules), worker: options['no-worker'] !== true }, out),
  },
  {
    name: 'work',
    summary: 'Only do the work that waits: for more hands beside `serve --no-worker` on PostgreSQL',
    usage: '',
    async run(config, _args, _options, out) {
      const asked = stopAsked()
      const { app, close } = await openApp(modules, config)
      const worker = startWorker(app)
      out.line('Working. Ctrl+C ends after the job in hand.')
      await asked.promise
      await worker.stop()
      await close()
      return 0
    },
  },
  {
    name: 'migrate',
    summary: 'Bring the database up to date and say what was done',
    usage: '',
    async run(config, _args, _options, out) {
      const { close, migrated } = await openApp(modules, config)
      await close()
      out.data({ ran: migrated }, () => (migrated.length > 0 ? migrated.join('\n') : 'The database is up to date.'))
      return 0
    },
  },
]
