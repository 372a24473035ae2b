import { Hono } from 'hono'
import type { Env, Routes } from '#kernel/module'
import { feed } from './feed.ts'
import { fresh } from './fresh.ts'
import { home } from './home.tsx'
import { image } from './images.ts'
import { favicon, manifest, robots, securityTxt, sitemapIndex, sitemapPart } from './machine.ts'
import { news } from './news.tsx'
import { siteMap } from './site-map.tsx'

export { named } from './named.tsx'

export const portalRoutes: Routes = new Hono<Env>()
  .get('/', fresh, home)
  .get('/novedades', fresh, news)
  .get('/novedades.atom', fresh, (c) => feed(c))
  .get('/mapa-del-sitio', fresh, siteMap)
  .get('/imagenes/:sha256{[0-9a-f]{64}}', image)
  .get('/sitemap.xml', sitemapIndex)
  .get('/:part{mapa-[0-9]+\\.xml}', sitemapPart)
  .get('/robots.txt', robots)
  .get('/.well-known/security.txt', securityTxt)
  .get('/manifest.webmanifest', manifest)
  .get('/favicon.ico', favicon)
