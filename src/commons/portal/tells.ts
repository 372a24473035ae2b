import type { Module } from '#kernel/module'
import { say } from './words.ts'

interface OfSection {
  readonly path: string
  readonly from: string
}
interface OfPage {
  readonly number: number
  readonly restores?: number
  readonly path: string
}

/** What its events say in a record's history. */
export const tells: NonNullable<Module['tells']> = {
  'portal.section-opened': ({ path }: OfSection) => say(({ tells }) => tells.sectionOpened(path)),
  'portal.section-described': ({ path }: OfSection) => say(({ tells }) => tells.sectionDescribed(path)),
  'portal.section-moved': ({ from, path }: OfSection) => say(({ tells }) => tells.sectionMoved(from, path)),
  'portal.section-closed': ({ path }: OfSection) => say(({ tells }) => tells.sectionClosed(path)),
  'portal.page-written': ({ number, restores }: OfPage) =>
    say(({ tells }) => (restores ? tells.pageRestored(number, restores) : tells.pageWritten(number))),
  'portal.page-published': ({ number, path }: OfPage) => say(({ tells }) => tells.pagePublished(number, path)),
  'portal.page-withdrawn': ({ path }: OfPage) => say(({ tells }) => tells.pageWithdrawn(path)),
  'portal.feature-started': () => say(({ tells }) => tells.featureStarted),
  'portal.feature-retired': () => say(({ tells }) => tells.featureRetired),
  'portal.features-ordered': () => say(({ tells }) => tells.featuresOrdered),
  'portal.notice-announced': () => say(({ tells }) => tells.noticeAnnounced),
  'portal.notice-retired': () => say(({ tells }) => tells.noticeRetired),
  'portal.broadcast-announced': () => say(({ tells }) => tells.broadcastAnnounced),
  'portal.broadcast-cancelled': () => say(({ tells }) => tells.broadcastCancelled),
  'portal.home-composed': () => say(({ tells }) => tells.homeComposed),
  'portal.image-kept': () => ({
    ...say(({ tells }) => tells.imageKept),
    together: (images) => say(({ tells }) => tells.imagesKept(images)),
  }),
  'portal.rule-set': ({ allowed }: { allowed: boolean }) => say(({ tells }) => tells.ruleSet(allowed)),
  'portal.redirects-added': ({ count }: { count: number }) => say(({ tells }) => tells.redirectsAdded(count)),
  'portal.redirect-removed': () => say(({ tells }) => tells.redirectRemoved),
}
