import { count as written } from '#kernel/pure/numbers'
import type { SearchWords } from './words.es.ts'

export const en: SearchWords = {
  moduleTitle: 'Search',
  grant: 'Search the desk',
  search: 'Search',
  results: (count, query) =>
    count === 0
      ? `Nothing found for “${query}”`
      : count === 1
        ? `One result for “${query}”`
        : `${written(count)} results for “${query}”`,
  hint: 'Topic or folio',
  staffHint: 'Folio, person, document or order',
  instead: (query, near) => `There is nothing with “${query}”. “${near}” was looked for instead.`,
  nothing: 'Try fewer words, or others. You can also walk through the sections.',
  type: 'Type what you look for.',
  allSections: 'Site map',
  kinds: {
    'publications.document': 'Document',
    'publications.request': 'Request',
    'portal.page': 'Page',
    'portal.section': 'Section',
    'directory.person': 'Person',
    'directory.post': 'Post',
    'directory.area': 'Area',
    'identity.account': 'Account',
  },
  plurals: {
    'publications.document': 'Documents',
    'publications.request': 'Requests',
    'portal.page': 'Pages',
    'portal.section': 'Sections',
    'directory.person': 'People',
    'directory.post': 'Posts',
    'directory.area': 'Areas',
    'identity.account': 'Accounts',
  },
  places: 'Go to',
  filter: 'What to look for',
  everything: 'Everything',
}
