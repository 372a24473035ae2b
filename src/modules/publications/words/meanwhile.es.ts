const list = (names: readonly string[]) => new Intl.ListFormat('es').format(names)
const files = (names: readonly string[], one: string, many: string) =>
  `${names.length === 1 ? one : many}: ${list(names)}.`

/** Words of the record for what happened around a request: to its document, to its files, and after it left. */
export const es = {
  overtaken: (begun: number, live: number) =>
    `Esta solicitud se empezó sobre la edición ${begun}. Mientras tanto se publicó la ${live}, y publicarla así desharía lo que esa cambió.`,
  changed: 'Qué cambió',
  fields: {
    title: 'el título',
    summary: 'el resumen',
    section: 'la sección',
    ground: 'el fundamento',
    validity: 'la vigencia',
  },
  fieldsChanged: (fields: readonly string[]) => `Cambió ${list(fields)}.`,
  added: (names: readonly string[]) => files(names, 'Se agregó un archivo', 'Se agregaron archivos'),
  removed: (names: readonly string[]) => files(names, 'Se quitó un archivo', 'Se quitaron archivos'),
  replaced: (names: readonly string[]) =>
    files(names, 'Un archivo tiene otro contenido', 'Archivos con otro contenido'),
  sameContent: 'Ni sus datos ni sus archivos: solo la nota con que se publicó.',
  seeEdition: (number: number) => `Ver la edición ${number}`,
  confirm: (live: number) => `Confirmar que va sobre la edición ${live}`,
  confirmText: (live: number) =>
    `Lo que esta solicitud lleva se queda como está y, al publicarse, toma el lugar de la edición ${live}. Si ya estaba aprobada, se revisa otra vez.`,
  confirmDataText: (live: number) =>
    `Los datos que escribió se quedan y los archivos pasan a ser los de la edición ${live}. Si ya estaba aprobada, se revisa otra vez.`,
  retake: 'Tomar otra vez su contenido',
  retakeText: (live: number) =>
    `Los datos y archivos de la edición ${live} sustituyen a los de esta solicitud. Lo que se había cambiado en ella deja de estar.`,
  areaDecides: 'Lo decide su área.',
  underWay: (count: number): string =>
    count === 1
      ? 'Hay otra solicitud en curso sobre este documento:'
      : 'Hay otras solicitudes en curso sobre este documento:',
  underWayText: 'La que se publique primero pasa delante de las demás.',
  filesFixed: 'Una corrección de datos deja los archivos de la edición vigente.',
  askUpdate: 'Pedir una actualización',
  leftOut: (folio: string) => `De ${folio} no se pudieron tomar estos archivos:`,
  leftOutWhy: { erased: 'se suprimió del acervo', missing: 'el acervo ya no lo tiene' },
  takesDown: 'El documento se retira: antes de esta publicación de urgencia no había otra edición.',
  restores: (number: number) =>
    `Los lectores vuelven a ver la edición ${number}, la que estaba antes de esta publicación de urgencia.`,
  orderEnds: 'Término de la orden',
  orderEndsHint: 'Solo para una orden de autoridad, si la trae. Ese día se avisa; el documento no vuelve por sí solo.',
  endedOn: (day: string) => `${day}. Ya llegó: decida qué sigue`,
  searchRemoval: 'Buscadores y archivos de la web',
  searchRemovalText:
    'Lo que se retiró por datos personales puede seguir en la memoria de buscadores y archivos. Pida que lo quiten, con estas direcciones, y anote cuándo y a quiénes.',
  searchRemovalWaits: 'La gestoría de contenidos pide que lo quiten y lo anota aquí.',
  addresses: 'Direcciones que tuvo',
  askedOn: 'Día en que se pidió',
  askedOnAsk: 'Elija el día en que se pidió.',
  where: 'A quiénes se pidió',
  whereAsk: 'Escriba a qué buscadores o archivos se pidió.',
  whereHint: 'Por ejemplo: Google, Bing e Internet Archive, con su número de caso si lo dieron.',
  noted: 'Lo anotó',
  note: 'Anotar',
  task: (folio: string) => `Pedir a buscadores que olviden ${folio}`,
}
export type MeanwhileWords = typeof es
