import { randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'

export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html?: string
  readonly headers?: Readonly<Record<string, string>>
}
export interface Mail {
  /** `smtp` reaches people; `outbox` keeps `.eml` files in the data folder; `memory` is for tests. */
  readonly kind: 'smtp' | 'outbox' | 'memory'
  send(letter: Letter): Promise<void>
}

export function openMail(smtpUrl: string | undefined, from: string, dataFolder: string): Mail {
  if (!smtpUrl) return outbox(from, join(dataFolder, 'outbox'))
  const transport = createTransport(smtpUrl)
  return { kind: 'smtp', send: async (letter) => void (await transport.sendMail({ from, ...letter })) }
}

/** Without SMTP, letters wait as files that any mail program opens. */
function outbox(from: string, folder: string): Mail {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
  return {
    kind: 'outbox',
    async send(letter) {
      const { message } = await transport.sendMail({ from, ...letter })
      const name = `${new Date().toISOString().replaceAll(':', '')}-${randomUUID().slice(0, 8)}.eml`
      writeFileSync(join(folder, name), message as Buffer, { mode: 0o600 })
    },
  }
}

/** The double that tests read. */
export function memoryMail(): Mail & { readonly sent: Letter[] } {
  const sent: Letter[] = []
  return { kind: 'memory', sent, send: async (letter) => void sent.push(letter) }
}
