import { resolve } from 'node:path'
import { z } from 'zod'
import type { Configuration } from '#kernel/configuration'
import { say } from '#kernel/refusals'
import { Obstacle } from '#kernel/terminal'
import type { Locale } from '#kernel/words'

// The only reader of the environment. `.env.example` says the same, and a test compares them.

const port = z.coerce.number().int().min(0).max(65_535)
const megabytes = z.coerce.number().int().min(1)

export const settings = z.object({
  PREGONERO_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  PREGONERO_HOST: z.string().min(1).default('127.0.0.1'),
  PREGONERO_PORT: port.default(8017),
  PREGONERO_DATA: z.string().min(1).default('data'),
  PREGONERO_TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  PREGONERO_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  PREGONERO_MAIL_FROM: z.string().min(3).default('Pregonero <no-responder@localhost>'),
  PREGONERO_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  PREGONERO_CHECK_MEMORY_MB: megabytes.default(768),
  PREGONERO_CHECK_SECONDS: z.coerce.number().int().min(1).default(60),
  PREGONERO_LARGEST_FILE_MB: megabytes.default(2048),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(200).default(10),
})

/** A setting that cannot be used. Says which, and what was expected; the house does not start. */
export class BadConfiguration extends Obstacle {}

export function readConfiguration(environment: Readonly<Record<string, string | undefined>>): Configuration {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const unknown = Object.keys(given).filter((name) => name.startsWith('PREGONERO_') && !(name in settings.shape))
  if (unknown.length > 0) throw new BadConfiguration(say((words) => words.noSuchSetting(unknown.join(', '))))
  const parsed = settings.safeParse(given)
  if (!parsed.success) {
    const faults = { es: faultsIn('es', given), en: faultsIn('en', given) }
    throw new BadConfiguration({
      es: say((words) => words.badConfiguration(faults.es)).es,
      en: say((words) => words.badConfiguration(faults.en)).en,
    })
  }
  const set = parsed.data
  return Object.freeze({
    baseUrl: (set.PREGONERO_BASE_URL ?? `http://127.0.0.1:${set.PREGONERO_PORT}`).replace(/\/+$/, ''),
    host: set.PREGONERO_HOST,
    port: set.PREGONERO_PORT,
    dataFolder: resolve(set.PREGONERO_DATA),
    databaseUrl: set.DATABASE_URL,
    databaseConnections: set.DATABASE_CONNECTIONS,
    trustedProxies: set.PREGONERO_TRUSTED_PROXIES,
    smtpUrl: set.PREGONERO_SMTP_URL,
    mailFrom: set.PREGONERO_MAIL_FROM,
    logLevel: set.PREGONERO_LOG,
    checkMemoryMegabytes: set.PREGONERO_CHECK_MEMORY_MB,
    checkSeconds: set.PREGONERO_CHECK_SECONDS,
    largestFileMegabytes: set.PREGONERO_LARGEST_FILE_MB,
  })
}

const faultsIn = (locale: Locale, given: unknown): string =>
  (settings.safeParse(given, { error: z.locales[locale]().localeError }).error?.issues ?? [])
    .map(({ path, message }) => `  ${path.join('.')}: ${message}`)
    .join('\n')

/**
 * The one language of a run of the terminal, as POSIX orders who says it. Unset, or `C`, which is no language, it is
 * Spanish; whoever reads neither Spanish is answered in English.
 */
export function localeOf({ LC_ALL, LC_MESSAGES, LANG }: Readonly<Record<string, string | undefined>>): Locale {
  const said = LC_ALL || LC_MESSAGES || LANG || 'es'
  return /^(?:es|C|POSIX)(?![a-z])/.test(said) ? 'es' : 'en'
}
