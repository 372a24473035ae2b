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
        : `Terminó la revisión automática: ${blocking === 1 ? '1 hallazgo impide' : `${blocking} impiden`} publicar, ${must === 1 ? '1 debe' : `${must} deben`} corregirse.`,
    erasureAsked: 'Se pidió borrar el archivo.',
    erased: 'Se borró el archivo para siempre.',
    erasureRefused: 'No se borró el archivo: algo que debe mostrarse todavía lo usa.',
    released: 'Salió de la biblioteca porque ya nadie lo usaba.',
  },
  notKept: 'Ese archivo no ha llegado a la biblioteca. Súbalo primero.',
  otherSize: 'El tamaño no es el del archivo que llegó.',
  erased: 'Este archivo se borró por tener datos personales y no puede volver a entrar.',
  noRoom: 'No hay espacio en el servidor para guardar más archivos. Avise a quien lo administra.',
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
}
export type FilesWords = typeof es
