import { z } from 'zod'
import { endpoint, type Operation, resource } from '#kernel/module'
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
import { sectionsOf } from './queries/sections.ts'

const sections = resource('/sections', {
  name: 'portal.list-sections',
  summary: 'The tree of public sections, in order. Open to everyone.',
  grant: undefined,
  input: z.object({}),
  output: z.object({
    items: z.array(
      z.object({
        ...{ id: z.number(), path: z.string(), titleEs: z.string(), titleEn: z.string().nullable() },
        ...{ parent: z.number().nullable(), depth: z.number() },
      }),
    ),
  }),
  async read(reader) {
    const tree = (await sectionsOf(reader)).filter(({ audience }) => audience === 'public')
    return {
      items: tree.map(({ id, path, titleEs, titleEn, parentId, depth }) => ({
        ...{ id, path, titleEs, titleEn, parent: parentId, depth },
      })),
    }
  },
})

export const api: readonly Operation[] = [
  sections,
  endpoint('POST', '/sections', openSection),
  endpoint('PUT', '/sections/:section', describeSection),
  endpoint('PUT', '/sections/:section/place', moveSection),
  endpoint('PUT', '/sections-order', orderSections),
  endpoint('DELETE', '/sections/:section', closeSection),
  endpoint('POST', '/pages', writePage),
  endpoint('POST', '/pages/:page/versions/:number/publication', publishPage),
  endpoint('POST', '/pages/:page/versions/:number/restoration', restoreVersion),
  endpoint('POST', '/pages/:page/withdrawal', withdrawPage),
  endpoint('PUT', '/home', composeHome),
  endpoint('POST', '/home/features', startFeature),
  endpoint('PUT', '/home/features-order', orderFeatures),
  endpoint('DELETE', '/home/features/:feature', retireFeature),
  endpoint('POST', '/home/images', keepImage),
  endpoint('POST', '/home/broadcasts', announceBroadcast),
  endpoint('DELETE', '/home/broadcasts/:broadcast', cancelBroadcast),
  endpoint('POST', '/home/notices', announceNotice),
  endpoint('DELETE', '/home/notices/:notice', retireNotice),
  endpoint('POST', '/redirects', addRedirects),
  endpoint('DELETE', '/redirects/:redirect', removeRedirect),
  endpoint('PUT', '/portal-rules/same-person', setRule),
]
