/** Words of the house's own pages: Hoy, the ledger, the API. */
export const es = {
  today: 'Hoy',
  waiting: (count: number) =>
    count === 0
      ? 'Nada espera su decisión'
      : count === 1
        ? 'Un asunto espera su decisión'
        : `${count} asuntos esperan su decisión`,
  start: 'Empezar por el más urgente',
  waitsForMe: 'Me espera',
  nothingWaits: 'Cuando algo necesite de usted aparecerá aquí, lo más urgente primero.',
  changed: 'Cambió desde ayer',
  ownChanges: 'Lo que usted hizo desde ayer',
  nothingChanged: 'Nada ha cambiado desde ayer.',
  allEntries: 'Ver el libro de registro',
  due: (when: string) => `Vence el ${when}`,
  overdue: (when: string) => `Venció el ${when}`,
  ledger: 'Libro de registro',
  ledgerBelow:
    'Cada decisión es un asiento que ya no cambia. La raíz firmada permite a cualquiera comprobar que nada se quitó ni se reescribió.',
  entry: (id: number) => `Asiento ${id}`,
  entryNumber: 'Asiento',
  at: 'Fecha',
  who: 'Quién',
  what: 'Qué',
  module: 'Módulo',
  position: 'Lugar en el árbol',
  notYetPlaced: 'Se sella en un momento',
  cause: 'Causa',
  older: 'Anteriores',
  newest: 'Los más recientes',
  filter: 'Filtrar',
  everyModule: 'Todos los módulos',
  leaf: 'Contenido del asiento',
  leafText: 'JSON canónico (RFC 8785). Los datos personales van como compromiso: su huella con 32 bytes al azar.',
  proof: 'Prueba de inclusión',
  proofText: 'Con el contenido, este camino y la raíz firmada se comprueba el asiento sin pedir nada a esta casa.',
  checkpoint: 'Raíz firmada',
  checkpointText: 'Guárdela fuera de aquí: con ella se descubre cualquier historia reescrita después.',
  downloadCheckpoint: 'Descargar la raíz firmada',
  publicKey: 'Clave pública de la firma',
  noEntries: 'El libro está vacío.',
  house: 'La casa',
  catalogue: 'Componentes',
  api: 'Interfaz para programas',
  apiBelow:
    'Lo que hace un formulario lo hace también un programa, con los mismos permisos, las mismas razones y el mismo libro de registro.',
  apiSpecification: 'Descripción OpenAPI 3.1',
  apiToken: 'Envíe su clave en el encabezado Authorization: Bearer. Se crea en «Mi cuenta» y se muestra una sola vez.',
  apiErrors: 'Un rechazo responde application/problem+json con todas sus razones (RFC 9457).',
  apiRetry: 'Con Idempotency-Key, repetir una escritura no la hace dos veces.',
  apiPages: 'Las listas dan «next»: envíelo como «after» para seguir.',
  grantNeeded: 'Permiso',
  open: 'Abierto a todos',
  operation: 'Operación',
  grantLedger: 'Leer el libro de registro',
}
export type DeskWords = typeof es
