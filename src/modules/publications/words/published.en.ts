import type { PublishedWords } from './published.es.ts'

export const en: PublishedWords = {
  title: 'Documents',
  below: 'What the portal shows today, with its public page and its record.',
  search: 'Title, address or folio',
  document: 'Document',
  section: 'Section',
  area: 'Area',
  every: 'All',
  published: 'Published',
  review: 'Review due',
  record: 'Record',
  edition: (number) => `edition ${number}`,
  none: 'No published document matches.',
  choose: {
    update: 'Which document is updated?',
    withdraw: 'Which document is withdrawn?',
    'correct-metadata': 'Of which document are the details corrected?',
  },
  chooseHint: 'Search what your areas have published and choose one.',
  find: 'Search',
  chosen: 'Document',
  another: 'Choose another',
  more: (shown, all) => `Showing ${shown} of ${all}. Write more words to find it.`,
  correct: 'Correct its details',
}
