import type { Module } from '#kernel/module'
import { api } from './api.ts'
import { describeBody, foundBody } from './commands/bodies.ts'
import { accredit, designate, endDesignation } from './commands/designations.ts'
import { addSeat, changeSeat, endSeat } from './commands/seats.ts'
import first from './migrations/0001-sessions.sql'
import { abouts } from './staff/abouts.ts'
import { staffRoutes } from './staff/index.ts'
import { tells } from './tells.ts'
import { say } from './words.ts'

export { foundBody } from './commands/bodies.ts'
export { designate } from './commands/designations.ts'
export { addSeat } from './commands/seats.ts'

export const sessions: Module = {
  name: 'sessions',
  title: say((words) => words.moduleTitle),
  needs: ['directory'],
  migrations: [{ name: 'sessions/0001-sessions', text: first }],
  commands: [foundBody, describeBody, addSeat, changeSeat, endSeat, designate, accredit, endDesignation],
  grants: {
    'sessions.read': say((words) => words.grantRead),
    'sessions.govern': say((words) => words.grantGovern),
  },
  staff: staffRoutes,
  api,
  tells,
  abouts,
  nav: [{ group: 'sit', href: '/comites', said: say((words) => words.bodies), icon: 'users', grant: 'sessions.read' }],
  orders: [{ href: '/comites/nuevo', said: say((words) => words.newBody), grant: 'sessions.govern' }],
}
