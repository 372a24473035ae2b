import type { App } from './app.ts'
import type { Job } from './jobs.ts'
import { type Knock, perform } from './perform.ts'
import { Refusal } from './refusal.ts'

/** How long an idle worker sleeps when no bell wakes it. */
const idleMilliseconds = 1_000

/** Does what is due, until none is: how tests, the terminal and the worker all work. Answers how many were done. */
export async function workOff(app: App, limit = Number.POSITIVE_INFINITY): Promise<number> {
  for (let done = 0; ; ) {
    const jobs = await app.jobs.take(Math.min(10, limit - done))
    for (const job of jobs) await work(app, job)
    done += jobs.length
    if (jobs.length === 0 || done >= limit) return done
  }
}

async function work(app: App, job: Job): Promise<void> {
  const { name, input, cause } = job
  const command = app.commands.get(name)
  const errand = app.errands.get(name)
  try {
    if (command) {
      const within: Knock['within'] = (transaction) => app.jobs.done(job, transaction)
      await perform(app, command, app.steward, input, { within, ...(cause ? { cause } : {}) })
    } else if (errand) {
      await errand.run(app as never, input as never)
      await app.jobs.done(job)
    } else {
      await app.jobs.failed(job, `Nothing in the house is called ${name}.`)
    }
  } catch (error) {
    // The law's answer will not change by asking again: it is written down, and not retried.
    if (error instanceof Refusal) {
      app.log.warn({ job: name, refusal: error.message, reasons: error.reasons.map(({ said }) => said.en) }, 'refused')
      await app.jobs.done(job)
      return
    }
    app.log.error({ job: name, err: error }, 'job failed')
    await app.jobs.failed(job, error instanceof Error ? error.message : String(error))
  }
}

/** Works until told to stop; then finishes the job in hand. */
export function startWorker(app: App): { stop(): Promise<void> } {
  let stopping = false
  let wake = () => {}
  const unlisten = app.bell.listen(() => wake())
  const running = (async () => {
    while (!stopping) {
      const done = await workOff(app, 50).catch((error) => {
        app.log.error({ err: error }, 'worker')
        return 0
      })
      if (done > 0 || stopping) continue
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, idleMilliseconds)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  })()
  return {
    async stop() {
      stopping = true
      unlisten()
      wake()
      await running
    },
  }
}
