import { createHash, type KeyObject, sign, verify } from 'node:crypto'
import type { Configuration } from './configuration.ts'

// The text of a checkpoint and its signature follow C2SP tlog-checkpoint and signed-note, so that the tools of
// transparency logs read them: origin, size, root, then one line of signature.

export interface Checkpoint {
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
  readonly at: Date
}

export const originOf = (config: Pick<Configuration, 'baseUrl'>) => `${new URL(config.baseUrl).host}/pregonero`

/** The date travels as an extension line, which the format allows and verifiers keep. */
const textOf = ({ origin, size, root, at }: Checkpoint) =>
  `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n${at.toISOString()}\n`

const ed25519 = 0x01
function keyId(origin: string, key: KeyObject): Buffer {
  const raw = Buffer.from((key.export({ format: 'jwk' }).x as string) ?? '', 'base64url')
  return createHash('sha256')
    .update(`${origin}\n`)
    .update(Buffer.from([ed25519]))
    .update(raw)
    .digest()
    .subarray(0, 4)
}

export function signCheckpoint(key: KeyObject, checkpoint: Checkpoint): string {
  const text = textOf(checkpoint)
  const signature = Buffer.concat([keyId(checkpoint.origin, key), sign(null, Buffer.from(text), key)])
  return `${text}\n— ${checkpoint.origin} ${signature.toString('base64')}\n`
}

/** A note that is not a checkpoint, or was not signed with this key. */
export class BadCheckpoint extends Error {
  readonly fault: 'notOne' | 'badRoot' | 'badSignature'
  constructor(fault: BadCheckpoint['fault']) {
    super(fault)
    this.fault = fault
  }
}

/** Reads a note; with a key, checks its signature too. */
export function readCheckpoint(note: string, key?: KeyObject): Checkpoint {
  const [text, signatures] = note.split('\n\n')
  const [origin, size, root, at] = (text ?? '').split('\n')
  const date = new Date(at ?? '')
  if (!origin || !/^\d+$/.test(size ?? '') || !root || Number.isNaN(date.getTime())) {
    throw new BadCheckpoint('notOne')
  }
  const checkpoint = { origin, size: Number(size), root: new Uint8Array(Buffer.from(root, 'base64')), at: date }
  if (checkpoint.root.length !== 32) throw new BadCheckpoint('badRoot')
  if (key && !isSigned(checkpoint, signatures ?? '', key)) throw new BadCheckpoint('badSignature')
  return checkpoint
}

function isSigned(checkpoint: Checkpoint, signatures: string, key: KeyObject): boolean {
  const line = signatures.split('\n').find((candidate) => candidate.startsWith(`— ${checkpoint.origin} `))
  const bytes = Buffer.from(line?.split(' ').at(-1) ?? '', 'base64')
  if (bytes.length !== 68 || !bytes.subarray(0, 4).equals(keyId(checkpoint.origin, key))) return false
  return verify(null, Buffer.from(textOf(checkpoint)), key, bytes.subarray(4))
}
