import type { Issue } from './command.ts'
import { count as written } from './pure/numbers.ts'
import type { KernelWords } from './words.es.ts'

const entries = (count: number) => (count === 1 ? '1 entry' : `${written(count)} entries`)

type Detail = Issue & { minimum?: number; maximum?: number; origin?: string; format?: string; input?: unknown }

function issue(raw: Issue): string {
  const { code, minimum, maximum, origin, format, input, message } = raw as Detail
  const own = messages[message]
  if (own) return own
  if (code === 'invalid_type' && (input === undefined || input === null)) return 'This is missing.'
  if (code === 'too_small' && origin === 'string')
    return minimum === 1 ? 'This is missing.' : `Write at least ${written(minimum ?? 0)} characters.`
  if (code === 'too_small' && origin === 'array')
    return minimum === 1 ? 'Choose at least one.' : `Choose at least ${minimum}.`
  if (code === 'too_small') return `The smallest value is ${minimum}.`
  if (code === 'too_big' && origin === 'string')
    return maximum === 1 ? 'Write a single character.' : `Write ${written(maximum ?? 0)} characters or fewer.`
  if (code === 'too_big' && origin === 'array') return `Choose ${maximum} or fewer.`
  if (code === 'too_big') return `The largest value is ${maximum}.`
  if (code === 'invalid_value')
    return input === undefined || input === '' ? 'Choose an option.' : 'That option does not exist.'
  if (code === 'invalid_format' && format === 'email') return 'Write a whole address, for example ines@example.mx.'
  if (code === 'unrecognized_keys') return 'There is data that was not expected.'
  return 'Check this value.'
}

const messages: Readonly<Record<string, string>> = {
  date: 'Write a date that exists, for example 16 October 2027.',
  instant: 'Write date and time, for example 2027-10-16 14:30.',
  number: 'Write a number.',
  missing: 'This is missing.',
  mismatch: 'It does not match what you wrote above.',
}

export const en: KernelWords = {
  invalid: 'Check the marked fields.',
  forbidden: (grant) => `Your account lacks the grant “${grant}”. Ask whoever manages the accounts.`,
  missing: 'It does not exist, or it is out of your reach.',
  stale: 'Somebody changed this while you were looking. What you wrote is still here: check it and send it again.',
  keyReused: 'That retry key was already used for something else.',
  notYourArea: 'That matter belongs to another area.',
  tooLarge: (limit) => `It is too large: the limit is ${limit}.`,
  malformed: 'The request cannot be understood: its content is incomplete or malformed.',
  crossSite: 'The request came from another site and was not served. Open the page and try again.',
  signInFirst: 'Sign in to continue.',
  apology: (code) => `Something failed on our side and has been noted. If you report it, mention the code ${code}.`,
  databaseAway: 'The database does not answer. Nothing stored was lost; try again in a moment.',
  noSuchSetting: (names) => `No such setting: ${names}. See .env.example.`,
  badConfiguration: (faults) => `The configuration cannot be used:\n${faults}\nSee .env.example.`,
  folderInUse: (folder, pid) => `The embedded database in ${folder} is open in process ${pid}.`,
  editedMigration: (name) => `${name} was edited after it ran.`,
  damagedSecrets: (file) =>
    `${file} is damaged: restore it from a backup. Without it the ledger's roots cannot be signed.`,
  noHouse: (folder) =>
    `There is no house in ${folder}. “pregonero serve” founds one, and “pregonero restore” brings one back from a ` +
    'backup. If it lies in another folder, say which with PREGONERO_DATA.',
  noHouseInDatabase: (folder) =>
    `There are secrets in ${folder}, but its database is empty: look at DATABASE_URL and PREGONERO_DATA.`,
  ledgerFaults: {
    misplaced: (id, found, due) => `Entry ${id} stands at ${found}, where ${due} was due.`,
    changed: (id) => `Entry ${id} was changed after it was written.`,
    node: (index, level, id) => `Node ${index} of level ${level} does not agree with entry ${id}.`,
    otherRoot: (size) => `The checkpoint at ${size} has another root.`,
    entriesLost: (said, left) => `The last checkpoint speaks of ${entries(said)}, and ${written(left)} are left.`,
    checkpoint: (size, what) => `The checkpoint at ${size}: ${what}`,
    against: (what) => `The checkpoint to compare with: ${what}`,
    badCheckpoint: {
      notOne: 'it is not a checkpoint.',
      badRoot: 'its root is not a SHA-256.',
      badSignature: 'its signature does not match.',
    },
    cutOff: (kept, size) =>
      `The checkpoint speaks of ${entries(kept)}, and the ledger has ${written(size)}: its end was cut off.`,
    rewritten: (when, size) =>
      `The ledger does not grow from the checkpoint of ${when}: history before entry ${size} was rewritten.`,
  },
  issue,
}
