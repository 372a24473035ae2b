import type { MeanwhileWords } from './meanwhile.es.ts'

const list = (names: readonly string[]) => new Intl.ListFormat('en').format(names)
const files = (names: readonly string[], one: string, many: string) =>
  `${names.length === 1 ? one : many}: ${list(names)}.`

export const en: MeanwhileWords = {
  overtaken: (begun, live) =>
    `This request was begun from edition ${begun}. Meanwhile edition ${live} was published, and publishing this as it is would undo what that one changed.`,
  changed: 'What changed',
  fields: {
    title: 'the title',
    summary: 'the summary',
    section: 'the section',
    ground: 'the ground',
    validity: 'the validity',
  },
  fieldsChanged: (fields) => `In its data: ${list(fields)}.`,
  added: (names) => files(names, 'A file was added', 'Files were added'),
  removed: (names) => files(names, 'A file was removed', 'Files were removed'),
  replaced: (names) => files(names, 'A file has another content', 'Files with another content'),
  sameContent: 'Neither its data nor its files: only the note with which it was published.',
  seeEdition: (number) => `See edition ${number}`,
  confirm: (live) => `Confirm that it stands on edition ${live}`,
  confirmText: (live) =>
    `What this request holds stays as it is and, when it is published, takes the place of edition ${live}. If it was approved already, it is reviewed again.`,
  confirmDataText: (live) =>
    `The data that you wrote stay, and the files become those of edition ${live}. If it was approved already, it is reviewed again.`,
  retake: 'Take its content again',
  retakeText: (live) =>
    `The data and files of edition ${live} take the place of those of this request. What had been changed in it is no longer there.`,
  areaDecides: 'Its area decides.',
  underWay: (count) =>
    count === 1
      ? 'Another request about this document is under way:'
      : 'Other requests about this document are under way:',
  underWayText: 'Whichever is published first goes before the others.',
  filesFixed: 'A correction of data keeps the files of the edition in force.',
  askUpdate: 'Ask for an update',
  leftOut: (folio) => `These files of ${folio} could not be taken along:`,
  leftOutWhy: { erased: 'it was erased from the library', missing: 'the library no longer has it' },
  takesDown: 'The document is taken down: before this urgent publication there was no other edition.',
  restores: (number) => `Readers see edition ${number} again, the one before this urgent publication.`,
  orderEnds: 'End of the order',
  orderEndsHint:
    'Only for an order of an authority, if it has one. On that day you are told; the document does not come back by itself.',
  endedOn: (day) => `${day}. It has come: decide what follows`,
  searchRemoval: 'Search engines and web archives',
  searchRemovalText:
    'What was withdrawn for personal data may still be in the memory of search engines and archives. Ask them to remove it, with these addresses, and note when and whom.',
  searchRemovalWaits: 'The content manager asks for its removal and notes it here.',
  addresses: 'Addresses that it had',
  askedOn: 'Day on which it was asked',
  askedOnAsk: 'Choose the day on which it was asked.',
  where: 'Who was asked',
  whereAsk: 'Write which search engines or archives were asked.',
  whereHint: 'For example: Google, Bing and the Internet Archive, with their case number if they gave one.',
  noted: 'Noted by',
  note: 'Note it',
  task: (folio) => `Ask search engines to forget ${folio}`,
}
