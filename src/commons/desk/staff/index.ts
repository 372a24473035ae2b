import { Hono } from 'hono'
import type { Env, Routes } from '#kernel/module'
import { reading } from '#kernel/web'
import { catalogue, portalCatalogue } from './catalogue.tsx'
import { entryPage, ledgerPage } from './ledger.tsx'
import { today } from './today.tsx'

export const staffRoutes: Routes = new Hono<Env>()
  .get('/hoy', reading('identity.own'), today)
  .get('/libro', reading('ledger.read'), ledgerPage)
  .get('/libro/:entry{[0-9]{1,15}}', reading('ledger.read'), entryPage)
  .get('/componentes', reading('identity.own'), catalogue)
  .get('/componentes/portal', reading('identity.own'), portalCatalogue)
