import type { Module } from '#kernel/module'
import { api } from './api.ts'
import { startIndexing } from './indexing.ts'
import first from './migrations/0001-search.sql'
import { portalRoutes, staffRoutes } from './pages.tsx'
import { say } from './words.ts'

export { refreshIndex } from './indexing.ts'

export const searching: Module = {
  name: 'search',
  title: say((words) => words.moduleTitle),
  needs: ['directory'],
  migrations: [{ name: 'search/0001-search', text: first }],
  commands: [],
  grants: { 'search.staff': { ...say((words) => words.grant), within: 'own' } },
  portal: portalRoutes,
  staff: staffRoutes,
  api,
  life: startIndexing,
}
