import type { TerminalWords } from './terminal.es.ts'

const accounts = (count: number) => (count === 1 ? '1 account' : `${count.toLocaleString('en')} accounts`)

export const en: TerminalWords = {
  summary: 'List, open, shut and reopen accounts, open many from a sheet, and reset a password',
  usage:
    'list | create MAIL --given-names … --family-names … [--role KEY] | import FILE.csv [--apply] | ' +
    'reset-password MAIL | disable MAIL | enable MAIL',
  givenNames: 'Of the person, if the directory does not know the address',
  familyNames: 'Likewise',
  apply: 'Open the accounts of the sheet; without it, only say what would happen',
  role: 'A role to hold everywhere, by its key: administracion, enlace…',
  noRole: (key) => `There is no role ${key}. The account was opened without one.`,
  noFile: (path) => `No such file: ${path}`,
  noAccount: (email) => `There is no account ${email}.`,
  would: (ready, bad) =>
    `${accounts(ready)} can be opened; ${bad === 1 ? '1 fault' : `${bad.toLocaleString('en')} faults`}. ` +
    'Nothing was written.',
  addApply: ` Add --apply to open them.`,
  opened: (count) =>
    count === 1
      ? '1 account was opened; its invitation is on its way.'
      : `${accounts(count)} were opened; their invitations are on their way.`,
}
