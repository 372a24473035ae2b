import { sql, type Transaction } from 'kysely'
import { type Actor, holds } from './actor.ts'
import type { App } from './app.ts'
import type { Command, Event, Later, Work } from './command.ts'
import { type Announcement, appendEntry, eraseCommitments } from './ledger.ts'
import { recallReceipt, rememberReceipt } from './receipts.ts'
import { Refusal } from './refusal.ts'
import { forbidden, invalid } from './refusals.ts'
import type { KernelTables } from './tables.ts'

export interface Knock {
  /** A retry key: the same key and input are answered as the first time, and done once. */
  readonly key?: string
  /** The ledger entry that caused this one, for reactions. */
  readonly cause?: number
  /** Runs in the same transaction after the command: how a job is marked as done. */
  readonly within?: (transaction: Transaction<KernelTables>) => Promise<unknown>
}
interface Queued {
  readonly name: string
  readonly input: unknown
  readonly at: Date | undefined
}

/** The only door through which anything changes: permit, parse, run, queue, record, ring; one transaction. */
export async function perform<Tables, Input, Output>(
  app: App,
  command: Command<Tables, Input, Output>,
  actor: Actor,
  raw: unknown,
  knock: Knock = {},
): Promise<Output> {
  try {
    return await admitted(app, command, actor, raw, knock)
  } catch (error) {
    // Out here the transaction is already rolled back: what it refused is counted all the same.
    if (error instanceof Refusal && error.kind === 'forbidden') {
      await app.security.record('denied', actor.id, command.name)
    }
    throw error
  }
}

async function admitted<Tables, Input, Output>(
  app: App,
  command: Command<Tables, Input, Output>,
  actor: Actor,
  raw: unknown,
  knock: Knock,
): Promise<Output> {
  if (!holds(actor, command.grant)) throw forbidden(command.grant)
  const parsed = command.input.safeParse(raw)
  if (!parsed.success) throw invalid(parsed.error.issues)

  const { output, announced } = await unlessDisturbed(() =>
    app.db.transaction().execute(async (transaction) => {
      const answered =
        knock.key && (await recallReceipt(transaction, knock.key, command, actor, parsed.data, app.keys.pepper))
      if (answered) return { output: answered.output as Output, announced: undefined }

      const { work, announced, queued, acted } = workIn(app, transaction, actor)
      const output = await command.run(work as Work<Tables>, parsed.data)
      // A command that announced, asked, numbered and forgot nothing found nothing to do: nothing is recorded.
      if (!acted()) {
        if (knock.key) await rememberReceipt(transaction, knock.key, command.shownOnce ? {} : output)
        await knock.within?.(transaction)
        return { output, announced: undefined }
      }
      const entry = await appendEntry(
        transaction,
        command,
        work.now,
        actor,
        parsed.data,
        output,
        announced,
        knock.cause,
      )
      for (const { event, data } of announced) {
        for (const name of app.reactionsTo(event)) queued.push({ name, input: data, at: undefined })
      }
      for (const job of queued) await app.jobs.send(transaction, { ...job, cause: entry })
      if (knock.key) await rememberReceipt(transaction, knock.key, command.shownOnce ? {} : output)
      await knock.within?.(transaction)
      return { output, announced }
    }),
  )
  if (announced) {
    app.versions.committed(moduleOf(command.name))
    app.bell.ring(['ledger', ...announced.flatMap(({ topics }) => topics)])
  }
  return output
}

export const moduleOf = (command: string) => command.slice(0, command.indexOf('.'))

function workIn(app: App, transaction: Transaction<KernelTables>, actor: Actor) {
  const announced: Announcement[] = []
  const queued: Queued[] = []
  let acts = 0
  const work = {
    db: transaction as never,
    read: transaction as never,
    tables: () => transaction as never,
    actor,
    now: app.clock(),
    announce<Data>(event: Event<Data>, data: Data) {
      acts++
      announced.push({ event: event.name, topics: event.topics(data), data })
    },
    later<Input>(job: Later<Input>, input: Input, at?: Date) {
      acts++
      queued.push({ name: job.name, input, at })
    },
    next(series: string) {
      acts++
      return nextOf(transaction, series)
    },
    forget(subject: string) {
      acts++
      return eraseCommitments(transaction, subject)
    },
  }
  return { work: work as Work<unknown>, announced, queued, acted: () => acts > 0 }
}

async function nextOf(transaction: Transaction<KernelTables>, series: string): Promise<number> {
  // By hand: the builder cannot add to the value that stands.
  const { value } = await transaction
    .insertInto('kernel.counter')
    .values({ series, value: 1 })
    .onConflict((conflict) => conflict.column('series').doUpdateSet({ value: sql`kernel.counter.value + 1` }))
    .returning('value')
    .executeTakeFirstOrThrow()
  return value
}

/** Serialization failures and deadlocks are the database asking us to knock again. */
async function unlessDisturbed<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt()
    } catch (error) {
      const { code } = error as { code?: string }
      if (tries >= 4 || (code !== '40001' && code !== '40P01')) throw error
    }
  }
}
