const documents = (count: number) => (count === 1 ? '1 documento' : `${count.toLocaleString('es-MX')} documentos`)
const faults = (count: number) => (count === 1 ? '1 falta' : `${count.toLocaleString('es-MX')} faltas`)

/** What the module says in the terminal. */
export const es = {
  importing: {
    summary: 'Traer lo que la institución ya había publicado: una carpeta de archivos y una hoja que los describe',
    usage: 'CARPETA --sheet HOJA.csv [--apply] [--skip-bad] [--as CORREO] | undo TANDA…',
    sheet:
      'CSV: titulo, area, seccion, fecha, archivos; si se conocen, resumen, motivo, fundamento, revision y direccion',
    apply: 'Traerlos; sin esto solo se dice qué pasaría',
    skipBad: 'Dejar fuera los renglones con faltas en vez de detenerse',
    as: 'Actuar como esta cuenta, con sus permisos y nada más',
    noFile: (path: string) => `No existe ${path}`,
    noSheet: 'Falta decir la hoja con --sheet.',
    noAccount: (email: string) => `No hay una cuenta ${email}`,
    would: (ready: number, bad: number) =>
      `${ready === 1 ? 'Puede' : 'Pueden'} entrar ${documents(ready)}; hay ${faults(bad)}. No se escribió nada. ` +
      'Con --apply entran.',
    label: 'documentos',
    nothing: 'No entró ningún documento.',
    brought: (count: number, batches: string) =>
      `${count === 1 ? 'Entró' : 'Entraron'} ${documents(count)}. Para deshacer: pregonero import undo ${batches}`,
    takenBack: (count: number) => `Se ${count === 1 ? 'retiró' : 'retiraron'} ${documents(count)}.`,
  },
  editionFault: (edition: number, what: string) => `Edición ${edition}: ${what}`,
  editionFaults: {
    altered: 'su contenido no es el que se congeló.',
    lacks: (name: string) => `falta ${name} en el acervo.`,
    unwritten: 'el libro no dice que se publicó.',
    otherContent: 'el libro dice otro contenido.',
    unapproved: 'nadie aprobó su contenido.',
  },
}
export type TerminalWords = typeof es
