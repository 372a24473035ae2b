import { count as written } from '#kernel/pure/numbers'

const inBytes = (bytes: number) => (bytes === 1 ? '1 byte' : `${written(bytes)} bytes`)

export const es = {
  moduleTitle: 'Archivos',
  grants: {
    receive: 'Subir archivos a la biblioteca.',
    erase: 'Borrar para siempre un archivo con datos personales.',
    record: 'Anotar lo que la propia casa hizo con los archivos. Ninguna persona lo necesita.',
  },
  tells: {
    received: (files: number) => (files === 1 ? 'Llegó el archivo.' : `Llegaron ${files} archivos.`),
    checked: (blocking: number, must: number) =>
      blocking + must === 0
        ? 'Terminó la revisión automática: no encontró nada que corregir.'
        : `Terminó la revisión automática: ${[
            blocking > 0 && (blocking === 1 ? 'un hallazgo impide publicar' : `${blocking} hallazgos impiden publicar`),
            must > 0 && (must === 1 ? 'uno debe corregirse' : `${must} deben corregirse`),
          ]
            .filter(Boolean)
            .join(' y ')}.`,
    erasureAsked: 'Se pidió borrar el archivo.',
    erased: 'Se borró el archivo para siempre.',
    erasureRefused: 'No se borró el archivo: algo que debe mostrarse todavía lo usa.',
    released: 'Salió de la biblioteca porque ya nadie lo usaba.',
  },
  notKept: 'Ese archivo no ha llegado a la biblioteca. Súbalo primero.',
  otherSize: 'El tamaño no es el del archivo que llegó.',
  erased: 'Este archivo se borró por tener datos personales y no puede volver a entrar.',
  noRoom: 'No hay espacio en el servidor para guardar más archivos. Avise a quien lo administra.',
  empty: (name: string) => `«${name}» está vacío. Ábralo y guárdelo otra vez antes de enviarlo.`,
  tooLarge: (name: string, limit: string) => `«${name}» es demasiado grande: el límite es ${limit}.`,
  tooMany: (most: number) => `Son demasiados archivos para un solo envío: el límite es ${most}.`,
  tooManyFields: 'El formulario trae demasiados datos.',
  malformed: 'El envío no se entiende: llegó incompleto o mal formado.',
  notForm: 'Se esperaba un formulario con archivos (multipart/form-data).',
  notBytes: 'Se esperaba el contenido del archivo (application/offset+octet-stream).',
  noUpload: 'Esa subida no existe o ya terminó hace tiempo. Empiece de nuevo.',
  wrongOffset: (offset: number) => `La subida va en el byte ${offset}: continúe desde ahí.`,
  moreThanSaid: 'Llegaron más bytes de los anunciados.',
  tooManyOpen: (most: number) => `Tiene demasiadas subidas sin terminar: el límite es ${most}.`,
  mostAtOnce: (most: number) => `Pida ${most} archivos o menos.`,
  contentFault: (sha256: string, what: string) => `Contenido ${sha256}: ${what}`,
  contentFaults: {
    notErased: 'se borró y sus bytes siguen ahí.',
    unreadable: (why: string) => `sus bytes no se pueden leer (${why}).`,
    lacking: 'la biblioteca no tiene sus bytes.',
    changed: (now: string) => `sus bytes cambiaron; ahora su huella es ${now}.`,
    otherBytes: (said: number, found: number) => `el registro dice ${inBytes(said)} y hay ${inBytes(found)}.`,
  },
}
export type FilesWords = typeof es
