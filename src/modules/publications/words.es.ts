import { longDate } from '#kernel/pure/dates'
import { count as written } from '#kernel/pure/numbers'
import type { PageFault } from './rules/anchors.ts'
import type { ClockName } from './rules/clocks.ts'
import type { Limited, LimitFault } from './rules/limits.ts'
import type { Move, State } from './rules/machine.ts'
import type { Objection, RequiredField } from './rules/objections.ts'
import type { TargetFault } from './rules/targets.ts'
import type { WithdrawalReason } from './rules/withdrawals.ts'
import type { GroundKind, Kind, Portal, Severity } from './tables.ts'

const momentOf = (local: string) => `${longDate(local.slice(0, 10), 'es')}, ${local.slice(11, 16)} h`
const list = (numbers: readonly number[]) => new Intl.ListFormat('es').format(numbers.map(String))
/** What somebody wrote in a sheet, short enough to stand in a sentence. */
const quoted = (value: string) => `«${value.length > 60 ? `${value.slice(0, 60)}…` : value}»`
const some = (count: number, one: string, many: string) => (count === 1 ? `un ${one}` : `${written(count)} ${many}`)
export const identical = (equal: number, files: number): string =>
  `${written(equal)} de ${written(files)} ${files === 1 ? 'archivo idéntico' : 'archivos idénticos'}`

const states: Readonly<Record<State, string>> = {
  draft: 'Borrador',
  submitted: 'Enviada',
  'in-review': 'En revisión',
  'with-observations': 'Con observaciones',
  approved: 'Aprobada',
  scheduled: 'Programada',
  'publication-failed': 'Publicación fallida',
  'published-pending-ratification': 'Publicada, por ratificar',
  published: 'Publicada',
  'in-revalidation': 'Por confirmar vigencia',
  superseded: 'Reemplazada',
  withdrawn: 'Retirada',
  archived: 'Archivada',
  abandoned: 'Desistida',
}

const verbs: Readonly<Record<Move, string>> = {
  submit: 'enviarla',
  admit: 'admitirla',
  'refuse-admission': 'devolverla sin admitir',
  assign: 'reasignar su revisión',
  observe: 'devolverla con observaciones',
  resubmit: 'reenviarla',
  approve: 'aprobarla',
  'void-approval': 'anular la aprobación',
  schedule: 'programarla',
  unschedule: 'quitarle la fecha',
  publish: 'publicarla',
  'give-up-publishing': 'dejar de intentar publicarla',
  'publish-urgently': 'publicarla de urgencia',
  ratify: 'ratificarla',
  object: 'objetarla',
  'call-for-revalidation': 'pedir que se confirme su vigencia',
  revalidate: 'confirmar su vigencia',
  supersede: 'reemplazarla',
  'roll-back': 'regresar a ella',
  'reopen-ratification': 'dejarla otra vez por ratificar',
  withdraw: 'retirarla',
  archive: 'archivarla',
  abandon: 'desistirse de ella',
}

const fields: Readonly<Record<RequiredField, string>> = {
  section: 'Falta elegir la sección del portal.',
  summary: 'Falta el resumen: diga en una o dos frases qué es y de qué periodo.',
  'ground-kind': 'Falta decir por qué se publica.',
  'ground-reference': 'Falta citar la norma, el acuerdo o el programa que lo funda.',
  'review-on': 'Falta la fecha en que el área revisará si sigue vigente.',
  'timing-reason': 'Falta el motivo de los plazos.',
  'withdrawal-reason': 'Falta el motivo del retiro, o la explicación que ese motivo pide.',
  'calendar-mode-reason': 'Falta el motivo para contar todos los días y horas.',
}

const targetFaults: Readonly<Record<TargetFault, string>> = {
  unreachable: 'La dirección de destino no responde.',
  gone: 'En la dirección de destino no hay nada publicado.',
  itself: 'La dirección de destino es la del mismo documento.',
  hops: 'La dirección de destino lleva a otra y esa a otra más. Escriba la última.',
  'not-public': 'La dirección de destino no es pública.',
}

function objection(found: Objection, named: Readonly<Record<State, string>> = states): string {
  switch (found.code) {
    case 'wrong-state':
      return `La solicitud está en «${named[found.state]}».`
    case 'missing':
      return fields[found.field]
    case 'no-files':
      return 'Falta agregar al menos un archivo.'
    case 'checks-running':
      return `La revisión automática de ${some(found.files, 'archivo', 'archivos')} no ha terminado.`
    case 'blocking-findings':
      return `Hay hallazgos que bloquean en ${some(found.files, 'archivo', 'archivos')}.`
    case 'target-missing':
      return 'Falta la dirección a la que se enviará a quien lo busque.'
    case 'target-itself':
      return 'La dirección de destino es la del mismo documento.'
    case 'target-unseen':
      return 'La dirección de destino se está comprobando.'
    case 'target-bad':
      return targetFaults[found.fault]
    case 'reference-missing':
      return 'Falta el folio del incidente o el número del expediente que lo ordena.'
    case 'no-document':
      return 'Falta elegir el documento publicado del que se trata.'
    case 'urgent-withdrawal':
      return 'Un retiro no se hace de urgencia. Si hay datos personales o una orden, se retira de inmediato.'
    case 'document-not-live':
      return 'El documento ya no está publicado.'
    case 'edition-superseded':
      return `Se preparó sobre la edición ${found.begun} y ya está publicada la ${found.live}. El área debe ver qué cambió y decidir sobre cuál va.`
    case 'files-fixed':
      return 'Una corrección de datos deja los archivos de la edición vigente. Para cambiarlos, pida una actualización.'
    case 'no-open-observations':
      return 'No hay observaciones abiertas que devolver.'
    case 'unanswered-observations':
      return found.numbers.length === 1
        ? `Falta responder la observación ${list(found.numbers)}.`
        : `Falta responder las observaciones ${list(found.numbers)}.`
    case 'blocking-observations':
      return found.numbers.length === 1
        ? `La observación ${list(found.numbers)} bloquea y no está resuelta.`
        : `Las observaciones ${list(found.numbers)} bloquean y no están resueltas.`
    case 'needs-request':
      return `Solo se regresa de un clic a la edición anterior, y durante ${found.hours} horas. Para otra, haga una solicitud.`
    case 'ratification-pending':
      return 'Se publicó de urgencia y nadie la ha ratificado todavía.'
    case 'own-request':
      return 'Usted hizo la solicitud. Otra persona debe aprobarla.'
    case 'own-edit':
      return 'Usted editó su contenido. Otra persona debe aprobarla.'
    case 'own-publication':
      return 'Usted la publicó. Otra persona debe decidir.'
    case 'content-changed':
      return 'El contenido cambió después de la aprobación. Debe aprobarse otra vez.'
    case 'not-approved':
      return 'Nadie la ha aprobado.'
    case 'too-soon':
      return `La hora debe ser al menos ${some(found.seconds, 'segundo', 'segundos')} después de ahora.`
    case 'before-not-before':
      return 'Es antes de la fecha desde la que el área permite publicarla.'
    case 'after-needed-by':
      return 'Es después de la fecha en que el área la necesita.'
    case 'frozen':
      return `Hasta el ${momentOf(found.until)} no se publica ahí: ${found.basis}.`
    case 'file-missing':
      return `El acervo ya no tiene ${some(found.files, 'archivo', 'archivos')} de la solicitud.`
  }
}

export const es = {
  moduleTitle: 'Solicitudes y documentos',
  states,
  verbs,
  objection,
  notYet: (verb: string) => `Todavía no es posible ${verb}.`,
  checkFields: 'Revise los datos marcados.',
  noSuchSection: 'Esa sección ya no existe.',
  sectionInside: 'Esa sección solo se ve en la intranet.',
  neededBeforeNotBefore: 'La necesita antes de la fecha desde la que permite publicarla.',
  reviewInPast: 'Revise su vigencia después de hoy: elija una fecha posterior.',
  orderEndsInPast: 'La orden no puede haber terminado: elija una fecha posterior a hoy.',
  onlyOrdersEnd: 'Solo una orden de autoridad lleva fecha de término.',
  askedInFuture: 'Escriba el día en que se pidió: hoy o antes.',
  validityInPast: 'La vigencia no puede haber terminado: elija hoy o una fecha posterior.',
  limitFaults: {
    nothing: 'Escriba más que cero.',
    'broken-day': 'Los días hábiles se cuentan enteros.',
    'reminds-before-it-begins': 'El recordatorio sería anterior al comienzo del plazo.',
  } as Record<LimitFault['code'], string>,
  freezing: {
    endsBeforeItBegins: 'Termina antes de comenzar.',
    alreadyOver: 'Ese momento ya pasó.',
  },
  electoralNeedsReason: 'Diga con qué proceso electoral está vinculada (jurisprudencia 1/2009).',
  tooManyFiles: (most: number) =>
    `Una solicitud lleva ${some(most, 'archivo', 'archivos')} como máximo. Haga otra con los demás.`,
  notAReviewer: 'Esa persona no puede revisar solicitudes de esta área.',
  contentMoved: 'El contenido cambió mientras usted lo veía. Revíselo otra vez antes de aprobar.',
  pageFault: (fault: PageFault) =>
    fault.code === 'of-no-file'
      ? 'Elija de qué archivo es la página.'
      : fault.pages === 1
        ? 'El archivo tiene una sola página.'
        : `El archivo tiene ${written(fault.pages)} páginas: escriba una de ellas.`,
  insistNeedsText: 'Diga qué falta para que el área pueda corregirlo.',
  importLine: (line: number) => `Renglón ${line}`,
  kinds: {
    publish: 'Publicar',
    update: 'Actualizar',
    withdraw: 'Retirar',
    'correct-metadata': 'Corregir datos',
  } satisfies Record<Kind, string> as Record<Kind, string>,
  portals: { internet: 'Internet', intranet: 'Intranet' } as Record<Portal, string>,
  grounds: {
    'transparency-obligation': 'Obligación de transparencia',
    resolution: 'Acuerdo de un órgano',
    dissemination: 'Difusión',
    other: 'Otro',
  } as Record<GroundKind, string>,
  severities: { blocks: 'Bloquea', must: 'Debe', suggests: 'Sugiere' } as Record<Severity, string>,
  observationStates: { open: 'Abierta', answered: 'Atendida', accepted: 'Aceptada', dismissed: 'No procede' },
  priorities: { normal: 'Normal', urgent: 'Urgente', 'legal-term': 'Término legal' },
  clocks: {
    admission: 'Admisión',
    review: 'Revisión',
    area: 'Atención de observaciones',
    publication: 'Publicación',
    verification: 'Verificación desde fuera',
    ratification: 'Ratificación',
    revalidation: 'Confirmación de vigencia',
    withdrawal: 'Retiro por datos personales',
  } as Record<ClockName, string>,
  calendarModes: { working: 'Días y horas hábiles', electoral: 'Todos los días y horas (proceso electoral)' },
  withdrawalReasons: {
    'published-in-error': 'Publicado por error',
    consolidated: 'Consolidado en otra página',
    'no-longer-in-force': 'Ya no vigente',
    'historical-archive': 'En archivo histórico',
    'personal-or-reserved-data': 'Datos personales o reservados',
    'order-of-authority': 'Orden de autoridad',
    'validity-ended': 'Término de vigencia',
  } as Record<WithdrawalReason, string>,
  grants: {
    'publications.read': 'Ver las solicitudes de publicación',
    'publications.request': 'Solicitar publicaciones para un área',
    'publications.admit': 'Admitir solicitudes y asignar revisión',
    'publications.review': 'Revisar y observar',
    'publications.approve': 'Aprobar contenido',
    'publications.publish': 'Publicar y programar lo aprobado',
    'publications.publish-urgently': 'Publicar de urgencia',
    'publications.withdraw': 'Retirar por datos personales u orden, y archivar',
    'publications.ratify': 'Ratificar u objetar lo publicado de urgencia',
    'publications.import': 'Importar lo ya publicado',
    'publications.freeze': 'Fijar y levantar ventanas de restricción',
  },
  undoneImport: (batch: number) => `Importación deshecha (tanda ${batch})`,
  sheet: {
    title: (value: string) =>
      value === '' ? 'Falta el título.' : `${quoted(value)}: el título lleva entre 5 y 200 caracteres.`,
    area: (value: string) =>
      value === '' ? 'Falta el área.' : `${quoted(value)}: no hay un área vigente con esas siglas o ese nombre.`,
    section: (value: string) =>
      value === '' ? 'Falta la sección.' : `${quoted(value)}: no hay una sección con esa dirección o ese título.`,
    published: (value: string) =>
      `${value === '' ? 'Falta la fecha' : quoted(value)}: escriba una que ya haya pasado, como 2019-05-02.`,
    review: (value: string) => `${quoted(value)}: escriba la fecha de revisión como 2027-05-02.`,
    noFiles: (_: string) => 'Falta decir qué archivos lleva.',
    lostFile: (value: string) => `${quoted(value)}: no está en la carpeta.`,
  },
  notices: {
    submitted: (folio: string, title: string) => `${folio} espera admisión: ${title}`,
    admitted: (folio: string, title: string) => `${folio} quedó en sus manos para revisar: ${title}`,
    returned: (folio: string, title: string) => `${folio} volvió sin admitirse: ${title}`,
    observed: (folio: string, title: string) => `${folio} tiene observaciones por responder: ${title}`,
    resubmitted: (folio: string, title: string) => `${folio} volvió con respuestas: ${title}`,
    approved: (folio: string, title: string) => `${folio} se aprobó y espera publicarse: ${title}`,
    published: (folio: string, title: string) => `${folio} se publicó: ${title}`,
    objected: (folio: string, title: string) => `${folio} se había publicado de urgencia y se objetó: ${title}`,
    withdrawnAtOnce: (folio: string, title: string) => `${folio}: el documento se retiró de inmediato: ${title}`,
    searchRemoval: (folio: string, title: string) =>
      `${folio} se retiró por datos personales: pida a buscadores y archivos que lo olviden: ${title}`,
    urgent: (folio: string, title: string) => `${folio} se publicó de urgencia y espera ratificación: ${title}`,
    failed: (folio: string, title: string) => `${folio} no se pudo publicar: ${title}`,
    revalidation: (folio: string, title: string) => `${folio}: confirme si sigue vigente: ${title}`,
    differs: (folio: string, title: string) => `${folio} no coincide con lo aprobado: ${title}`,
    voided: (folio: string, title: string) => `${folio} cambió después de aprobarse: ${title}`,
    lapsed: (folio: string, title: string) => `${folio} quedó desistida por falta de respuesta: ${title}`,
  },
  orderEnds: (folio: string, title: string, day: string) =>
    `La orden por la que se retiró ${folio} termina el ${day}; el documento no vuelve por sí solo: ${title}`,
  /** What is told of a term before it ends. */
  deadlines: {
    admission: (folio, title, when) => `${folio} debe admitirse a más tardar el ${when}: ${title}`,
    review: (folio, title, when) => `La revisión de ${folio} vence el ${when}: ${title}`,
    area: (folio, title, when) => `Las observaciones de ${folio} se responden a más tardar el ${when}: ${title}`,
    publication: (folio, title, when) => `${folio} debe publicarse a más tardar el ${when}: ${title}`,
    verification: (folio, title, when) => `${folio} debe verificarse desde fuera a más tardar el ${when}: ${title}`,
    ratification: (folio, title, when) => `${folio} debe ratificarse u objetarse a más tardar el ${when}: ${title}`,
    revalidation: (folio, title, when) => `La vigencia de ${folio} se confirma a más tardar el ${when}: ${title}`,
    withdrawal: (folio, title, when) => `${folio} tiene datos personales y se retira a más tardar el ${when}: ${title}`,
    lapse: (folio, title, when) =>
      `${folio} quedará desistida el ${when} si no se responden sus observaciones: ${title}`,
  } as Record<Limited, (folio: string, title: string, when: string) => string>,
  tells: {
    requestOpened: 'Abrió la solicitud.',
    requestDescribed: 'Escribió los datos de la solicitud.',
    fileAttached: (version: number) =>
      version === 1 ? 'Agregó un archivo.' : `Subió la versión ${version} de un archivo.`,
    filesAttached: (files: number) => `Agregó ${files} archivos.`,
    filesRenamed: (files: number) => `Cambió el nombre de ${files} archivos.`,
    filesDetached: (files: number) => `Quitó ${files} archivos.`,
    fileRenamed: 'Cambió el nombre de un archivo.',
    fileDetached: 'Quitó un archivo.',
    checksAsked: 'Pidió revisar otra vez los archivos.',
    requestSubmitted: (round: number, files: number) =>
      round === 1
        ? files === 0
          ? 'Envió la solicitud.'
          : `Envió la solicitud con ${some(files, 'archivo', 'archivos')}.`
        : `Reenvió la solicitud; comienza la ronda ${round}.`,
    requestAdmitted: 'Admitió la solicitud y asignó la revisión.',
    requestsAdmitted: (requests: number) => `Admitió ${requests} solicitudes y asignó su revisión.`,
    admissionRefused: 'Devolvió la solicitud sin admitirla.',
    requestAssigned: 'Cambió a quien revisa.',
    requestsAssigned: (requests: number) => `Cambió a quien revisa ${requests} solicitudes.`,
    observationWritten: (number: number) => `Escribió la observación ${number}.`,
    observationAnswered: (number: number) => `Respondió la observación ${number}.`,
    observationSettled: (number: number, outcome: string) =>
      outcome === 'accept'
        ? `Aceptó la respuesta a la observación ${number}.`
        : outcome === 'insist'
          ? `Insistió en la observación ${number}.`
          : `Dejó sin efecto la observación ${number}.`,
    requestObserved: (count: number) =>
      `Devolvió la solicitud con ${count === 1 ? 'una observación' : `${written(count)} observaciones`}.`,
    requestApproved: (samePerson: boolean, source: string) =>
      samePerson ? `Aprobó el contenido que solicitó o editó, conforme a ${source}.` : 'Aprobó el contenido.',
    approvalVoided: 'El contenido cambió: la aprobación quedó sin efecto.',
    approvalOvertaken: 'Ya no va sobre la edición que vio quien aprobó: la aprobación quedó sin efecto.',
    basisConfirmed: (edition: number) => `Vio qué cambió y confirmó que va sobre la edición ${edition}.`,
    contentRetaken: (edition: number) => `Tomó otra vez el contenido, de la edición ${edition}.`,
    publicationScheduled: 'Programó la publicación.',
    publicationUnscheduled: 'Quitó la fecha de publicación.',
    publicationFailed: (attempts: number) => `No se pudo publicar (intento ${attempts}).`,
    targetChecked: (stands: boolean, status: number) =>
      stands
        ? 'Comprobó que la dirección de destino responde.'
        : `La dirección de destino no sirve${status ? ` (respondió ${status})` : ''}.`,
    requestAbandoned: 'La solicitud quedó desistida.',
    calendarModeSet: (electoral: boolean): string =>
      electoral ? 'Todos los días y horas cuentan para esta solicitud.' : 'Cuentan los días y horas hábiles.',
    documentPublished: (number: number, urgent: boolean) =>
      urgent ? `Publicó de urgencia la edición ${number}.` : `Publicó la edición ${number}.`,
    documentRolledBack: (to: number, number: number, note: string) =>
      `Regresó a la edición ${to}, que es ahora la ${number}: ${note}`,
    documentRestored: (to: number, number: number, objected: number) =>
      `Se objetó la edición ${objected}, publicada de urgencia: volvió la ${to}, que es ahora la ${number}.`,
    documentSuperseded: (number: number) => `La edición ${number} fue reemplazada.`,
    documentWithdrawn: (reason: WithdrawalReason) =>
      `Retiró el documento: ${es.withdrawalReasons[reason].toLowerCase()}.`,
    documentArchived: 'Archivó la solicitud.',
    publicationRatified: 'Ratificó la publicación de urgencia.',
    publicationObjected: (restored?: number) =>
      restored
        ? `Objetó la publicación de urgencia: volvió la edición ${restored}.`
        : 'Objetó la publicación de urgencia: el documento se retiró.',
    orderEnded: 'Llegó la fecha en que termina la orden de retiro.',
    searchRemovalNoted: 'Anotó lo que se pidió a buscadores y archivos.',
    withdrawalVerified: (passed: boolean): string =>
      passed
        ? 'Comprobó desde fuera que su dirección responde como pide el retiro.'
        : 'Lo retirado no responde desde fuera como debe.',
    publicationVerified: (passed: boolean, equal: number, files: number) =>
      passed
        ? `Verificó lo publicado desde fuera: ${identical(equal, files)}.`
        : `Lo publicado no coincide: ${identical(equal, files)}.`,
    revalidationDue: 'Llegó la fecha de revisar su vigencia.',
    deadlineReminded: (clock: Limited): string =>
      clock === 'lapse'
        ? 'Recordó que la solicitud está por quedar desistida.'
        : `Recordó un plazo por vencer: ${es.clocks[clock].toLowerCase()}.`,
    limitSet: 'Cambió un plazo de servicio.',
    freezeWindowSet: (basis: string) => `Fijó una ventana de restricción: ${basis}.`,
    freezeWindowLifted: (reason: string) => `Levantó una ventana de restricción: ${reason}.`,
    validityConfirmed: 'Confirmó que sigue vigente.',
    ruleSet: 'Cambió una regla de publicación.',
    documentsImported: (count: number) =>
      `Importó ${some(count, 'documento ya publicado', 'documentos ya publicados')}.`,
    importUndone: (count: number) => `Deshizo la importación de ${some(count, 'documento', 'documentos')}.`,
  },
}
export type PublicationsWords = typeof es
