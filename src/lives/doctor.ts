import { statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { App } from '#kernel/app'
import { lastCheckpoint } from '#kernel/ledger-proof'
import { bytes } from '#kernel/pure/numbers'
import type { TerminalCommand } from '#kernel/terminal'
import type { Said } from '#kernel/words'
import { proxyFault } from './proxies.ts'
import type { LivesWords } from './words.es.ts'
import { say, words } from './words.ts'

interface Finding {
  readonly what: keyof LivesWords['doctor']['parts']
  readonly state: 'well' | 'look' | 'bad'
  readonly said: Said
}

const told = (pick: (words: LivesWords['doctor']) => string): Said => say(({ doctor }) => pick(doctor))
const plain = (text: string): Said => ({ es: text, en: text })

const leastFreeBytes = 2_000_000_000
const lateSealMilliseconds = 60_000

/** What an operator would look at first, in one line each; the code is 1 if anything is bad. */
export const doctor: TerminalCommand = {
  name: 'doctor',
  summary: say(({ doctor }) => doctor.summary),
  usage: { es: '', en: '' },
  async run(app, _args, _options, out) {
    const findings = await Promise.all([
      database(app),
      disk(app),
      secrets(app),
      mail(app),
      queue(app),
      ledger(app),
      address(app),
      proxies(app),
    ])
    const { states, parts } = words[out.locale].doctor
    out.data(
      findings.map((finding) => ({ ...finding, said: finding.said[out.locale] })),
      () =>
        findings
          .map(({ what, state, said }) => `${states[state].padEnd(5)} ${parts[what].padEnd(9)} ${said[out.locale]}`)
          .join('\n'),
    )
    return findings.some(({ state }) => state === 'bad') ? 1 : 0
  },
}

async function database(app: App): Promise<Finding> {
  // By hand: a question to the database itself.
  const { rows } = await sql<{ version: string }>`show server_version`.execute(app.db)
  const version = Object.values(rows[0] ?? {})[0] ?? ''
  return app.engine === 'pglite'
    ? { what: 'database', state: 'look', said: told((said) => said.embedded(version)) }
    : { what: 'database', state: 'well', said: plain(`PostgreSQL ${version}`) }
}

async function disk(app: App): Promise<Finding> {
  const { bavail, bsize } = await statfs(app.config.dataFolder)
  const free = bavail * bsize
  return {
    what: 'disk',
    state: free < leastFreeBytes ? 'bad' : 'well',
    said: told((said) => said.free(bytes(free), app.config.dataFolder)),
  }
}

async function secrets(app: App): Promise<Finding> {
  const mode = statSync(join(app.config.dataFolder, 'secrets.json')).mode & 0o777
  return mode === 0o600
    ? { what: 'secrets', state: 'well', said: told((said) => said.secretsKept) }
    : { what: 'secrets', state: 'bad', said: told((said) => said.secretsOpen(mode.toString(8))) }
}

async function mail(app: App): Promise<Finding> {
  return app.mail.kind === 'smtp'
    ? { what: 'mail', state: 'well', said: told((said) => said.smtp) }
    : { what: 'mail', state: 'look', said: told((said) => said.lettersWait) }
}

async function queue(app: App): Promise<Finding> {
  const { due, failed } = await app.jobs.waiting()
  return { what: 'queue', state: failed > 0 ? 'look' : 'well', said: told((said) => said.queue(due, failed)) }
}

async function ledger(app: App): Promise<Finding> {
  const late = await app.db
    .selectFrom('kernel.entry')
    .select('at')
    .where('position', 'is', null)
    .where('at', '<', new Date(app.clock().getTime() - lateSealMilliseconds))
    .limit(1)
    .executeTakeFirst()
  const checkpoint = await lastCheckpoint(app.db)
  return late
    ? { what: 'ledger', state: 'look', said: told((said) => said.unsealed) }
    : { what: 'ledger', state: 'well', said: told((said) => said.sealed(checkpoint?.size ?? 0)) }
}

async function address(app: App): Promise<Finding> {
  const { baseUrl } = app.config
  return baseUrl.startsWith('https:')
    ? { what: 'address', state: 'well', said: plain(baseUrl) }
    : { what: 'address', state: 'look', said: told((said) => said.withoutTls(baseUrl)) }
}

async function proxies(app: App): Promise<Finding> {
  const fault = await proxyFault(app)
  return fault
    ? { what: 'proxies', state: 'look', said: fault }
    : { what: 'proxies', state: 'well', said: told((said) => said.proxies(app.config.trustedProxies)) }
}
