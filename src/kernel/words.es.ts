import type { Issue } from './command.ts'
import { count as written } from './pure/numbers.ts'

const entries = (count: number) => (count === 1 ? '1 asiento' : `${written(count)} asientos`)

type Detail = Issue & { minimum?: number; maximum?: number; origin?: string; format?: string }

/** Sentences for a value that a schema did not take. `message` speaks only where a schema wrote its own key. */
function issue(raw: Issue): string {
  const { code, minimum, maximum, origin, format, message } = raw as Detail
  const own = messages[message]
  if (own) return own
  if (code === 'too_small' && origin === 'string') return `Escriba al menos ${written(minimum ?? 0)} caracteres.`
  if (code === 'too_small' && origin === 'array')
    return minimum === 1 ? 'Elija al menos uno.' : `Elija al menos ${minimum}.`
  if (code === 'too_small') return `Escriba ${minimum} o más.`
  if (code === 'too_big' && origin === 'string')
    return maximum === 1 ? 'Escriba un solo carácter.' : `Escriba ${written(maximum ?? 0)} caracteres o menos.`
  if (code === 'too_big' && origin === 'array') return `Elija ${maximum} o menos.`
  if (code === 'too_big') return `Escriba ${maximum} o menos.`
  if (code === 'invalid_value') return messages['choice'] ?? ''
  if (code === 'invalid_format' && format === 'email') return 'Escriba un correo completo, por ejemplo ines@ejemplo.mx.'
  if (code === 'invalid_format' && format === 'url') return 'Escriba la dirección entera: https://ejemplo.mx.'
  if (code === 'unrecognized_keys') return 'Hay datos que no se esperaban.'
  return 'Revise este dato.'
}

const messages: Readonly<Record<string, string>> = {
  date: 'Escriba una fecha que exista, por ejemplo 16 de octubre de 2027.',
  instant: 'Escriba fecha y hora, por ejemplo 2027-10-16 14:30.',
  number: 'Escriba un número.',
  choice: 'Elija una de las opciones.',
  whole: 'Escriba un número sin decimales.',
  control: 'Quite los caracteres que no se ven.',
  zone: 'Escriba el nombre de una zona, por ejemplo America/Mexico_City.',
  place: 'Escriba https://… o un lugar de este portal, como /transparencia.',
  missing: 'Falta este dato.',
  unseen: 'Falta decir qué versión vio.',
  mismatch: 'No coincide con lo que escribió arriba.',
}

export const es = {
  invalid: 'Revise los datos marcados.',
  missingField: 'Falta este dato.',
  forbidden: (grant: string) => `Su cuenta no tiene el permiso «${grant}». Pídalo a quien administra las cuentas.`,
  missing: 'No existe, o no está a su alcance.',
  stale: 'Alguien cambió esto mientras usted lo veía. Lo que escribió sigue aquí: revíselo y vuelva a enviarlo.',
  unseen: 'Falta decir qué versión de esto vio. Abra la página otra vez y decida con lo que muestre.',
  keyReused: 'Esa clave de reintento ya se usó para otra cosa.',
  notYourArea: 'Ese asunto es de otra área.',
  tooLarge: (limit: string) => `Es demasiado grande: el límite es ${limit}.`,
  malformed: 'La solicitud no se entiende: su contenido está incompleto o mal formado.',
  crossSite: 'La solicitud vino de otro sitio y no se atendió. Abra la página y vuelva a intentarlo.',
  signInFirst: 'Su sesión terminó. Inicie sesión para continuar.',
  tokenFirst: 'Diga quién es: envíe su clave en el encabezado Authorization, «Bearer» y la clave.',
  apology: (code: string) => `Algo falló de nuestro lado y ya quedó anotado. Si lo reporta, diga la clave ${code}.`,
  databaseAway: 'La base de datos no responde. Nada de lo guardado se perdió; intente de nuevo en un momento.',
  noSuchSetting: (names: string) => `No existe este ajuste: ${names}. Vea .env.example.`,
  badConfiguration: (faults: string) => `La configuración no se puede usar:\n${faults}\nVea .env.example.`,
  folderInUse: (folder: string, pid: number) => `La base incluida en ${folder} está abierta en el proceso ${pid}.`,
  editedMigration: (name: string) => `${name} se modificó después de haberse ejecutado.`,
  damagedSecrets: (file: string) =>
    `${file} está dañado: recupérelo de una copia. Sin él no se firman las raíces del libro.`,
  noHouse: (folder: string) =>
    `En ${folder} no hay una casa. La funda «pregonero serve», o la devuelve «pregonero restore» desde una copia. ` +
    'Si está en otra carpeta, dígala con PREGONERO_DATA.',
  noHouseInDatabase: (folder: string) =>
    `En ${folder} hay secretos, pero su base de datos está vacía: revise DATABASE_URL y PREGONERO_DATA.`,
  ledgerFaults: {
    misplaced: (id: number, found: number, due: number) =>
      `El asiento ${id} está en el lugar ${found}; le tocaba el ${due}.`,
    changed: (id: number) => `El asiento ${id} se cambió después de escribirse.`,
    node: (index: number, level: number, id: number) =>
      `El nodo ${index} del nivel ${level} no concuerda con el asiento ${id}.`,
    otherRoot: (size: number) => `La raíz firmada con ${entries(size)} es otra.`,
    entriesLost: (said: number, left: number) =>
      `La última raíz firmada habla de ${entries(said)} y quedan ${written(left)}.`,
    checkpoint: (size: number, what: string) => `La raíz firmada con ${entries(size)}: ${what}`,
    against: (what: string) => `La raíz con que se compara: ${what}`,
    badCheckpoint: {
      notOne: 'no es una raíz firmada.',
      badRoot: 'su raíz no es un SHA-256.',
      badSignature: 'su firma no corresponde.',
    },
    cutOff: (kept: number, size: number) =>
      `La raíz guardada habla de ${entries(kept)} y el libro tiene ${written(size)}: se le cortó el final.`,
    rewritten: (when: string, size: number) =>
      `El libro no crece desde la raíz del ${when}: se reescribió la historia anterior al asiento ${size}.`,
  },
  issue,
}
export type KernelWords = typeof es
