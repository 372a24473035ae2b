const accounts = (count: number) => (count === 1 ? '1 cuenta' : `${count.toLocaleString('es-MX')} cuentas`)

/** What the module says in the terminal. */
export const es = {
  summary: 'Listar, abrir, cerrar y reabrir cuentas, abrir muchas desde una hoja y cambiar una contraseña',
  usage:
    'list | create CORREO --given-names … --family-names … [--role CLAVE] | import HOJA.csv [--apply] | ' +
    'reset-password CORREO | disable CORREO | enable CORREO',
  givenNames: 'Nombre de la persona, si el directorio no conoce el correo',
  familyNames: 'Sus apellidos, igualmente',
  apply: 'Abrir las cuentas de la hoja; sin esto solo se dice qué pasaría',
  role: 'Una función que tendrá en todas las áreas, por su clave: administracion, enlace…',
  noRole: (key: string) => `No hay una función ${key}. La cuenta se abrió sin ella.`,
  noFile: (path: string) => `No existe ${path}`,
  noAccount: (email: string) => `No hay una cuenta ${email}.`,
  would: (ready: number, bad: number) =>
    `Se ${ready === 1 ? 'puede' : 'pueden'} abrir ${accounts(ready)}; ` +
    `hay ${bad === 1 ? '1 falta' : `${bad.toLocaleString('es-MX')} faltas`}. No se escribió nada.`,
  addApply: ' Con --apply se abren.',
  opened: (count: number) =>
    count === 1
      ? 'Se abrió 1 cuenta; su invitación va en camino.'
      : `Se abrieron ${accounts(count)}; sus invitaciones van en camino.`,
}
export type TerminalWords = typeof es
