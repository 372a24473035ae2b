import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { say } from './refusals.ts'
import { Obstacle } from './terminal.ts'

/** The house's own secrets, made at its first run and kept with file mode 600. Losing them loses no record. */
export interface Keys {
  /** Signs the ledger's checkpoints. */
  readonly ledger: { readonly private: KeyObject; readonly public: KeyObject }
  /** Keys digests of tokens and short-lived signatures. */
  readonly pepper: Uint8Array
}

interface Stored {
  readonly ledger: string
  readonly pepper: string
}

export const hasKeys = (dataFolder: string): boolean => existsSync(join(dataFolder, 'secrets.json'))

export function openKeys(dataFolder: string): Keys {
  const file = join(dataFolder, 'secrets.json')
  if (!existsSync(file)) writeKeys(file)
  chmodSync(file, 0o600)
  try {
    const { ledger, pepper } = JSON.parse(readFileSync(file, 'utf8')) as Stored
    const key = createPrivateKey(ledger)
    return { ledger: { private: key, public: createPublicKey(key) }, pepper: Buffer.from(pepper, 'base64') }
  } catch (error) {
    throw new Obstacle(
      say((words) => words.damagedSecrets(file)),
      { cause: error },
    )
  }
}

/** Keys that live only as long as the process: for tests. */
export function passingKeys(): Keys {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return { ledger: { private: privateKey, public: publicKey }, pepper: randomBytes(32) }
}

function writeKeys(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const stored: Stored = {
    ledger: generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    pepper: randomBytes(32).toString('base64'),
  }
  writeFileSync(`${file}.new`, JSON.stringify(stored), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}
