const number = (count: number) => count.toLocaleString('es-MX')
const entries = (count: number) => (count === 1 ? '1 asiento' : `${number(count)} asientos`)
const files = (count: number) => (count === 1 ? '1 archivo' : `${number(count)} archivos`)

/** What the program says to whoever sits at the machine. */
export const es = {
  motto: 'Pregonero: lo que una institución pública publica, desde la solicitud hasta la página comprobada.',
  helpMore: 'pregonero <orden> --help dice más.',
  noSuchLine: (name: string) => `${name}: no existe esa orden.`,
  json: 'Responder en JSON, un valor por renglón',
  help: 'Mostrar esta ayuda',
  unknownOption: (option: string) => `No existe la opción ${option}. Con --help se ven las que hay.`,
  wrongValue: (option: string) => `La opción ${option} no se escribió bien. Con --help se ve cómo.`,
  notOpened: 'La orden no se entiende. Con --help se ve cómo se escribe.',
  noFile: (path: string) => `No existe ${path}`,
  notBuilt: 'No hay programa construido: npm run build.',
  serve: {
    summary: 'Servir el portal, el escritorio y la API, y hacer el trabajo que espera',
    noWorker: 'Dejar el trabajo a otros procesos (pregonero work)',
    founding: (address: string, code: string) =>
      `Nadie tiene cuenta todavía. Funde la casa en ${address} con el código ${code}`,
    portTaken: (port: number) => `Otro programa ocupa el puerto ${port}. Ponga en PREGONERO_PORT uno libre.`,
    portForbidden: (port: number) =>
      `Este usuario no puede escuchar en el puerto ${port}. Ponga en PREGONERO_PORT uno mayor que 1023.`,
    notHeard: (place: string, why: string) => `No se puede escuchar en ${place}: ${why}`,
  },
  work: {
    summary: 'Solo hacer el trabajo que espera: más manos junto a «serve --no-worker» en PostgreSQL',
    working: 'Trabajando. Ctrl+C termina después de la tarea en curso.',
  },
  migrate: {
    summary: 'Poner la base de datos al día y decir qué se hizo',
    upToDate: 'La base de datos está al día.',
  },
  start: {
    summary: 'Servir, y si la carpeta está vacía, amueblar antes una institución de ejemplo',
    loopbackOnly: (host: string) => `El ejemplo imprime sus contraseñas: solo se sirve en este equipo, no en ${host}.`,
    accountsAt: (file: string) => `Estas cuentas quedan en ${file}`,
  },
  example: {
    summary: 'Amueblar la institución de ejemplo en una casa vacía, con la carga de una real si se pide',
    scale: '1 son 1,904 solicitudes y 11,448 archivos en 144 días',
    badScale: '--scale lleva un número de 0 a 100',
    furnished: 'Esta casa ya tiene cuentas: el ejemplo va en una vacía.',
  },
  furnishing: {
    founding: 'Fundando el Instituto Electoral del Anáhuac',
    opening: 'Abriendo solicitudes y subiendo sus archivos',
    checking: 'Revisando los archivos',
    renewing: 'Renovando lo que cambió',
    living: 'Recorriendo la vida de cada solicitud',
    verifying: 'Comprobando desde fuera lo publicado',
    load: 'Solicitudes',
  },
  /** How far something with several pieces is, on the page that waits. */
  part: (what: string, at: number, total: number) => `${what} (${number(at)} de ${number(total)})…`,
  accountsOf: (address: string) => `Cuentas de ejemplo (${address}):`,
  backup: {
    summary: 'Escribir en un archivo todo lo que la casa guarda: tablas, acervo, secretos. Se restaura donde sea',
    usage: 'ARCHIVO.tar',
    library: 'acervo',
    exists: (file: string) => `Ya existe ${file}. Una copia nunca se escribe sobre otra: dé otro nombre o muévalo.`,
    noFolder: (folder: string) => `No existe la carpeta ${folder}.`,
    done: (file: string, size: number) => `${file}: ${entries(size)} del libro.`,
  },
  restore: {
    summary: 'Devolver una copia a una casa vacía y probar que es la misma',
    usage: 'ARCHIVO.tar',
    houseThere: (folder: string) => `En ${folder} ya hay una casa. Una copia va en una carpeta vacía.`,
    notBackup: (file: string) => `${file} no es una copia de Pregonero.`,
    otherVersion: (steps: string) => `La copia es de otra versión: ${steps}.`,
    lacksSteps: 'le faltan pasos de esta',
    ledgerThere: 'Esta base de datos ya tiene un libro. Una copia va en una vacía.',
    damaged: (name: string) => `${name} está dañado: su contenido tiene otra huella.`,
    cut: (file: string) => `${file} está cortado.`,
    otherRoot: (root: string, said: string) => `La raíz es ${root}, y la copia dice ${said}.`,
    done: (size: number, count: number, root: string) =>
      `Se restauraron ${entries(size)} y ${files(count)}. Raíz ${root}`,
    notTheSame: 'No es la misma casa.',
  },
  ledger: {
    summary: 'Comprobar el libro contra todo lo que dice, o imprimir su raíz firmada',
    usage: 'verify [--against ARCHIVO] | checkpoint',
    against: 'Una raíz guardada fuera: descubre una historia reescrita y vuelta a firmar',
    agree: (size: number, root: string) =>
      size === 1 ? `1 asiento concuerda. Raíz ${root}` : `${entries(size)} concuerdan. Raíz ${root}`,
    faults: (count: number, size: number) =>
      `${count === 1 ? '1 falta' : `${number(count)} faltas`} en ${entries(size)}.`,
    empty: 'El libro está vacío: todavía no se firma nada.',
  },
  run: {
    summary: 'Ejecutar un comando de la casa por su nombre; sin nombre, listarlos',
    usage: '[<módulo.comando>] [campo=valor …] [--input JSON|-] [--as CORREO]',
    input: 'Todos los datos en JSON, o - para leerlos de la entrada',
    as: 'Actuar como esta cuenta, con sus permisos y nada más',
    noCommand: (name: string) => `${name}: no existe ese comando. «pregonero run» los lista.`,
    noAccount: (email: string) => `No hay una cuenta ${email}`,
    fieldValue: (field: string) => `${field}: escriba campo=valor`,
    notJson: (why: string) => `Los datos no son JSON: ${why}`,
  },
  doctor: {
    summary: 'Mirar la casa como quien la opera: base, disco, secretos, correo, cola, libro',
    states: { well: 'bien', look: 'ver', bad: 'mal' },
    parts: {
      database: 'base',
      disk: 'disco',
      secrets: 'secretos',
      mail: 'correo',
      queue: 'cola',
      ledger: 'libro',
      address: 'dirección',
      proxies: 'proxies',
    },
    embedded: (version: string) => `PGlite ${version}: para evaluar. Para trabajar, ponga DATABASE_URL.`,
    free: (bytes: string, folder: string) => `${bytes} libres en ${folder}`,
    secretsKept: 'Solo este usuario los lee.',
    secretsOpen: (mode: string) => `Su modo es ${mode}: otros pueden leerlos.`,
    smtp: 'Las cartas salen por SMTP.',
    lettersWait: 'Las cartas quedan como archivos en la carpeta de datos. Ponga PREGONERO_SMTP_URL.',
    queue: (due: number, failed: number) =>
      `${due === 1 ? '1 espera' : `${number(due)} esperan`}, ` +
      `${failed === 1 ? '1 se abandonó' : `${number(failed)} se abandonaron`}.`,
    unsealed: 'Hay asientos sin su lugar: ¿corre un servidor?',
    sealed: (size: number) => `${size === 1 ? '1 asiento sellado' : `${number(size)} asientos sellados`}.`,
    withoutTls: (address: string) => `${address}: sin TLS. Ponga PREGONERO_BASE_URL.`,
    proxies: (count: number) =>
      count === 1
        ? 'Se cree a 1 proxy sobre el origen de las peticiones.'
        : `Se cree a ${count} proxies sobre su origen.`,
  },
  proxy: {
    tlsBefore:
      'El TLS termina antes de la casa y no se cree a ningún proxy: todos comparten su dirección, y los intentos ' +
      'fallidos de una persona hacen esperar a las demás. Ponga PREGONERO_TRUSTED_PROXIES.',
    strayHeader:
      'Esta semana llegó X-Forwarded-For y no se cree a ningún proxy. Si hay uno delante, todos comparten su ' +
      'dirección, y los intentos fallidos de una persona hacen esperar a las demás. Ponga PREGONERO_TRUSTED_PROXIES.',
  },
}
export type LivesWords = typeof es
