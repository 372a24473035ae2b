import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeToFound } from '#commons/identity'
import type { App } from '#kernel/app'
import type { Configuration } from '#kernel/configuration'
import type { Module } from '#kernel/module'
import type { Output, TerminalCommand } from '#kernel/terminal'
import type { Locale } from '#kernel/words'
import { furnish, type Telling } from '../example/furnish.ts'
import type { Stage } from '../example/house.ts'
import { furnishLoad } from '../example/scale.ts'
import { credentialsText } from '../example/terminal.ts'
import type { Life } from './life.ts'
import type { Progress } from './progress-page.ts'
import { serve } from './serve.ts'
import { say, words } from './words.ts'

/** The way in for whoever wants to see it work: an example institution, on this machine alone. */
export const startOf = (modules: readonly Module[], terminal: readonly TerminalCommand[]): Life => ({
  name: 'start',
  summary: say(({ start }) => start.summary),
  usage: { es: '', en: '' },
  async run(config, _args, _options, out) {
    if (!isLoopback(config.host)) {
      out.error(words[out.locale].start.loopbackOnly(config.host))
      return 1
    }
    return serve(config, { modules, terminal, worker: true, before: furnishIfEmpty }, out)
  },
})

const isLoopback = (host: string) => /^(127\.|::1$|localhost$)/.test(host)

/** Furnishes an empty house, keeps the accounts in a file that only this user reads, and says them. */
async function furnishIfEmpty(app: App, progress: Progress, out: Output): Promise<void> {
  if (await codeToFound(app)) keepAccounts(app, await furnish(app, tellingTo(progress, out)), out.locale)
  sayAccounts(app.config, out)
}

const fileOf = ({ dataFolder }: Configuration) => join(dataFolder, 'cuentas-de-ejemplo.txt')

function keepAccounts({ config }: App, { credentials }: Stage, locale: Locale): void {
  const file = fileOf(config)
  const heading = words[locale].accountsOf(`${config.baseUrl}/entrar`)
  writeFileSync(file, `${credentialsText(credentials, heading)}\n`, { mode: 0o600 })
  chmodSync(file, 0o600)
}

function sayAccounts(config: Configuration, out: Output): void {
  const file = fileOf(config)
  if (existsSync(file)) out.line(`${readFileSync(file, 'utf8')}\n${words[out.locale].start.accountsAt(file)}`)
}

const tellingTo =
  (progress: Progress, out: Output): Telling =>
  (stage, done, total) => {
    const said = (locale: Locale) => words[locale].furnishing[stage]
    progress.said = total > 1 ? words.es.part(said('es'), done + 1, total) : `${said('es')}…`
    out.progress(done, total, said(out.locale))
  }

/** The example at the size of a real committee: it takes minutes, and a bar says how many. */
export const exampleOf = (modules: readonly Module[], terminal: readonly TerminalCommand[]): Life => ({
  name: 'example',
  summary: say(({ example }) => example.summary),
  usage: { es: '[--scale N]', en: '[--scale N]' },
  options: { scale: { type: 'string', summary: say(({ example }) => example.scale) } },
  async run(config, _args, options, out) {
    const scale = Number(options['scale'] ?? 0)
    if (!(scale >= 0 && scale <= 100)) {
      out.error(words[out.locale].example.badScale)
      return 2
    }
    let empty = true
    const before = async (app: App, progress: Progress) => {
      empty = (await codeToFound(app)) !== undefined
      if (!empty) return
      const tell = tellingTo(progress, out)
      const stage = await furnish(app, tell)
      keepAccounts(app, stage, out.locale)
      if (scale > 0) await furnishLoad(app, stage, scale, tell)
    }
    const code = await serve(config, { modules, terminal, worker: false, before, once: true }, out)
    if (empty && code === 0) sayAccounts(config, out)
    if (!empty) out.error(words[out.locale].example.furnished)
    return empty ? code : 1
  },
})
