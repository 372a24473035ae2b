import type { SearchWords } from './words.es.ts'

export const en: SearchWords = {
  grant: 'Search the desk',
  search: 'Search',
  results: (count, query) =>
    count === 0
      ? `Nothing found for “${query}”`
      : count === 1
        ? `One result for “${query}”`
        : `${count} results for “${query}”`,
  hint: 'Subject, resolution or reference',
  staffHint: 'Folio, person, document or order',
  alike: 'It is written so nowhere. These are alike:',
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
  places: 'Go to',
  filter: 'What to look for',
  everything: 'Everything',
}
