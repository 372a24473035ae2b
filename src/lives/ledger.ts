import { existsSync, readFileSync } from 'node:fs'
import type { App } from '#kernel/app'
import { lastCheckpoint, verifyLedger } from '#kernel/ledger-proof'
import { sequence } from '#kernel/sequencer'
import type { ExitCode, Output, TerminalCommand } from '#kernel/terminal'
import type { Said } from '#kernel/words'
import { say, words } from './words.ts'

/** What is wrong is printed line by line; a ledger with a hundred thousand faults needs no list of them. */
const mostFaults = 200

export const ledger: TerminalCommand = {
  name: 'ledger',
  summary: say(({ ledger }) => ledger.summary),
  usage: say(({ ledger }) => ledger.usage),
  options: {
    against: { type: 'string', summary: say(({ ledger }) => ledger.against) },
  },
  async run(app, [what], options, out) {
    const said = words[out.locale].ledger
    await sequence(app)
    if (what === 'checkpoint') return printCheckpoint(app, out)
    if (what !== 'verify') {
      out.error(`pregonero ledger ${said.usage}`)
      return 2
    }
    const { against } = options
    if (typeof against === 'string' && !existsSync(against)) {
      out.error(words[out.locale].noFile(against))
      return 1
    }
    const note = typeof against === 'string' ? readFileSync(against, 'utf8') : undefined
    const faults: string[] = []
    for await (const fault of faultsOf(app, note)) {
      if (faults.length < mostFaults) out.error(fault[out.locale])
      faults.push(fault[out.locale])
    }
    const checkpoint = await lastCheckpoint(app.db)
    const size = checkpoint?.size ?? 0
    const root = Buffer.from(checkpoint?.root ?? []).toString('hex')
    out.data({ entries: size, root, faults }, () =>
      faults.length === 0 ? said.agree(size, root) : said.faults(faults.length, size),
    )
    return faults.length === 0 ? 0 : 1
  },
}

/** The tree itself, then what each module keeps: files, published editions, approvals. */
async function* faultsOf(app: App, against: string | undefined): AsyncGenerator<Said> {
  yield* verifyLedger(app, against)
  for (const module of app.modules) if (module.verify) yield* module.verify(app)
}

async function printCheckpoint(app: App, out: Output): Promise<ExitCode> {
  const checkpoint = await lastCheckpoint(app.db)
  if (!checkpoint) {
    out.error(words[out.locale].ledger.empty)
    return 1
  }
  out.data({ note: checkpoint.note }, () => checkpoint.note)
  return 0
}
