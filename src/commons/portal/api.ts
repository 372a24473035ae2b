import { endpoint, type Operation } from '#kernel/module'
import { announceBroadcast, cancelBroadcast } from './commands/broadcasts.ts'
import {
  announceNotice,
  composeHome,
  orderFeatures,
  retireFeature,
  retireNotice,
  setRule,
  startFeature,
} from './commands/home.ts'
import { keepImage } from './commands/images.ts'
import { publishPage, restoreVersion, withdrawPage, writePage } from './commands/pages.ts'
import { addRedirects, removeRedirect } from './commands/redirects.ts'
import { closeSection, describeSection, moveSection, openSection, orderSections } from './commands/sections.ts'
import { home, images, notices, page, pages, redirects, rule, sections, version } from './resources.ts'

export const api: readonly Operation[] = [
  sections,
  endpoint('POST', '/sections', openSection),
  endpoint('PUT', '/sections/:section', describeSection),
  endpoint('PUT', '/sections/:section/place', moveSection),
  endpoint('PUT', '/sections-order', orderSections),
  endpoint('DELETE', '/sections/:section', closeSection),
  pages,
  page,
  version,
  endpoint('POST', '/pages', writePage),
  endpoint('POST', '/pages/:page/versions/:number/publication', publishPage),
  endpoint('POST', '/pages/:page/versions/:number/restoration', restoreVersion),
  endpoint('POST', '/pages/:page/withdrawal', withdrawPage),
  home,
  images,
  notices,
  endpoint('PUT', '/home', composeHome),
  endpoint('POST', '/home/features', startFeature),
  endpoint('PUT', '/home/features-order', orderFeatures),
  endpoint('DELETE', '/home/features/:feature', retireFeature),
  endpoint('POST', '/home/images', keepImage),
  endpoint('POST', '/home/broadcasts', announceBroadcast),
  endpoint('DELETE', '/home/broadcasts/:broadcast', cancelBroadcast),
  endpoint('POST', '/home/notices', announceNotice),
  endpoint('DELETE', '/home/notices/:notice', retireNotice),
  redirects,
  endpoint('POST', '/redirects', addRedirects),
  endpoint('DELETE', '/redirects/:redirect', removeRedirect),
  rule,
  endpoint('PUT', '/portal-rules/same-person', setRule),
]
