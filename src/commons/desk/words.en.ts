import type { DeskWords } from './words.es.ts'

export const en: DeskWords = {
  today: 'Today',
  waiting: (count) =>
    count === 0
      ? 'Nothing waits for your decision'
      : count === 1
        ? 'One matter waits for your decision'
        : `${count} matters wait for your decision`,
  start: 'Start with the most urgent',
  waitsForMe: 'Waiting for me',
  nothingWaits: 'When something needs you it will show here, the most urgent first.',
  changed: 'Changed since yesterday',
  ownChanges: 'What you did since yesterday',
  nothingChanged: 'Nothing has changed since yesterday.',
  allEntries: 'See the ledger',
  due: (when) => `Due ${when}`,
  overdue: (when) => `Was due ${when}`,
  ledger: 'Ledger',
  ledgerBelow:
    'Each decision is an entry that no longer changes. The signed root lets anyone check that nothing was removed or rewritten.',
  entry: (id) => `Entry ${id}`,
  entryNumber: 'Entry',
  at: 'Date',
  who: 'Who',
  what: 'What',
  module: 'Module',
  position: 'Place in the tree',
  notYetPlaced: 'It is sealed in a moment',
  cause: 'Cause',
  older: 'Older',
  newest: 'The newest',
  filter: 'Filter',
  everyModule: 'Every module',
  leaf: 'Content of the entry',
  leafText: 'Canonical JSON (RFC 8785). Personal data stand as a commitment: their hash with 32 random bytes.',
  proof: 'Proof of inclusion',
  proofText:
    'With the content, this path and the signed root, the entry is checked without asking this house anything.',
  checkpoint: 'Signed root',
  checkpointText: 'Keep it somewhere else: it uncovers any history rewritten after it.',
  downloadCheckpoint: 'Download the signed root',
  publicKey: 'Public key of the signature',
  noEntries: 'The ledger is empty.',
  house: 'The house',
  catalogue: 'Components',
  api: 'Interface for programs',
  apiBelow: 'What a form does, a program does too, with the same grants, the same reasons and the same ledger.',
  apiSpecification: 'OpenAPI 3.1 description',
  apiToken: 'Send your token in the header Authorization: Bearer. It is made in “My account” and shown only once.',
  apiErrors: 'A refusal answers application/problem+json with all of its reasons (RFC 9457).',
  apiRetry: 'With Idempotency-Key, repeating a write does not do it twice.',
  apiPages: 'Lists give “next”: send it as “after” to go on.',
  grantNeeded: 'Grant',
  open: 'Open to everyone',
  operation: 'Operation',
  grantLedger: 'Read the ledger',
}
