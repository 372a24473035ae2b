import { randomBytes } from 'node:crypto'
import { zoneOf } from '#commons/directory'
import { codeToFound } from '#commons/identity'
import type { App } from '#kernel/app'
import { startCaretaker } from '#kernel/caretaker'
import type { Configuration } from '#kernel/configuration'
import { FolderInUse } from '#kernel/folder-lock'
import { type Brought, openApp } from '#kernel/house'
import type { Log } from '#kernel/log'
import { openLog } from '#kernel/log'
import type { Module } from '#kernel/module'
import { isAway } from '#kernel/problems'
import { openWeb } from '#kernel/router'
import { startSequencer } from '#kernel/sequencer'
import { type Served, startServer } from '#kernel/server'
import type { ExitCode, Output, TerminalCommand } from '#kernel/terminal'
import type { Locale } from '#kernel/words'
import { startWorker } from '#kernel/worker'
import { faces } from '#ui'
import { openBuild } from './build.ts'
import { hearTerminals } from './distant.ts'
import { openProgress, type Progress } from './progress-page.ts'
import { proxyFault } from './proxies.ts'
import { performLine } from './terminal.ts'
import { words } from './words.ts'

export interface Serving {
  readonly modules: readonly Module[]
  readonly terminal: readonly TerminalCommand[]
  /** Work for this process too: on PGlite there is no other. */
  readonly worker: boolean
  /** Ends when what comes before is done: the doors never open. */
  readonly once?: boolean
  /** What to do before the doors open, while the progress page answers. */
  readonly before?: (app: App, progress: Progress, out: Output) => Promise<void>
}

/** Serves until a signal asks to stop. */
export async function serve(config: Configuration, serving: Serving, out: Output): Promise<ExitCode> {
  const log = openLog(config.logLevel)
  const { id, files } = openBuild()
  const progress = openProgress()
  const served: Served = { files, fetch: progress.fetch }
  const server = await startServer(served, config.host, config.port).catch((error) => {
    out.error(notHeard(config, error, out.locale))
  })
  if (!server) return 1

  const asked = stopAsked()
  const early = randomBytes(16).toString('hex')
  const brought: Brought = { timekeeper: true, build: id, visit: visitWith(early) }
  const opened = await openPatiently(serving.modules, config, brought, log, asked).catch(async (error) => {
    await server.stop()
    throw error
  })
  if (!opened) {
    await server.stop()
    return 0
  }
  const { app } = opened
  const web = openWeb(app, faces)
  served.fetch = (request, connection) =>
    request.headers.get(earlyHeader) === early ? web.fetch(request, connection) : progress.fetch(request)
  await serving.before?.(app, progress, out)
  if (serving.once) {
    await server.stop()
    await opened.close()
    return 0
  }
  await ringSchedules(app)
  const own = serving.modules.flatMap((module) => module.life?.(app) ?? [])
  const lives = [startSequencer(app), startCaretaker(app), ...own, ...(serving.worker ? [startWorker(app)] : [])]
  const terminals = await hearTerminals(app, (own, argv, to) => performLine(own, serving.terminal, argv, to))
  served.fetch = (request, connection) => web.fetch(request, connection)
  served.pages = app.pages
  log.info({ port: server.port, engine: app.engine }, 'serving')
  out.line(`Pregonero: ${config.baseUrl}`)
  const fault = await proxyFault(app)
  if (fault) out.error(fault[out.locale])
  const code = await codeToFound(app)
  if (code) out.line(words[out.locale].serve.founding(`${config.baseUrl}/inicio`, code))

  await asked.promise
  log.info('stopping')
  await terminals.stop()
  await server.stop()
  for (const life of lives.reverse()) await life.stop()
  await opened.close()
  return 0
}

const earlyHeader = 'x-pregonero-early'

/** The house looks at itself from outside, over the network; before its doors open it shows a pass of its own making. */
const visitWith =
  (pass: string): App['visit'] =>
  (address, request) => {
    const headers = new Headers(request?.headers)
    headers.set(earlyHeader, pass)
    return fetch(address, { ...request, headers, signal: AbortSignal.timeout(30_000) })
  }

const retryMilliseconds = 2_000

/** A database that is still starting is waited for, aloud; any other failure ends the start. */
async function openPatiently(
  modules: readonly Module[],
  config: Configuration,
  brought: Brought,
  log: Log,
  asked: { readonly stopped: boolean },
) {
  while (!asked.stopped) {
    try {
      return await openApp(modules, config, brought)
    } catch (error) {
      if (error instanceof FolderInUse || !isAway(error as Error)) throw error
      log.warn({ err: (error as Error).message }, 'the database does not answer yet')
      await new Promise((resolve) => setTimeout(resolve, retryMilliseconds))
    }
  }
  return undefined
}

export async function ringSchedules(app: App): Promise<void> {
  const zone = await zoneOf(app)
  for (const { cron, job } of app.modules.flatMap(({ schedule }) => schedule ?? [])) {
    await app.jobs.schedule(job.name, cron, zone)
  }
}

/** The first signal asks for an orderly end; a second one does not wait. */
export function stopAsked(): { readonly promise: Promise<void>; readonly stopped: boolean } {
  const { promise, resolve } = Promise.withResolvers<void>()
  const asked = { promise, stopped: false }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (asked.stopped) process.exit(1)
      asked.stopped = true
      resolve()
    })
  }
  return asked
}

function notHeard({ host, port }: Configuration, error: Error & { code?: string }, locale: Locale): string {
  const said = words[locale].serve
  if (error.code === 'EADDRINUSE') return said.portTaken(port)
  if (error.code === 'EACCES') return said.portForbidden(port)
  return said.notHeard(`${host}:${port}`, error.message)
}
