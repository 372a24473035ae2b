import { Hono } from 'hono'
import type { Env, Routes } from '#kernel/module'
import { lasting } from '#kernel/page-cache'
import { apiPage } from './api-page.tsx'
import { checkpoint, health, openApi, publicKey } from './machine.ts'

export const portalRoutes: Routes = new Hono<Env>()
  .get('/libro/raiz', checkpoint)
  .get('/libro/clave.pem', publicKey)
  .get('/api', lasting, apiPage)
  .get('/api/v1/docs', (c) => c.redirect('/api', 301))
  .get('/api/v1/openapi.json', openApi)
  .get('/healthz', health)
