import { Hono } from 'hono'
import { receiving } from '#commons/files'
import type { Env, NavItem, Order, Routes } from '#kernel/module'
import { reading } from '#kernel/web'
import { say, words } from '../words.ts'
import { addBroadcast, broadcastsPage, dropBroadcast } from './broadcasts.tsx'
import {
  addFeature,
  addNotice,
  dropFeature,
  dropNotice,
  homePage,
  noticesPage,
  saveFeatureOrder,
  saveHome,
} from './home.tsx'
import { imagesPage, receiveImages } from './images.tsx'
import { versionPage } from './page-versions.tsx'
import { bringBack, newPagePage, pagePage, pagesPage, putLive, saveNewPage, savePage, takeDown } from './pages.tsx'
import { addMany, addOne, redirectsPage, removeOne } from './redirects.tsx'
import { rulePage, saveRule } from './rule.tsx'
import {
  endSection,
  newSectionPage,
  placeSection,
  saveNewSection,
  saveOrder,
  saveSection,
  sectionPage,
  sectionsPage,
} from './sections.tsx'

const compose = reading('portal.compose')
const publish = reading('portal.publish')
const rule = reading('portal.rule')
const section = '/portal/secciones/:section{[0-9]{1,15}}'
const page = '/portal/paginas/:page{[0-9]{1,15}}'

export const staffRoutes: Routes = new Hono<Env>()
  .get('/portal/secciones', compose, sectionsPage)
  .post('/portal/secciones/orden', compose, saveOrder)
  .get('/portal/secciones/nueva', compose, newSectionPage)
  .post('/portal/secciones/nueva', compose, saveNewSection)
  .get(section, compose, sectionPage)
  .post(section, compose, saveSection)
  .post(`${section}/mover`, compose, placeSection)
  .post(`${section}/cerrar`, compose, endSection)
  .get(`${section}/*`, compose, (c) => c.redirect(`/portal/secciones/${c.req.param('section')}`, 303))
  .get('/portal/paginas', compose, pagesPage)
  .get('/portal/paginas/nueva', compose, newPagePage)
  .post('/portal/paginas/nueva', compose, saveNewPage)
  .get(page, compose, pagePage)
  .post(page, compose, savePage)
  .get(`${page}/versiones/:number{[0-9]{1,6}}`, compose, versionPage)
  .post(`${page}/versiones/:number{[0-9]{1,6}}/publicar`, publish, putLive)
  .post(`${page}/versiones/:number{[0-9]{1,6}}/recuperar`, compose, bringBack)
  .post(`${page}/retirar`, publish, takeDown)
  .get(`${page}/*`, compose, (c) => c.redirect(`/portal/paginas/${c.req.param('page')}`, 303))
  .get('/portal/inicio', publish, homePage)
  .post('/portal/inicio', publish, saveHome)
  .post('/portal/inicio/orden', publish, saveFeatureOrder)
  .post('/portal/inicio/destacados', publish, addFeature)
  .post('/portal/inicio/destacados/:feature{[0-9]{1,15}}/quitar', publish, dropFeature)
  .get('/portal/inicio/*', publish, (c) => c.redirect('/portal/inicio', 303))
  .get('/portal/avisos', publish, noticesPage)
  .post('/portal/avisos', publish, addNotice)
  .post('/portal/avisos/:notice{[0-9]{1,15}}/quitar', publish, dropNotice)
  .get('/portal/transmisiones', publish, broadcastsPage)
  .post('/portal/transmisiones', publish, addBroadcast)
  .post('/portal/transmisiones/:broadcast{[0-9]{1,15}}/quitar', publish, dropBroadcast)
  .get('/portal/transmisiones/*', publish, (c) => c.redirect('/portal/transmisiones', 303))
  .get('/portal/imagenes', compose, imagesPage)
  .post('/portal/imagenes/archivos', compose, receiving, receiveImages)
  .get('/portal/imagenes/*', compose, (c) => c.redirect('/portal/imagenes', 303))
  .get('/administrar/regla-de-paginas', rule, rulePage)
  .post('/administrar/regla-de-paginas', rule, saveRule)
  .get('/portal/redirecciones', compose, redirectsPage)
  .post('/portal/redirecciones', compose, addOne)
  .post('/portal/redirecciones/importar', compose, addMany)
  .post('/portal/redirecciones/:redirect{[0-9]{1,15}}/quitar', compose, removeOne)
  .get('/portal/redirecciones/*', compose, (c) => c.redirect('/portal/redirecciones', 303))

type Named = keyof typeof words.es.staff.nav
const item = (
  href: string,
  icon: string,
  name: Named,
  grant: string,
  group = 'publish' as NavItem['group'],
): NavItem => ({
  ...{ group, href, icon, grant },
  said: { es: words.es.staff.nav[name], en: words.en.staff.nav[name] },
})

export const nav: readonly NavItem[] = [
  item('/portal/inicio', 'house', 'home', 'portal.publish'),
  item('/portal/secciones', 'folder', 'sections', 'portal.compose'),
  item('/portal/paginas', 'file-text', 'pages', 'portal.compose'),
  item('/portal/imagenes', 'image', 'images', 'portal.compose'),
  item('/portal/avisos', 'info', 'notices', 'portal.publish'),
  item('/portal/transmisiones', 'play', 'broadcasts', 'portal.publish'),
  item('/portal/redirecciones', 'link', 'redirects', 'portal.compose'),
  item('/administrar/regla-de-paginas', 'gavel', 'rule', 'portal.rule', 'administer'),
]

export const orders: readonly Order[] = [
  { href: '/portal/secciones/nueva', said: say(({ staff }) => staff.addSection), grant: 'portal.compose' },
  { href: '/portal/paginas/nueva', said: say(({ staff }) => staff.newPage), grant: 'portal.compose' },
  { href: '/portal/avisos#nuevo', said: say(({ staff }) => staff.addNotice), grant: 'portal.publish' },
  { href: '/portal/transmisiones#nueva', said: say(({ staff }) => staff.addBroadcast), grant: 'portal.publish' },
]
