import { en as words } from '../words.en.ts'
import type { TerminalWords } from './terminal.es.ts'

const reasons: Readonly<{ [Reason in string]?: string }> = words.withdrawalReasons
const documents = (count: number) => (count === 1 ? '1 document' : `${count.toLocaleString('en')} documents`)
const faults = (count: number) => (count === 1 ? '1 fault' : `${count.toLocaleString('en')} faults`)

export const en: TerminalWords = {
  importing: {
    summary: 'Bring in what an institution had published before: a folder of files and a sheet that describes them',
    usage: 'FOLDER --sheet FILE.csv [--apply] [--skip-bad] [--as MAIL] | undo BATCH…',
    sheet: 'CSV: titulo, area, seccion, fecha, archivos, and if known resumen, motivo, fundamento, revision, direccion',
    apply: 'Bring them in; without it, only say what would happen',
    skipBad: 'Leave out the lines with faults instead of stopping',
    as: 'Act as this account, with its grants and no more',
    noFile: (path) => `No such file: ${path}`,
    noSheet: 'Say which sheet with --sheet.',
    noAccount: (email) => `There is no account ${email}`,
    would: (ready, bad) =>
      `${documents(ready)} can come in; ${faults(bad)}. Nothing was written. Add --apply to bring them in.`,
    label: 'documents',
    nothing: 'No documents came in.',
    brought: (count, batches) =>
      `${documents(count)} came in. To take ${count === 1 ? 'it' : 'them'} back: pregonero import undo ${batches}`,
    takenBack: (count) => `${documents(count)} ${count === 1 ? 'was' : 'were'} taken back.`,
  },
  record: {
    altered: (key, revision) => `${key}, revision ${revision}: its content is not the one that was frozen.`,
    unapproved: {
      published: (folio) => `${folio}: it was published without an approval that stood.`,
      carriedOut: (folio) => `${folio}: it was carried out without an approval that stood.`,
    },
    again: (name) => `${name}, again`,
    approval: (folio, at) => `${folio}, approval of ${at}`,
    approved({ by, fingerprint, samePerson, ruleSource, voidedAt }) {
      const alone = samePerson ? `, of their own content by ${ruleSource}` : ''
      return `${by} approved ${fingerprint}${alone}${voidedAt ? `, void since ${voidedAt}` : ''}`
    },
    edition: (key, number) => `${key}, edition ${number}`,
    published({ by, at, folio, fingerprint, edition, rollsBackTo, note, objected, supersededAt, endedAt }) {
      const back =
        rollsBackTo === null ? '' : `, back to ${rollsBackTo}: ${objected ? `${objected} was objected to` : note}`
      const until = `${supersededAt ? `, superseded ${supersededAt}` : ''}${endedAt ? `, taken back ${endedAt}` : ''}`
      return `${by} put ${fingerprint} live on ${at} by ${folio} as ${edition}${back}${until}`
    },
    withdrawal: (key, at) => `${key}, withdrawal of ${at}`,
    withdrawn({ by, reason, fingerprint, liftedAt }) {
      const why = reasons[reason]?.toLowerCase() ?? reason
      return `${by} took it down, ${why}, as ${fingerprint}${liftedAt ? `, lifted ${liftedAt}` : ', and it stands'}`
    },
    urgency: (folio) => `${folio}, urgency`,
    urgent({ by, at, ratifiedBy, ratifiedAt }) {
      const after = ratifiedBy ? `, ratified by ${ratifiedBy} on ${ratifiedAt}` : ', not ratified'
      return `${by} published urgently on ${at}${after}`
    },
    onlyLedger: (name, said) => `${name}: the ledger says that ${said}; the tables know nothing of it.`,
    onlyTables: (name, said) => `${name}: the tables say that ${said}; the ledger knows nothing of it.`,
    different: (name, ledger, tables) => `${name}: the ledger says that ${ledger}; the tables say that ${tables}.`,
  },
}
