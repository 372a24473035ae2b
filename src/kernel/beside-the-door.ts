import type { App } from './app.ts'
import type { Errand } from './command.ts'

/**
 * Queues an errand that nobody of the house decided: what strangers ask of it, as often as they like, leaves nothing in
 * the ledger. The errand decides; what comes of it passes the door.
 */
export const queueErrand = <Input>(app: App, { name }: Errand<Input, App>, input: Input): Promise<void> =>
  app.db.transaction().execute((transaction) => app.jobs.send(transaction, { name, input }))
