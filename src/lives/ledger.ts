import { readFileSync } from 'node:fs'
import type { App } from '#kernel/app'
import { lastCheckpoint, verifyLedger } from '#kernel/ledger-proof'
import { sequence } from '#kernel/sequencer'
import type { ExitCode, Output, TerminalCommand } from '#kernel/terminal'

/** What is wrong is printed line by line; a ledger with a hundred thousand faults needs no list of them. */
const mostFaults = 200

export const ledger: TerminalCommand = {
  name: 'ledger',
  summary: 'Verify the ledger against everything that it speaks of, or print its signed checkpoint',
  usage: 'verify [--against FILE] | checkpoint',
  options: {
    against: { type: 'string', summary: 'A checkpoint kept outside: finds a history rewritten and signed anew' },
  },
  async run(app, [what], options, out) {
    await sequence(app)
    if (what === 'checkpoint') return printCheckpoint(app, out)
    if (what !== 'verify') {
      out.error('ledger verify, or ledger checkpoint')
      return 2
    }
    const { against } = options
    const note = typeof against === 'string' ? readFileSync(against, 'utf8') : undefined
    const faults: string[] = []
    for await (const fault of faultsOf(app, note)) {
      if (faults.length < mostFaults) out.error(fault)
      faults.push(fault)
    }
    const checkpoint = await lastCheckpoint(app.db)
    const size = checkpoint?.size ?? 0
    const root = Buffer.from(checkpoint?.root ?? []).toString('hex')
    out.data({ entries: size, root, faults }, () =>
      faults.length === 0 ? `${size} entries agree. Root ${root}` : `${faults.length} faults in ${size} entries.`,
    )
    return faults.length === 0 ? 0 : 1
  },
}

/** The tree itself, then what each module keeps: files, published editions, approvals. */
async function* faultsOf(app: App, against: string | undefined): AsyncGenerator<string> {
  yield* verifyLedger(app, against)
  for (const module of app.modules) if (module.verify) yield* module.verify(app)
}

async function printCheckpoint(app: App, out: Output): Promise<ExitCode> {
  const checkpoint = await lastCheckpoint(app.db)
  if (!checkpoint) {
    out.error('The ledger is empty: nothing was signed yet.')
    return 1
  }
  out.data({ note: checkpoint.note }, () => checkpoint.note)
  return 0
}
