import { Hono } from 'hono'
import type { Env, Routes } from '#kernel/module'
import { lasting } from '#kernel/page-cache'
import { citation } from './citations.ts'
import { documentPage, versionPage } from './document.tsx'
import { currentFile, everyFile, versionFile } from './files.ts'
import { proof } from './proof.ts'

export const portalRoutes: Routes = new Hono<Env>()
  .get('/documentos', (c) => c.redirect('/novedades', 301))
  .get('/documentos/:key', lasting, documentPage)
  .get('/documentos/:key/:citation{cita\\.(?:bib|ris)}', citation)
  .get('/documentos/:key/v/:number{[0-9]{1,6}}', lasting, versionPage)
  .get('/documentos/:key/v/:number{[0-9]{1,6}}/prueba.json', proof)
  .get('/documentos/:key/v/:number{[0-9]{1,6}}/todo', everyFile)
  .get('/documentos/:key/v/:number{[0-9]{1,6}}/:name', versionFile)
  .get('/documentos/:key/:name', currentFile)
