import type { Module } from '#kernel/module'
import { portalRoutes } from './portal/index.ts'
import { entries, entry, proof, tasks } from './resources.ts'
import { doneOf } from './staff/done.ts'
import { staffRoutes } from './staff/index.ts'
import { say } from './words.ts'

/** The house's own pages: what waits for each person, the ledger, the API, its health. */
export const desk: Module = {
  name: 'desk',
  title: say((words) => words.moduleTitle),
  needs: ['directory', 'identity'],
  migrations: [],
  commands: [],
  grants: { 'ledger.read': say(({ grantLedger }) => grantLedger) },
  staff: staffRoutes,
  portal: portalRoutes,
  api: [tasks, entries, entry, proof],
  frame: async (c) => ({ ...(await doneOf(c)) }),
  nav: [
    { group: 'today', href: '/hoy', said: say((words) => words.today), icon: 'sun', grant: 'identity.own' },
    {
      group: 'administer',
      href: '/libro',
      said: say((words) => words.ledger),
      icon: 'book-open',
      grant: 'ledger.read',
    },
    {
      group: 'administer',
      href: '/componentes',
      said: say((words) => words.catalogue),
      icon: 'shapes',
      grant: 'ledger.read',
    },
  ],
}
