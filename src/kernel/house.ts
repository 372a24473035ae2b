import { existsSync } from 'node:fs'
import type { Actor } from './actor.ts'
import type { App } from './app.ts'
import type { AnyCommand } from './command.ts'
import type { Configuration } from './configuration.ts'
import { type Ground, openGround } from './database.ts'
import { type Jobs, openJobs } from './jobs.ts'
import { hasKeys, type Keys, openKeys } from './keys.ts'
import { openBell } from './live.ts'
import { openLog } from './log.ts'
import { type Mail, openMail } from './mail.ts'
import kernelSchema from './migrations/0001-kernel.sql'
import { isFounded, type Migration, migrate } from './migrations.ts'
import type { Module } from './module.ts'
import { openPageCache } from './page-cache.ts'
import { say } from './refusals.ts'
import { openSecurityLog } from './security-log.ts'
import { openStorage, type Storage } from './storage.ts'
import { Obstacle } from './terminal.ts'
import { openVersions } from './versions.ts'

/** What a test may bring instead of the real thing; everything else is made from the configuration. */
export interface Brought {
  readonly ground?: Ground
  readonly jobs?: Jobs
  readonly clock?: () => Date
  readonly mail?: Mail
  readonly storage?: Storage
  readonly keys?: Keys
  readonly visit?: App['visit']
  /** Names the build: pages of another one are not served. */
  readonly build?: string
  /** This process supervises the queue and rings its schedules. */
  readonly timekeeper?: boolean
  /** The house must be there already: where there is none, it is said, and none is founded. */
  readonly standing?: boolean
}

export const migrationsOf = (modules: readonly Module[]): readonly Migration[] => [
  { name: 'kernel/0001-kernel', text: kernelSchema },
  ...modules.flatMap((module) => module.migrations),
]

/** Opens the house: database, library, queue, bell. The modules are given; the kernel knows none of them. */
export async function openApp(
  modules: readonly Module[],
  config: Configuration,
  brought: Brought = {},
): Promise<{ app: App; ground: Ground; migrated: readonly string[]; close(): Promise<void> }> {
  const log = openLog(config.logLevel)
  const ground = brought.ground ?? (await (brought.standing ? openStanding(config) : openOn(config)))
  const ran = await migrate(ground.db, migrationsOf(modules))
  if (ran.length > 0) log.info({ ran }, 'migrations')

  const clock = brought.clock ?? (() => new Date())
  const jobs = brought.jobs ?? (await openJobs(ground, { timekeeper: brought.timekeeper ?? false }))
  const versions = await openVersions(ground.db)
  const bell = await openBell(ground, () => log.warn('the bell lost its connection'))
  const unlisten = bell.listen((topics, elsewhere) => {
    if (elsewhere && (topics.includes('ledger') || topics.includes('*'))) void versions.refresh().catch(() => {})
  })
  const commands = new Map<string, AnyCommand>(
    modules.flatMap((m) => m.commands.map((command) => [command.name, command])),
  )
  const reactions = modules.flatMap((module) => module.reactions ?? [])
  const app: App = {
    config,
    engine: ground.engine,
    db: ground.db,
    tables: () => ground.db as never,
    modules,
    commands,
    errands: new Map(modules.flatMap((module) => (module.errands ?? []).map((errand) => [errand.name, errand]))),
    grants: new Map(modules.flatMap((module) => Object.entries(module.grants ?? {}))),
    steward: stewardOf(modules),
    clock,
    jobs,
    bell,
    versions,
    pages: openPageCache({ modules, versions, clock }, brought.build ?? ''),
    security: openSecurityLog(ground.db, log, clock),
    storage: brought.storage ?? (await openStorage(`${config.dataFolder}/library`)),
    mail: brought.mail ?? openMail(config.smtpUrl, config.mailFrom, config.dataFolder),
    keys: brought.keys ?? openKeys(config.dataFolder),
    visit: brought.visit ?? ((address, request) => fetch(address, { ...request, signal: AbortSignal.timeout(30_000) })),
    log,
    closing: [],
    reactionsTo: (event) => reactions.filter((reaction) => reaction.event === event).map(({ job }) => job.name),
  }
  return {
    app,
    ground,
    migrated: ran,
    async close() {
      for (const end of app.closing.splice(0).reverse()) await end()
      unlisten()
      bell.close()
      if (!brought.jobs) await jobs.close()
      if (!brought.ground) await ground.close()
    },
  }
}

/** There is no house where one was looked for. */
export class NoHouse extends Obstacle {}

const folderOf = ({ dataFolder }: Configuration) => `${dataFolder}/database`
const openOn = (config: Configuration): Promise<Ground> =>
  openGround({ url: config.databaseUrl, folder: folderOf(config), connections: config.databaseConnections })

/** Opens what is there and makes nothing; damaged secrets are said before anything is opened with them. */
async function openStanding(config: Configuration): Promise<Ground> {
  const { dataFolder, databaseUrl } = config
  if (!hasKeys(dataFolder)) throw new NoHouse(say((words) => words.noHouse(dataFolder)))
  openKeys(dataFolder)
  const empty = new NoHouse(say((words) => words.noHouseInDatabase(dataFolder)))
  if (!databaseUrl && !existsSync(folderOf(config))) throw empty
  const ground = await openOn(config)
  if (await isFounded(ground.db)) return ground
  await ground.close()
  throw empty
}

/** The house itself acts on reactions and schedules; it holds every grant there is. */
function stewardOf(modules: readonly Module[]): Actor {
  const asked = modules.flatMap((module) => [
    ...module.commands.map((command) => command.grant),
    ...Object.keys(module.grants ?? {}),
  ])
  return { id: 'system', name: 'Pregonero', grants: new Map(asked.map((grant) => [grant, 'everywhere'] as const)) }
}
