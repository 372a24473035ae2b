import { chmodSync, rmSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { App } from '#kernel/app'
import type { Configuration } from '#kernel/configuration'
import { type ExitCode, Obstacle, type Output } from '#kernel/terminal'
import type { Locale } from '#kernel/words'
import { codeOf } from './terminal.ts'

// The embedded database belongs to one process. While a server holds it, the terminal asks that server, over a socket
// in the data folder that only the same user of the machine can open.

type Line =
  | { line: string }
  | { data: unknown; text: string }
  | { progress: [done: number, total: number, label: string] }
  | { error: string }
  | { code: ExitCode }

/** What a terminal sends: its line, and the language of its run. */
interface Asking {
  readonly locale: Locale
  readonly argv: readonly string[]
}

type Perform = (app: App, argv: readonly string[], out: Output) => Promise<ExitCode>

const addressOf = ({ dataFolder }: Pick<Configuration, 'dataFolder'>) =>
  process.platform === 'win32'
    ? `\\\\.\\pipe\\${dataFolder.replaceAll(/[\\/:]/g, '-')}`
    : join(dataFolder, 'terminal.sock')

/** Lets terminals of this machine work through the server. */
export async function hearTerminals(app: App, perform: Perform): Promise<{ stop(): Promise<void> }> {
  const address = addressOf(app.config)
  rmSync(address, { force: true })
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    createInterface(socket).once('line', (line) => void answer(app, perform, JSON.parse(line) as Asking, socket))
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(address, resolve))
  if (process.platform !== 'win32') chmodSync(address, 0o600)
  return { stop: () => new Promise((resolve) => server.close(() => resolve())) }
}

async function answer(app: App, perform: Perform, { locale, argv }: Asking, socket: Socket): Promise<void> {
  const say = (line: Line) => void (socket.writable && socket.write(`${JSON.stringify(line)}\n`))
  const out: Output = {
    locale,
    line: (line) => say({ line }),
    data: (data, text) => say({ data, text: text() }),
    progress: (...progress) => say({ progress }),
    error: (error) => say({ error }),
  }
  try {
    say({ code: await perform(app, argv, out) })
  } catch (error) {
    if (error instanceof Obstacle) say({ error: error.said[locale] })
    else {
      app.log.error({ err: error }, 'terminal')
      say({ error: (error as Error).message })
    }
    say({ code: codeOf(error) })
  }
  socket.end()
}

/** Has the running server do it; undefined when none listens. */
export function askServer(config: Configuration, argv: readonly string[], out: Output): Promise<ExitCode | undefined> {
  return new Promise((resolve) => {
    const socket = connect(addressOf(config), () => socket.write(`${JSON.stringify({ locale: out.locale, argv })}\n`))
    let code: ExitCode | undefined
    socket.on('error', () => resolve(code))
    socket.on('close', () => resolve(code))
    createInterface(socket).on('line', (text) => {
      const line = JSON.parse(text) as Line
      if ('line' in line) out.line(line.line)
      else if ('error' in line) out.error(line.error)
      else if ('progress' in line) out.progress(...line.progress)
      else if ('code' in line) code = line.code
      else out.data(line.data, () => line.text)
    })
  })
}
