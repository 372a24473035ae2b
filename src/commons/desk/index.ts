import { Hono } from 'hono'
import type { Env, Module, Routes } from '#kernel/module'
import { lasting } from '#kernel/page-cache'
import { reading } from '#kernel/web'
import { apiPage } from './portal/api-page.tsx'
import { checkpoint, health, openApi, publicKey } from './portal/machine.ts'
import { entries, entry, proof, tasks } from './resources.ts'
import { catalogue, portalCatalogue } from './staff/catalogue.tsx'
import { entryPage, ledgerPage } from './staff/ledger.tsx'
import { today } from './staff/today.tsx'
import { say } from './words.ts'

const staff: Routes = new Hono<Env>()
  .get('/hoy', reading('identity.own'), today)
  .get('/libro', reading('ledger.read'), ledgerPage)
  .get('/libro/:entry{[0-9]{1,15}}', reading('ledger.read'), entryPage)
  .get('/componentes', reading('identity.own'), catalogue)
  .get('/componentes/portal', reading('identity.own'), portalCatalogue)

const portal: Routes = new Hono<Env>()
  .get('/libro/raiz', checkpoint)
  .get('/libro/clave.pem', publicKey)
  .get('/api', lasting, apiPage)
  .get('/api/v1/openapi.json', openApi)
  .get('/healthz', health)

/** The house's own pages: what waits for each person, the ledger, the API, its health. */
export const desk: Module = {
  name: 'desk',
  needs: ['directory', 'identity'],
  migrations: [],
  commands: [],
  grants: { 'ledger.read': say(({ grantLedger }) => grantLedger) },
  staff,
  portal,
  api: [tasks, entries, entry, proof],
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
