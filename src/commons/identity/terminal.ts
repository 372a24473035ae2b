import { randomBytes } from 'node:crypto'
import type { App } from '#kernel/app'
import { perform } from '#kernel/perform'
import type { ExitCode, Output, TerminalCommand } from '#kernel/terminal'
import { disableAccount, enableAccount, openAccount } from './commands/accounts.ts'
import { resetPassword } from './commands/passwords.ts'
import { grantRole } from './commands/roles.ts'
import { accountByEmail, listAccounts } from './queries/accounts.ts'
import { rolesOf } from './queries/holdings.ts'
import { spelled } from './secrets.ts'

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
      out.error(`${key}: no such role. The account was opened without one.`)
      return 1
    }
    await perform(app, grantRole, operatorOf(app), { account, role: role.id })
  }
  out.data({ account, email, password }, () => `${email}\n${password}`)
  return 0
}

async function onAccount(app: App, what: string, email: string, out: Output): Promise<ExitCode> {
  const found = await accountByEmail(app, email)
  if (!found) {
    out.error(`${email}: no such account.`)
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
  summary: 'List, open, shut and reopen accounts, and reset a password',
  usage:
    'list | create MAIL --given-names … --family-names … [--role KEY] | reset-password MAIL | disable MAIL | enable MAIL',
  options: {
    'given-names': { type: 'string', summary: 'Of the person, if the directory does not know the address' },
    'family-names': { type: 'string', summary: 'Likewise' },
    role: { type: 'string', summary: 'A role to hold everywhere, by its key: administracion, enlace…' },
  },
  async run(app, [what, email], options, out) {
    if (what === 'list') return list(app, out)
    if (what === 'create' && email) return create(app, email, options, out)
    if (email && ['reset-password', 'disable', 'enable'].includes(what ?? '')) {
      return onAccount(app, what as string, email, out)
    }
    out.error(`pregonero account ${account.usage}`)
    return 2
  },
}
