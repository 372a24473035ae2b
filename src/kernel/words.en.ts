import type { Issue } from './command.ts'
import { count as written } from './pure/numbers.ts'
import type { KernelWords } from './words.es.ts'

type Detail = Issue & { minimum?: number; maximum?: number; origin?: string; format?: string }

const entries = (count: number) => (count === 1 ? '1 entry' : `${written(count)} entries`)

function issue(raw: Issue): string {
  const { code, minimum, maximum, origin, format, message } = raw as Detail
  const own = messages[message]
  if (own) return own
  if (code === 'too_small' && origin === 'string') return `Write at least ${written(minimum ?? 0)} characters.`
  if (code === 'too_small' && origin === 'array')
    return minimum === 1 ? 'Choose at least one.' : `Choose at least ${minimum}.`
  if (code === 'too_small') return `Write ${minimum} or more.`
  if (code === 'too_big' && origin === 'string')
    return maximum === 1 ? 'Write a single character.' : `Write ${written(maximum ?? 0)} characters or fewer.`
  if (code === 'too_big' && origin === 'array') return `Choose ${maximum} or fewer.`
  if (code === 'too_big') return `Write ${maximum} or less.`
  if (code === 'invalid_value') return messages['choice'] ?? ''
  if (code === 'invalid_format' && format === 'email') return 'Write a whole address, for example ines@example.mx.'
  if (code === 'invalid_format' && format === 'url') return 'Write the whole address: https://example.mx.'
  if (code === 'unrecognized_keys') return 'There is data that was not expected.'
  return 'Check this value.'
}

const messages: Readonly<Record<string, string>> = {
  date: 'Write a date that exists, for example 16 October 2027.',
  instant: 'Write date and time, for example 2027-10-16 14:30.',
  number: 'Write a number.',
  choice: 'Choose one of the options.',
  whole: 'Write a number without decimals.',
  control: 'Remove the characters that cannot be seen.',
  zone: 'Write the name of a zone, for example America/Mexico_City.',
  place: 'Write https://… or a place in this portal, such as /transparencia.',
  missing: 'This is missing.',
  unseen: 'It does not say which version you saw.',
  mismatch: 'It does not match what you wrote above.',
}

export const en: KernelWords = {
  invalid: 'Check the marked fields.',
  missingField: 'This is missing.',
  forbidden: (grant) => `Your account lacks the grant “${grant}”. Ask whoever manages the accounts.`,
  missing: 'It does not exist, or it is out of your reach.',
  stale: 'Somebody changed this while you were looking. What you wrote is still here: check it and send it again.',
  unseen: 'It does not say which version of this you saw. Open the page again and decide on what it shows.',
  keyReused: 'That retry key was already used for something else.',
  notYourArea: 'That matter belongs to another area.',
  tooLarge: (limit) => `It is too large: the limit is ${limit}.`,
  malformed: 'The request cannot be understood: its content is incomplete or malformed.',
  crossSite: 'The request came from another site and was not served. Open the page and try again.',
  signInFirst: 'You are no longer signed in. Sign in to continue.',
  tokenFirst: 'Say who you are: send your token in the Authorization header, “Bearer” and the token.',
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
