import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { App } from '#kernel/app'
import { perform } from '#kernel/perform'
import { textOfSheet } from '#kernel/sheets'
import type { ExitCode, Output, TerminalCommand } from '#kernel/terminal'
import { disableAccount, enableAccount } from './commands/accounts.ts'
import { importAccounts } from './commands/importing.ts'
import { openAccount } from './commands/opening.ts'
import { resetPassword } from './commands/passwords.ts'
import { grantRole } from './commands/roles.ts'
import { readAccounts } from './importing/sheet.ts'
import { accountByEmail, listAccounts } from './queries/accounts.ts'
import { rolesOf } from './queries/holdings.ts'
import { spelled } from './secrets.ts'
import { say, terminalWords } from './words/terminal.ts'
import { words } from './words.ts'

type Options = Readonly<Record<string, string | boolean>>

/** Five groups of four: long enough, and read over a telephone without mistakes. */
export const randomPassword = (): string => spelled(randomBytes(20)).match(/.{4}/g)?.join('-') ?? ''

/** Whoever sits at the machine that keeps the data. */
const operatorOf = (app: App) => ({ ...app.steward, id: 'terminal', name: 'terminal' })

const optionOf = (options: Options, name: string) => (typeof options[name] === 'string' ? options[name] : undefined)

async function list(app: App, out: Output): Promise<ExitCode> {
  const accounts = await listAccounts(app)
  out.data(accounts, () => accounts.map(({ email, name, state }) => `${email}  ${name}  ${state}`).join('\n'))
  return 0
}

async function create(app: App, email: string, options: Options, out: Output): Promise<ExitCode> {
  const password = randomPassword()
  const names = { givenNames: optionOf(options, 'given-names'), familyNames: optionOf(options, 'family-names') }
  const { account } = await perform(app, openAccount, operatorOf(app), { email, password, ...names })
  const key = optionOf(options, 'role')
  if (key) {
    const role = (await rolesOf(app)).find((each) => each.key === key)
    if (!role) {
      out.error(terminalWords[out.locale].noRole(key))
      return 1
    }
    await perform(app, grantRole, operatorOf(app), { account, role: role.id })
  }
  out.data({ account, email, password }, () => `${email}\n${password}`)
  return 0
}

/** Says every fault with its line; without `--apply` it only says what would happen. */
async function bringIn(app: App, file: string, options: Options, out: Output): Promise<ExitCode> {
  const path = resolve(file)
  if (!existsSync(path)) {
    out.error(terminalWords[out.locale].noFile(path))
    return 1
  }
  const { lines, bad } = await readAccounts(app, textOfSheet(readFileSync(path)))
  for (const { line, column, said } of bad)
    out.error(`${path}:${line} ${words[out.locale].importing.columns[column]}: ${said[out.locale]}`)
  const accounts = lines.map(({ account }) => account)
  if (options['apply'] !== true || bad.length > 0 || lines.length === 0) {
    const faulty = bad.length > 0 || lines.length === 0
    out.data({ ready: lines.length, bad: bad.length, accounts }, () =>
      [
        ...lines.map(
          ({ line, account: { email, givenNames, familyNames } }) => `${line}  ${email}  ${givenNames} ${familyNames}`,
        ),
        `${terminalWords[out.locale].would(lines.length, bad.length)}${faulty ? '' : terminalWords[out.locale].addApply}`,
      ].join('\n'),
    )
    return faulty ? 1 : 0
  }
  const opened = await perform(app, importAccounts, operatorOf(app), { accounts })
  out.data(opened, () => terminalWords[out.locale].opened(opened.accounts.length))
  return 0
}

async function onAccount(app: App, what: string, email: string, out: Output): Promise<ExitCode> {
  const found = await accountByEmail(app, email)
  if (!found) {
    out.error(terminalWords[out.locale].noAccount(email))
    return 1
  }
  if (what === 'reset-password') {
    const password = randomPassword()
    await perform(app, resetPassword, operatorOf(app), { account: found.id, password })
    out.data({ email, password }, () => password)
    return 0
  }
  await perform(app, what === 'disable' ? disableAccount : enableAccount, operatorOf(app), { account: found.id })
  return 0
}

export const account: TerminalCommand = {
  name: 'account',
  summary: say(({ summary }) => summary),
  usage: say(({ usage }) => usage),
  options: {
    'given-names': { type: 'string', summary: say(({ givenNames }) => givenNames) },
    'family-names': { type: 'string', summary: say(({ familyNames }) => familyNames) },
    apply: { type: 'boolean', summary: say(({ apply }) => apply) },
    role: { type: 'string', summary: say(({ role }) => role) },
  },
  async run(app, [what, email], options, out) {
    if (what === 'list') return list(app, out)
    if (what === 'create' && email) return create(app, email, options, out)
    if (what === 'import' && email) return bringIn(app, email, options, out)
    if (email && ['reset-password', 'disable', 'enable'].includes(what ?? '')) {
      return onAccount(app, what as string, email, out)
    }
    out.error(`pregonero account ${account.usage[out.locale]}`)
    return 2
  },
}
