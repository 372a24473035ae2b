/** Words of opening many accounts from a sheet, in its own page and in the terminal. */
export const importing = {
  title: 'Cuentas desde una hoja',
  below: 'Se abren todas o ninguna. Cada persona recibe una invitación para elegir su contraseña.',
  sheet: 'Hoja CSV',
  sheetHint: 'Columnas: nombre, apellidos, correo, area, funcion; si quiere, tratamiento e idioma.',
  rows: 'O pegue aquí los renglones',
  rowsHint: 'Con sus encabezados. En area van las siglas, varias separadas por |, o «todas».',
  check: 'Revisar',
  apply: (count: number) => (count === 1 ? 'Abrir la cuenta' : `Abrir las ${count} cuentas`),
  ready: 'Pueden abrirse',
  more: (count: number) => `Y ${count} más.`,
  faulty: 'Por corregir en la hoja',
  nothingDone: 'No se abrió ninguna cuenta.',
  empty: 'La hoja no tiene renglones que leer.',
  opened: (count: number) =>
    count === 1
      ? 'Se abrió una cuenta; su invitación va en camino.'
      : `Se abrieron ${count} cuentas; sus invitaciones van en camino.`,
  line: 'Renglón',
  column: 'Columna',
  what: 'Qué falta',
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
  refused: (count: number) =>
    count === 1 ? 'No se abrió ninguna cuenta: hay una falta.' : `No se abrió ninguna cuenta: hay ${count} faltas.`,
  areaUnsaid: 'Escriba las siglas de su área, o «todas».',
  tooMany: (most: number) => `Una hoja lleva ${most} cuentas como máximo. Haga otra con las demás.`,
  faults: {
    emailTaken: 'Ya hay una cuenta con ese correo.',
    emailRepeated: 'Ese correo está en un renglón anterior.',
    personHasAccount: 'Esa persona ya tiene una cuenta, con otro correo.',
    noSuchRole: 'No hay una función con ese nombre.',
    noSuchArea: 'No hay un área vigente con esas siglas o ese nombre.',
  },
}
export type ImportingWords = typeof importing
