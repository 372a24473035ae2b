import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeToFound } from '#commons/identity'
import type { App } from '#kernel/app'
import type { Module } from '#kernel/module'
import type { Output, TerminalCommand } from '#kernel/terminal'
import { furnish, type Telling } from '../example/furnish.ts'
import type { Stage } from '../example/house.ts'
import { furnishLoad } from '../example/scale.ts'
import { credentialsText } from '../example/terminal.ts'
import type { Life } from './life.ts'
import type { Progress } from './progress-page.ts'
import { serve } from './serve.ts'

/** The way in for whoever wants to see it work: an example institution, on this machine alone. */
export const startOf = (modules: readonly Module[], terminal: readonly TerminalCommand[]): Life => ({
  name: 'start',
  summary: 'Serve, and on an empty data folder furnish an example institution first',
  usage: '',
  async run(config, _args, _options, out) {
    if (!isLoopback(config.host)) {
      out.error(`The example has printed passwords: it is only served on this machine, not on ${config.host}.`)
      return 1
    }
    return serve(config, { modules, terminal, worker: true, before: furnishIfEmpty }, out)
  },
})

const isLoopback = (host: string) => /^(127\.|::1$|localhost$)/.test(host)

/** Furnishes an empty house, keeps the accounts in a file that only this user reads, and says them. */
async function furnishIfEmpty(app: App, progress: Progress, out: Output): Promise<void> {
  const file = join(app.config.dataFolder, 'cuentas-de-ejemplo.txt')
  if (await codeToFound(app)) keepAccounts(app, file, await furnish(app, tellingTo(progress, out)))
  if (existsSync(file)) out.line(readFileSync(file, 'utf8'))
}

function keepAccounts({ config }: App, file: string, { credentials }: Stage): void {
  writeFileSync(file, `${credentialsText(credentials, config.baseUrl)}\n`, { mode: 0o600 })
  chmodSync(file, 0o600)
}

const tellingTo =
  (progress: Progress, out: Output): Telling =>
  (said, done, total) => {
    progress.said = total > 1 ? `${said} (${done + 1} de ${total})…` : `${said}…`
    out.progress(done, total, said)
  }

/** The example at the size of a real committee: it takes minutes, and a bar says how many. */
export const exampleOf = (modules: readonly Module[], terminal: readonly TerminalCommand[]): Life => ({
  name: 'example',
  summary: 'Furnish the example institution in an empty house, with the load of a real committee if asked',
  usage: '[--scale N]',
  options: { scale: { type: 'string', summary: '1 is 1,904 requests and 11,448 files over 144 days' } },
  async run(config, _args, options, out) {
    const scale = Number(options['scale'] ?? 0)
    if (!(scale >= 0 && scale <= 100)) {
      out.error('--scale takes a number from 0 to 100')
      return 2
    }
    const file = join(config.dataFolder, 'cuentas-de-ejemplo.txt')
    let empty = true
    const before = async (app: App, progress: Progress) => {
      empty = (await codeToFound(app)) !== undefined
      if (!empty) return
      const tell = tellingTo(progress, out)
      const stage = await furnish(app, tell)
      keepAccounts(app, file, stage)
      if (scale > 0) await furnishLoad(app, stage, scale, tell)
    }
    const code = await serve(config, { modules, terminal, worker: false, before, once: true }, out)
    if (!empty) out.error('This house is already furnished: the example goes into an empty one.')
    return empty ? code : 1
  },
})
