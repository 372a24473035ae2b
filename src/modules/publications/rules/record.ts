// What the tables say was decided, and what the ledger says, as statements that can be compared.

export interface ApprovalTold {
  readonly folio: string
  readonly by: string
  readonly at: string
  readonly fingerprint: string
  readonly samePerson: boolean
  readonly ruleSource: string
  voidedAt: string | null
}
export interface EditionTold {
  readonly key: string
  readonly edition: number
  readonly number: number
  readonly folio: string
  readonly by: string
  readonly at: string
  readonly fingerprint: string
  readonly rollsBackTo: number | null
  readonly note: string
  supersededAt: string | null
  endedAt: string | null
}
export interface WithdrawalTold {
  readonly key: string
  readonly by: string
  readonly at: string
  readonly reason: string
  readonly fingerprint: string
  liftedAt: string | null
}
export interface UrgencyTold {
  readonly folio: string
  readonly by: string
  readonly at: string
  ratifiedBy: string | null
  ratifiedAt: string | null
}

/** Everything that was decided about what readers see. */
export interface Decided {
  readonly approvals: ApprovalTold[]
  readonly editions: EditionTold[]
  readonly withdrawals: WithdrawalTold[]
  readonly urgencies: UrgencyTold[]
}

type Data = Readonly<{ [Name in string]?: unknown }>
export interface EntryTold {
  readonly at: string
  readonly actor: string
  readonly command: string
  readonly events: readonly (readonly [name: string, data: Data])[]
}

/** Where a reading of the ledger stands: what it made true so far, and what was wrong when it was written. */
interface Reading {
  readonly decided: Decided
  readonly faults: string[]
  readonly standing: Map<string, ApprovalTold>
  readonly urgent: Map<string, UrgencyTold>
  readonly editions: Map<number, EditionTold>
  readonly current: Map<number, EditionTold>
  readonly taken: Map<number, WithdrawalTold>
}

/** Reads the ledger from its first entry, in order, and keeps what each entry makes true. */
export function openRecord() {
  const reading: Reading = {
    ...{ decided: { approvals: [], editions: [], withdrawals: [], urgencies: [] }, faults: [], standing: new Map() },
    ...{ urgent: new Map(), editions: new Map(), current: new Map(), taken: new Map() },
  }
  return {
    decided: reading.decided,
    faults: reading.faults,
    read(entry: EntryTold): void {
      for (const [name, data] of entry.events) told[name]?.(reading, data, entry)
    },
  }
}

type Tell = (reading: Reading, data: Data, entry: EntryTold) => void

const approved: Tell = ({ decided, standing }, data, { actor, at }) => {
  const approval: ApprovalTold = {
    ...{ folio: text(data['folio']), by: actor, at, fingerprint: text(data['fingerprint']), voidedAt: null },
    ...{ samePerson: data['samePerson'] === true, ruleSource: text(data['ruleSource']) },
  }
  decided.approvals.push(approval)
  standing.set(approval.folio, approval)
}

const voided: Tell = ({ standing }, data, { at }) => {
  const approval = standing.get(text(data['folio']))
  if (approval) approval.voidedAt = at
  standing.delete(text(data['folio']))
}

const published: Tell = (reading, data, { actor, at }) => {
  const [folio, document] = [text(data['folio']), Number(data['document'])]
  lift(reading, document, at)
  const rollsBackTo = typeof data['rollsBackTo'] === 'number' ? data['rollsBackTo'] : null
  put(reading, document, {
    ...{ key: text(data['key']), edition: Number(data['edition']), number: Number(data['number']), folio },
    ...{ by: actor, at, fingerprint: text(data['fingerprint']), rollsBackTo, note: text(data['note']) },
    ...{ supersededAt: null, endedAt: null },
  })
  if (data['urgent'] === true) {
    const urgency: UrgencyTold = { folio, by: actor, at, ratifiedBy: null, ratifiedAt: null }
    reading.decided.urgencies.push(urgency)
    reading.urgent.set(folio, urgency)
  } else if (rollsBackTo === null) needApproval(reading, folio, data['fingerprint'], 'it was published')
}

const superseded: Tell = ({ editions }, data, { at }) => {
  const edition = editions.get(Number(data['edition']))
  if (edition) edition.supersededAt = at
}

const ratified: Tell = ({ urgent }, data, { actor, at }) => {
  const urgency = urgent.get(text(data['folio']))
  if (urgency) Object.assign(urgency, { ratifiedBy: actor, ratifiedAt: at })
}

const withdrawn: Tell = (reading, data, { actor, at, command }) => {
  const [folio, document] = [text(data['folio']), Number(data['document'])]
  lift(reading, document, at)
  const withdrawal: WithdrawalTold = {
    ...{ key: text(data['key']), by: actor, at, reason: text(data['reason']) },
    ...{ fingerprint: text(data['fingerprint']), liftedAt: null },
  }
  reading.decided.withdrawals.push(withdrawal)
  reading.taken.set(document, withdrawal)
  if (/publish-(document|scheduled)$/.test(command))
    needApproval(reading, folio, data['fingerprint'], 'it was carried out')
}

const imported: Tell = (reading, data, { actor }) => {
  for (const each of data['contents'] as readonly Data[]) {
    put(reading, Number(each['document']), {
      ...{ key: text(each['key']), edition: Number(each['edition']), number: 1, folio: text(each['folio']) },
      ...{ by: actor, at: text(each['publishedAt']), fingerprint: text(each['fingerprint']) },
      ...{ rollsBackTo: null, note: '', supersededAt: null, endedAt: null },
    })
  }
}

const undone: Tell = ({ current }, data, { at }) => {
  for (const document of data['documents'] as readonly number[]) {
    const edition = current.get(document)
    if (edition) edition.endedAt = at
  }
}

const told: { readonly [Event in string]?: Tell } = {
  'publications.request-approved': approved,
  'publications.approval-voided': voided,
  'publications.document-published': published,
  'publications.document-superseded': superseded,
  'publications.publication-ratified': ratified,
  'publications.document-withdrawn': withdrawn,
  'publications.documents-imported': imported,
  'publications.import-undone': undone,
}

function lift({ taken }: Reading, document: number, at: string): void {
  const withdrawal = taken.get(document)
  if (withdrawal) withdrawal.liftedAt = at
  taken.delete(document)
}

function put({ decided, editions, current }: Reading, document: number, edition: EditionTold): void {
  decided.editions.push(edition)
  editions.set(edition.edition, edition)
  current.set(document, edition)
}

/** What an approval lets pass: by it nothing goes live, or comes down, unless one stood for exactly that. */
function needApproval({ standing, faults }: Reading, folio: string, fingerprint: unknown, what: string): void {
  if (standing.get(folio)?.fingerprint !== fingerprint) faults.push(`${folio}: ${what} without an approval that stood.`)
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A name, and the sentence that says what is so: two records agree when they say the same of the same names. */
type Statements = ReadonlyMap<string, string>

export function statementsOf({ approvals, editions, withdrawals, urgencies }: Decided): Statements {
  const said = new Map<string, string>()
  /** A second row of the same name is another statement, and never hides the first. */
  const say = (name: string, sentence: string): unknown =>
    said.has(name) ? say(`${name}, again`, sentence) : said.set(name, sentence)
  for (const { folio, at, by, fingerprint, samePerson, ruleSource, voidedAt } of approvals) {
    const alone = samePerson ? `, of their own content by ${ruleSource}` : ''
    const until = voidedAt ? `, void since ${voidedAt}` : ''
    say(`${folio}, approval of ${at}`, `${by} approved ${fingerprint}${alone}${until}`)
  }
  for (const edition of editions) {
    const { by, at, folio, fingerprint, rollsBackTo, note, supersededAt, endedAt } = edition
    const back = rollsBackTo === null ? '' : `, back to ${rollsBackTo}: ${note}`
    const until = `${supersededAt ? `, superseded ${supersededAt}` : ''}${endedAt ? `, taken back ${endedAt}` : ''}`
    say(
      `${edition.key}, edition ${edition.number}`,
      `${by} put ${fingerprint} live on ${at} by ${folio} as ${edition.edition}${back}${until}`,
    )
  }
  for (const { key, at, by, reason, fingerprint, liftedAt } of withdrawals) {
    const until = liftedAt ? `, lifted ${liftedAt}` : ', and it stands'
    say(`${key}, withdrawal of ${at}`, `${by} took it down, ${reason}, as ${fingerprint}${until}`)
  }
  for (const { folio, at, by, ratifiedBy, ratifiedAt } of urgencies) {
    const after = ratifiedBy ? `, ratified by ${ratifiedBy} on ${ratifiedAt}` : ', not ratified'
    say(`${folio}, urgency`, `${by} published urgently on ${at}${after}`)
  }
  return said
}

/** Where the tables and the ledger do not say the same, a sentence each. */
export function* differencesOf(tables: Statements, ledger: Statements): Generator<string> {
  for (const [name, sentence] of ledger) {
    const found = tables.get(name)
    if (found === undefined) yield `${name}: the ledger says that ${sentence}; the tables know nothing of it.`
    else if (found !== sentence) yield `${name}: the ledger says that ${sentence}; the tables say that ${found}.`
  }
  for (const [name, sentence] of tables) {
    if (!ledger.has(name)) yield `${name}: the tables say that ${sentence}; the ledger knows nothing of it.`
  }
}
