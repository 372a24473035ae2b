/** Settings as the house uses them: parsed once by `src/config.ts`, frozen, and never read from the environment again. */
export interface Configuration {
  /** Where people reach the house: `https://portal.example.mx`. Links in mails and feeds begin with it. */
  readonly baseUrl: string
  readonly host: string
  readonly port: number
  readonly dataFolder: string
  readonly databaseUrl: string | undefined
  readonly databaseConnections: number
  /** How many proxies in front may be believed about the caller's address. */
  readonly trustedProxies: number
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  readonly checkMemoryMegabytes: number
  readonly checkSeconds: number
  readonly largestFileMegabytes: number
}
