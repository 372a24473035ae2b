import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeToFound } from '#commons/identity'
import type { App } from '#kernel/app'
import type { Module } from '#kernel/module'
import type { Output, TerminalCommand } from '#kernel/terminal'
import { furnish } from '../example/furnish.ts'
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

async function furnishIfEmpty(app: App, progress: Progress, out: Output): Promise<void> {
  const file = join(app.config.dataFolder, 'cuentas-de-ejemplo.txt')
  if (await codeToFound(app)) {
    const credentials = await furnish(app, (said, done, total) => {
      progress.said = total > 1 ? `${said} (${done + 1} de ${total})…` : `${said}…`
      out.progress(done, total, said)
    })
    writeFileSync(file, `${credentialsText(credentials, app.config.baseUrl)}\n`, { mode: 0o600 })
    chmodSync(file, 0o600)
  }
  if (existsSync(file)) out.line(readFileSync(file, 'utf8'))
}
