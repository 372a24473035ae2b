import { createHash, randomBytes } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import type { Actor } from './actor.ts'
import type { Command } from './command.ts'
import type { Database, Reading } from './database.ts'
import { canonicalJson } from './pure/canonical-json.ts'
import type { KernelTables } from './tables.ts'

export interface Announcement {
  readonly event: string
  readonly topics: readonly string[]
  readonly data: unknown
}

/** One entry as it was written: RFC 8785 JSON, the leaf of the tree. */
export interface Leaf {
  readonly v: 1
  readonly at: string
  readonly actor: string
  readonly through?: string
  readonly command: string
  readonly input: Readonly<Record<string, unknown>>
  readonly events: readonly (readonly [name: string, data: Readonly<Record<string, unknown>>])[]
  readonly cause?: number
}
export interface Entry extends Leaf {
  readonly id: number
  readonly position: number | null
}

/** All that the ledger asks of a command. */
type Recorded<Input, Output> = Pick<Command<never, Input, Output>, 'name' | 'secret' | 'personal'>

/** Who signs an entry: the token that spoke, else the account itself. */
export const signerOf = ({ actor, through }: Pick<Leaf, 'actor' | 'through'>): string => through ?? actor

export const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

/** RFC 6962, 2.1: the hash of a leaf is that of a zero byte and the leaf. */
export const hashOfLeaf = (leaf: string): Uint8Array => createHash('sha256').update('\0').update(leaf, 'utf8').digest()

/** Writes the leaf in the caller's transaction, without touching the tree: writers never queue on its tip. */
export async function appendEntry<Input, Output>(
  transaction: Transaction<KernelTables>,
  command: Recorded<Input, Output>,
  now: Date,
  actor: Actor,
  input: Input,
  output: Output,
  announced: readonly Announcement[],
  cause: number | undefined,
): Promise<number> {
  const { shown, commitments } = redacted(command, input)
  const leaf: Leaf = {
    v: 1,
    at: now.toISOString(),
    actor: actor.id,
    ...(actor.through === undefined ? {} : { through: actor.through }),
    command: command.name,
    input: plain(shown) as Leaf['input'],
    events: announced.map(({ event, data }) => [event, plain(data) as Leaf['input']] as const),
    ...(cause === undefined ? {} : { cause }),
  }
  const text = canonicalJson(leaf)
  const topics = [...new Set(announced.flatMap((announcement) => announcement.topics))]
  const module = command.name.slice(0, command.name.indexOf('.'))
  // By hand: one statement, one round trip, for it is on the path of every write.
  const { rows } = await sql<{ id: number }>`
    with entry as (
      insert into kernel.entry (at, module, command, actor, leaf, hash)
      values (${now}, ${module}, ${command.name}, ${actor.id}, ${text}, ${hashOfLeaf(text)}) returning id
    ), topics as (
      insert into kernel.entry_topic (topic, entry_id) select topic, entry.id from unnest(${topics}::text[]) topic, entry
    )
    select id from entry`.execute(transaction)
  const id = rows[0]?.id as number
  const subject = command.personal?.subject(input, output) ?? ''
  for (const { field, salt } of commitments) {
    await transaction.insertInto('kernel.commitment').values({ entry_id: id, field, subject, salt }).execute()
  }
  return id
}

/** A plain digest of a telephone number can be guessed; with 32 random bytes it cannot, and they can be erased. */
export const commitmentOf = (salt: Uint8Array, value: unknown): string =>
  createHash('sha256')
    .update(salt)
    .update(canonicalJson(plain(value)))
    .digest('hex')

function redacted<Input, Output>(command: Recorded<Input, Output>, input: Input) {
  const shown: Record<string, unknown> = { ...(input as Record<string, unknown>) }
  for (const field of command.secret ?? []) delete shown[field]
  const commitments: { field: string; salt: Uint8Array }[] = []
  for (const field of command.personal?.fields ?? []) {
    if (shown[field] === undefined) continue
    const salt = randomBytes(32)
    shown[field] = { commitment: commitmentOf(salt, shown[field]) }
    commitments.push({ field, salt })
  }
  return { shown, commitments }
}

/** What JSON would say of a value: dates as text, absences left out. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? {}))

export async function eraseCommitments(transaction: Transaction<KernelTables>, subject: string): Promise<void> {
  await transaction.deleteFrom('kernel.commitment').where('subject', '=', subject).execute()
}

/** The history of a record, newest first: every entry that announced something under the topic. */
export async function historyOf(
  db: Reading<KernelTables> | Database<KernelTables>,
  topic: string,
  limit = 50,
  before?: number,
): Promise<Entry[]> {
  let query = db
    .selectFrom('kernel.entry_topic')
    .innerJoin('kernel.entry', 'kernel.entry.id', 'kernel.entry_topic.entry_id')
    .select(['kernel.entry.id', 'kernel.entry.leaf', 'kernel.entry.position'])
    .where('kernel.entry_topic.topic', '=', topic)
    .orderBy('kernel.entry_topic.entry_id', 'desc')
    .limit(limit)
  if (before) query = query.where('kernel.entry_topic.entry_id', '<', before)
  return (await query.execute()).map(({ id, leaf, position }) => ({ ...(JSON.parse(leaf) as Leaf), id, position }))
}
