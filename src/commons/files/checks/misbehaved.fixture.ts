import { type Check, define } from './check.ts'
import { size } from './size.ts'

/** Checks that misbehave when the name of the file asks for it. */
const misbehaving = (id: string, misbehave: () => Promise<void>): Check =>
  define({
    id,
    version: 1,
    moment: 'upload',
    rules: {},
    reads: [],
    appliesTo: () => true,
    async run(_bytes, { originalName }) {
      if (originalName.startsWith(id)) await misbehave()
      return []
    },
  })

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

const hoarding: Buffer[] = []

export const misbehaved: readonly Check[] = [
  size,
  misbehaving('hoarder', async () => {
    for (;;) {
      hoarding.push(Buffer.alloc(16 * 1024 * 1024, 1))
      await pause(1)
    }
  }),
  misbehaving('endless', async () => {
    for (;;);
  }),
  misbehaving('quitter', async () => process.exit(3)),
  misbehaving('thrower', () => Promise.reject(new Error('thrown on purpose'))),
  misbehaving('environment', async () => {
    throw new Error(JSON.stringify({ environment: process.env, folder: process.cwd() }))
  }),
]
