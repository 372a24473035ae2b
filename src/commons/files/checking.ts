import { fileURLToPath } from 'node:url'
import type { App } from '#kernel/app'
import { type CheckRunner, openCheckRunner } from './checks/runner.ts'

const opened = new WeakMap<App, CheckRunner>()

/** One reviewer for each house, born with the first file that needs it and ended with the house. */
export function checkRunnerOf(app: App): CheckRunner {
  const { checkMemoryMegabytes, checkSeconds } = app.config
  const options = { memoryMegabytes: checkMemoryMegabytes, seconds: checkSeconds, entry }
  return opened.get(app) ?? bringCheckRunner(app, openCheckRunner(options))
}

/** The program of the child: from source it lies here, in the bundle beside the server. */
const entry = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? './checks/child.ts' : './checks-child.js', import.meta.url),
)

/** Gives a house its reviewer: a test brings one that counts. */
export function bringCheckRunner(app: App, runner: CheckRunner): CheckRunner {
  let closed = false
  const guarded: CheckRunner = {
    async run(path, context, checks) {
      const review = await runner.run(path, context, checks)
      // A child that died because the house closed says nothing of the file: the job will be done again.
      if (closed) throw new Error('The house closed while a file was being reviewed.')
      return review
    },
    async close() {
      closed = true
      await runner.close()
    },
  }
  opened.set(app, guarded)
  app.closing.push(() => guarded.close())
  return guarded
}
