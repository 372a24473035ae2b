import type { ImportingWords } from './importing.es.ts'

/** Words of opening many accounts from a sheet, in its own page and in the terminal. */
export const importing: ImportingWords = {
  title: 'Accounts from a sheet',
  below: 'All are opened or none. Each person is sent an invitation to choose a password.',
  sheet: 'CSV sheet',
  sheetHint: 'Columns: nombre, apellidos, correo, area, funcion; if you like, tratamiento and idioma.',
  rows: 'Or paste the lines here',
  rowsHint: 'With their headings. In area write the acronym, several apart by |, or “todas” for all.',
  check: 'Check',
  apply: (count) => (count === 1 ? 'Open the account' : `Open the ${count} accounts`),
  ready: 'Can be opened',
  more: (count) => `And ${count} more.`,
  faulty: 'To be mended in the sheet',
  nothingDone: 'No account was opened.',
  empty: 'The sheet has no lines to read.',
  opened: (count) =>
    count === 1
      ? 'One account was opened; its invitation is on its way.'
      : `${count} accounts were opened; their invitations are on their way.`,
  line: 'Line',
  column: 'Column',
  what: 'What is wrong',
  columns: {
    givenNames: 'nombre',
    familyNames: 'apellidos',
    email: 'correo',
    areas: 'area',
    role: 'funcion',
    treatment: 'tratamiento',
    gender: 'genero',
    locale: 'idioma',
  },
  refused: (count) => (count === 1 ? 'No account was opened: one fault.' : `No account was opened: ${count} faults.`),
  areaUnsaid: 'Write the acronym of the area, or “todas” for all.',
  tooMany: (most) => `A sheet holds ${most} accounts at most. Make another with the rest.`,
  faults: {
    emailTaken: 'There is an account with that address.',
    emailRepeated: 'That address is on an earlier line.',
    personHasAccount: 'That person has an account, with another address.',
    noSuchRole: 'There is no role with that name.',
    noSuchArea: 'No living area has that acronym or name.',
  },
}
