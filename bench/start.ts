import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startHouse } from '../test/support/running.ts'

// How soon somebody sees a page: on an empty folder the progress page, then the furnished house; and the second time.

const folder = mkdtempSync(join(tmpdir(), 'pregonero-bench-'))
const rounds = [await timed(), await timed(), await timed()]
rmSync(folder, { recursive: true, force: true })
for (const [at, { answered, ready }] of rounds.entries()) {
  const what = at === 0 ? 'first start, furnishing an example' : 'start again'
  console.log(`${what}: first page in ${answered.toFixed(2)} s, ready in ${ready.toFixed(2)} s`)
}

async function timed(): Promise<{ answered: number; ready: number }> {
  const house = await startHouse({ folder })
  // SIGKILL leaves the folder: it is the next start's.
  await house.stop('SIGKILL')
  return { answered: house.answeredAfter / 1000, ready: house.readyAfter / 1000 }
}
