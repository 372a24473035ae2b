import type { TerminalWords } from './terminal.es.ts'

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
  editionFault: (edition, what) => `Edition ${edition}: ${what}`,
  editionFaults: {
    altered: 'its content is not the one that was frozen.',
    lacks: (name) => `the library lacks ${name}.`,
    unwritten: 'the ledger does not say that it was published.',
    otherContent: 'the ledger says another content.',
    unapproved: 'nobody approved its content.',
  },
}
