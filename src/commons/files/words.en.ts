import { count as written } from '#kernel/pure/numbers'
import type { FilesWords } from './words.es.ts'

const inBytes = (bytes: number) => (bytes === 1 ? '1 byte' : `${written(bytes)} bytes`)

export const en: FilesWords = {
  moduleTitle: 'Files',
  grants: {
    receive: 'Upload files to the library.',
    erase: 'Erase for good a file with personal data.',
    record: 'Note what the house itself did with the files. No person needs it.',
  },
  tells: {
    received: (files) => (files === 1 ? 'The file arrived.' : `${files} files arrived.`),
    checked: (blocking, must) =>
      blocking + must === 0
        ? 'The automatic review ended: it found nothing to mend.'
        : `The automatic review ended: ${[
            blocking > 0 && (blocking === 1 ? 'one finding keeps it' : `${blocking} findings keep it`),
            must > 0 && (must === 1 ? 'one must be mended' : `${must} must be mended`),
          ]
            .filter(Boolean)
            .join(', ')
            .replace(/keeps? it/, '$& from publication')}.`,
    erasureAsked: 'Somebody asked to erase the file.',
    erased: 'The file was erased for good.',
    erasureRefused: 'The file was not erased: something that must show still uses it.',
    released: 'It left the library because nobody used it any more.',
  },
  notKept: 'That file has not reached the library. Upload it first.',
  otherSize: 'The size is not that of the file that arrived.',
  erased: 'This file was erased because it had personal data, and cannot come in again.',
  noRoom: 'The server has no room for more files. Tell whoever runs it.',
  empty: (name) => `“${name}” is empty. Open it and save it again before you send it.`,
  tooLarge: (name, limit) => `“${name}” is too large: the limit is ${limit}.`,
  tooMany: (most) => `These are too many files for one form: the limit is ${most}.`,
  tooManyFields: 'The form carries too much data.',
  malformed: 'What was sent cannot be understood: it arrived incomplete or malformed.',
  notForm: 'A form with files was expected (multipart/form-data).',
  notBytes: 'The content of the file was expected (application/offset+octet-stream).',
  noUpload: 'That upload does not exist, or ended some time ago. Start again.',
  wrongOffset: (offset) => `The upload is at byte ${offset}: go on from there.`,
  moreThanSaid: 'More bytes arrived than were announced.',
  tooManyOpen: (most) => `You have too many unfinished uploads: the limit is ${most}.`,
  mostAtOnce: (most) => `Ask for ${most} files or fewer.`,
  contentFault: (sha256, what) => `Content ${sha256}: ${what}`,
  contentFaults: {
    notErased: 'it was erased, and its bytes are still there.',
    unreadable: (why) => `its bytes cannot be read (${why}).`,
    lacking: 'the library lacks its bytes.',
    changed: (now) => `its bytes were changed; they hash to ${now} now.`,
    otherBytes: (said, found) => `the register says ${inBytes(said)}, and there are ${inBytes(found)}.`,
  },
}
