import type { LivesWords } from './words.es.ts'

const number = (count: number) => count.toLocaleString('en')
const entries = (count: number) => (count === 1 ? '1 entry' : `${number(count)} entries`)
const files = (count: number) => (count === 1 ? '1 file' : `${number(count)} files`)

export const en: LivesWords = {
  motto: 'Pregonero: what a public institution publishes, from request to verified page.',
  helpMore: 'pregonero <command> --help says more.',
  noSuchLine: (name) => `${name}: no such command.`,
  json: 'Answer in JSON, one value a line',
  help: 'Show this help',
  unknownOption: (option) => `There is no option ${option}. --help shows those there are.`,
  wrongValue: (option) => `The option ${option} is not well written. --help shows how.`,
  notOpened: 'The line is not understood. --help shows how to write it.',
  noFile: (path) => `No such file: ${path}`,
  notBuilt: 'There is no build to run: npm run build.',
  serve: {
    summary: 'Serve the portal, the desk and the API, and do the work that waits',
    noWorker: 'Leave the work to other processes (pregonero work)',
    founding: (address, code) => `Nobody has an account yet. Found the house at ${address} with the code ${code}`,
    portTaken: (port) => `Port ${port} is taken by another program. Set PREGONERO_PORT to a free one.`,
    portForbidden: (port) => `This user may not listen on port ${port}. Set PREGONERO_PORT above 1023.`,
    notHeard: (place, why) => `Cannot listen on ${place}: ${why}`,
  },
  work: {
    summary: 'Only do the work that waits: for more hands beside “serve --no-worker” on PostgreSQL',
    working: 'Working. Ctrl+C ends after the job in hand.',
  },
  migrate: {
    summary: 'Bring the database up to date and say what was done',
    upToDate: 'The database is up to date.',
  },
  start: {
    summary: 'Serve, and on an empty data folder furnish an example institution first',
    loopbackOnly: (host) => `The example has printed passwords: it is only served on this machine, not on ${host}.`,
    accountsAt: (file) => `These accounts are kept in ${file}`,
  },
  example: {
    summary: 'Furnish the example institution in an empty house, with the load of a real one if asked',
    scale: '1 is 1,904 requests and 11,448 files over 144 days',
    badScale: '--scale takes a number from 0 to 100',
    furnished: 'This house already has accounts: the example goes into an empty one.',
  },
  furnishing: {
    founding: 'Founding the Instituto Electoral del Anáhuac',
    opening: 'Opening requests and uploading their files',
    checking: 'Checking the files',
    renewing: 'Renewing what changed',
    living: 'Living the life of each request',
    verifying: 'Verifying from outside what was published',
    load: 'Requests',
  },
  part: (what, at, total) => `${what} (${number(at)} of ${number(total)})…`,
  accountsOf: (address) => `Accounts of the example (${address}):`,
  backup: {
    summary: 'Write everything the house holds to one archive: tables, library, secrets. It can be restored anywhere',
    usage: 'FILE.tar',
    library: 'library',
    exists: (file) => `${file} is already there. A backup is never written over another: give another name or move it.`,
    noFolder: (folder) => `There is no folder ${folder}.`,
    done: (file, size) => `${file}: ${entries(size)} of the ledger.`,
  },
  restore: {
    summary: 'Put a backup back into an empty house, and prove that it is the same',
    usage: 'FILE.tar',
    houseThere: (folder) => `${folder} already has a house. A backup goes into an empty data folder.`,
    notBackup: (file) => `${file} is not a backup of Pregonero.`,
    otherVersion: (steps) => `The backup is of another version: ${steps}.`,
    lacksSteps: 'it lacks steps of this one',
    ledgerThere: 'This database already has a ledger. A backup goes into an empty one.',
    damaged: (name) => `${name} is damaged: its content has another hash.`,
    cut: (file) => `${file} was cut.`,
    otherRoot: (root, said) => `The root is ${root}, and the backup says ${said}.`,
    done: (size, count, root) => `${entries(size)} and ${files(count)} restored. Root ${root}`,
    notTheSame: 'It is not the same house.',
  },
  ledger: {
    summary: 'Verify the ledger against everything that it speaks of, or print its signed checkpoint',
    usage: 'verify [--against FILE] | checkpoint',
    against: 'A checkpoint kept outside: finds a history rewritten and signed anew',
    agree: (size, root) => (size === 1 ? `1 entry agrees. Root ${root}` : `${entries(size)} agree. Root ${root}`),
    faults: (count, size) => `${count === 1 ? '1 fault' : `${number(count)} faults`} in ${entries(size)}.`,
    empty: 'The ledger is empty: nothing was signed yet.',
  },
  run: {
    summary: 'Run one command of the house, by name; without a name, list them all',
    usage: '[<module.command>] [field=value …] [--input JSON|-] [--as MAIL]',
    input: 'The whole input as JSON, or - to read it from standard input',
    as: 'Act as this account, with its grants and no more',
    noCommand: (name) => `${name}: no such command. “pregonero run” lists them.`,
    noAccount: (email) => `There is no account ${email}`,
    fieldValue: (field) => `${field}: write field=value`,
    notJson: (why) => `The input is not JSON: ${why}`,
  },
  doctor: {
    summary: 'Look at the house as an operator would: database, disk, secrets, mail, queue, ledger',
    states: { well: 'well', look: 'look', bad: 'bad' },
    parts: {
      database: 'database',
      disk: 'disk',
      secrets: 'secrets',
      mail: 'mail',
      queue: 'queue',
      ledger: 'ledger',
      address: 'address',
      proxies: 'proxies',
    },
    embedded: (version) => `PGlite ${version}: for evaluation. Set DATABASE_URL for real work.`,
    free: (bytes, folder) => `${bytes} free in ${folder}`,
    secretsKept: 'Only this user reads them.',
    secretsOpen: (mode) => `Their mode is ${mode}: others may read them.`,
    smtp: 'Letters leave by SMTP.',
    lettersWait: 'Letters wait as files in the data folder. Set PREGONERO_SMTP_URL.',
    queue: (due, failed) => `${number(due)} due, ${number(failed)} gave up.`,
    unsealed: 'Entries wait for their place: is a server running?',
    sealed: (size) => `${entries(size)} sealed.`,
    withoutTls: (address) => `${address}: without TLS. Set PREGONERO_BASE_URL.`,
    proxies: (count) =>
      `${count === 1 ? '1 proxy is' : `${count} proxies are`} believed about where requests come from.`,
  },
  proxy: {
    tlsBefore:
      'TLS ends before the house, and no proxy is trusted: everybody shares its address, and failed sign-ins of one ' +
      'make all others wait. Set PREGONERO_TRUSTED_PROXIES.',
    strayHeader:
      'X-Forwarded-For came this week, and no proxy is trusted. If one stands in front, everybody shares its ' +
      'address, and failed sign-ins of one make all others wait. Set PREGONERO_TRUSTED_PROXIES.',
  },
}
