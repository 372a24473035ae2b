import type { FramingWords } from './words.es.ts'

export const en: FramingWords = {
  unnamed: 'Portal without a name yet',
  groups: {
    publish: 'Publish',
    sit: 'Sessions',
    transparency: 'Transparency',
    measure: 'Measure',
    report: 'Report',
    administer: 'Administer',
  },
  evaluation:
    'This installation uses the embedded database, which is for evaluation. For real work, connect it to PostgreSQL.',
  moreAbout: 'More about this',
  missingTitle: 'We could not find this page',
  missingText:
    'The address may be wrong, the content may have been withdrawn, or it may be shown only to people who sign in. Search by its name or subject.',
  refusalTitle: {
    invalid: 'Some details need correcting',
    forbidden: 'Your account does not have this permission',
    missing: 'It does not exist, or is out of your reach',
    conflict: 'Somebody changed this first',
    unlawful: 'The rules do not allow it',
  },
  searchHint: 'Topic or folio',
  home: 'Go to the home page',
  back: 'Back to where you were',
  signIn: 'Sign in',
  apologyTitle: 'Something failed on our side',
  awayTitle: 'We will be back in a moment',
  apologyText: (code) => `It has been noted. If you report it, give the code ${code}.`,
  awayText: 'The database does not answer. Nothing that was saved is lost. Load the page again in a moment.',
  errorCode: (status) => `Error ${status}`,
}
