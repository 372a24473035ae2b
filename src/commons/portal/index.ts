import type { Module } from '#kernel/module'
import { api } from './api.ts'
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
import { keepImage, keepLogo } from './commands/images.ts'
import { publishPage, restoreVersion, withdrawPage, writePage } from './commands/pages.ts'
import { addRedirects, removeRedirect } from './commands/redirects.ts'
import { closeSection, describeSection, moveSection, openSection, orderSections } from './commands/sections.ts'
import first from './migrations/0001-portal.sql'
import { frame, holds, publicLists, searchables, sitemap, verify } from './offers.ts'
import { named, portalRoutes } from './portal/index.ts'
import { abouts } from './staff/abouts.ts'
import { nav, orders, staffRoutes } from './staff/index.ts'
import { tells } from './tells.ts'
import { say } from './words.ts'

export { announceBroadcast } from './commands/broadcasts.ts'
export { announceNotice, composeHome, startFeature } from './commands/home.ts'
export { publishPage, writePage } from './commands/pages.ts'
export { leadOldAddresses, releaseAddresses } from './commands/redirects.ts'
export { openSection } from './commands/sections.ts'
export { pagePublished, pageWithdrawn, publicTopic, sectionClosed, sectionMoved } from './events.ts'
export { type RedirectAnswer, redirectFor } from './queries/redirects.ts'
export { findSection, sectionPaths, sectionsOf, sectionTitles } from './queries/sections.ts'
export { ancestorsOf, branchOf, type Section } from './rules/tree.ts'
export type { Portal } from './tables.ts'

export const portal: Module = {
  name: 'portal',
  title: say((words) => words.moduleTitle),
  needs: ['directory', 'identity', 'files'],
  migrations: [{ name: 'portal/0001-portal', text: first }],
  commands: [
    openSection,
    describeSection,
    moveSection,
    orderSections,
    closeSection,
    writePage,
    publishPage,
    withdrawPage,
    restoreVersion,
    startFeature,
    retireFeature,
    orderFeatures,
    announceNotice,
    retireNotice,
    announceBroadcast,
    cancelBroadcast,
    composeHome,
    setRule,
    keepImage,
    keepLogo,
    addRedirects,
    removeRedirect,
  ],
  grants: {
    'portal.compose': say(({ grants }) => grants.compose),
    'portal.publish': say(({ grants }) => grants.publish),
    'portal.rule': say(({ grants }) => grants.rule),
    'intranet.read': { ...say(({ grants }) => grants.intranet), within: 'own' },
  },
  facesPublic: true,
  portal: portalRoutes,
  api,
  staff: staffRoutes,
  nav,
  orders,
  fallback: named,
  tells,
  abouts,
  frame,
  publicLists,
  sitemap,
  searchables,
  holds,
  verify,
}
