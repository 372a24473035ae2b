import type { Event } from '#kernel/command'

export const topicOfSection = (section: number) => `portal.section-${section}`
export const topicOfPage = (page: number) => `portal.page-${page}`
/** Rings on whatever the public may see change. */
export const publicTopic = 'public.portal'

interface OfSection {
  readonly section: number
  readonly path: string
}
interface OfPage {
  readonly page: number
  readonly number: number
}

const aboutSection = <Data extends OfSection>(name: string): Event<Data> => ({
  name: `portal.${name}`,
  topics: ({ section }) => [topicOfSection(section), 'portal.sections', publicTopic],
})
const aboutPage = <Data extends OfPage>(name: string): Event<Data> => ({
  name: `portal.${name}`,
  topics: ({ page }) => [topicOfPage(page), 'portal.pages', publicTopic],
})
const aboutHome = <Data>(name: string): Event<Data> => ({
  name: `portal.${name}`,
  topics: () => ['portal.home', publicTopic],
})
const aboutRedirects = <Data>(name: string): Event<Data> => ({
  name: `portal.${name}`,
  topics: () => ['portal.redirects'],
})

export const sectionOpened = aboutSection<OfSection>('section-opened')
export const sectionDescribed = aboutSection<OfSection>('section-described')
export const sectionMoved = aboutSection<OfSection & { from: string; below: number }>('section-moved')
export const sectionClosed = aboutSection<OfSection>('section-closed')

export const pageWritten = aboutPage<OfPage & { hash: string; restores?: number }>('page-written')
export const pagePublished = aboutPage<
  OfPage & { hash: string; path: string; samePerson: boolean; ruleSource: string }
>('page-published')
export const pageWithdrawn = aboutPage<OfPage & { path: string }>('page-withdrawn')

export const featureStarted = aboutHome<{ feature: number }>('feature-started')
export const featureRetired = aboutHome<{ feature: number }>('feature-retired')
export const featuresOrdered = aboutHome<{ features: readonly number[] }>('features-ordered')
export const noticeAnnounced = aboutHome<{ notice: number; kind: string }>('notice-announced')
export const noticeRetired = aboutHome<{ notice: number }>('notice-retired')
export const broadcastAnnounced = aboutHome<{ broadcast: number; from: string; until: string }>('broadcast-announced')
export const broadcastCancelled = aboutHome<{ broadcast: number }>('broadcast-cancelled')
export const homeComposed = aboutHome<Record<string, never>>('home-composed')
export const imageKept = aboutHome<{ sha256: string }>('image-kept')
export const ruleSet = aboutHome<{ rule: string; allowed: boolean; source: string }>('rule-set')

/** `digest` is the SHA-256 of the lines, one `from to` each, sorted. */
export const redirectsAdded = aboutRedirects<{ count: number; kind: string; digest: string }>('redirects-added')
export const redirectRemoved = aboutRedirects<{ redirect: number }>('redirect-removed')
