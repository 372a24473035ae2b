// What was decided about what readers see, as the ledger tells it.

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
  readonly objected: number | null
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

/** What went live, or came down, though no approval stood for it. */
export interface Unapproved {
  readonly folio: string
  readonly what: 'published' | 'carriedOut'
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
  readonly faults: Unapproved[]
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
    objected: typeof data['objected'] === 'number' ? data['objected'] : null,
    ...{ supersededAt: null, endedAt: null },
  })
  if (data['urgent'] === true) {
    const urgency: UrgencyTold = { folio, by: actor, at, ratifiedBy: null, ratifiedAt: null }
    reading.decided.urgencies.push(urgency)
    reading.urgent.set(folio, urgency)
  } else if (rollsBackTo === null) needApproval(reading, folio, data['fingerprint'], 'published')
}

const superseded: Tell = ({ editions }, data, { at }) => {
  const edition = editions.get(Number(data['edition']))
  if (edition) edition.supersededAt = at
}

const ratified: Tell = ({ urgent }, data, { actor, at }) => {
  const urgency = urgent.get(text(data['folio']))
  if (urgency) Object.assign(urgency, { ratifiedBy: actor, ratifiedAt: at })
}

/** Where readers see the former edition again, this one is no longer to be seen. */
const objected: Tell = ({ editions }, data, { at }) => {
  const edition = editions.get(Number(data['edition']))
  if (edition && typeof data['restored'] === 'number') edition.endedAt = at
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
  if (/publish-(document|scheduled)$/.test(command)) needApproval(reading, folio, data['fingerprint'], 'carriedOut')
}

const imported: Tell = (reading, data, { actor }) => {
  for (const each of data['contents'] as readonly Data[]) {
    put(reading, Number(each['document']), {
      ...{ key: text(each['key']), edition: Number(each['edition']), number: 1, folio: text(each['folio']) },
      ...{ by: actor, at: text(each['publishedAt']), fingerprint: text(each['fingerprint']) },
      ...{ rollsBackTo: null, note: '', objected: null, supersededAt: null, endedAt: null },
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
  'publications.publication-objected': objected,
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
function needApproval(
  { standing, faults }: Reading,
  folio: string,
  fingerprint: unknown,
  what: Unapproved['what'],
): void {
  if (standing.get(folio)?.fingerprint !== fingerprint) faults.push({ folio, what })
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
