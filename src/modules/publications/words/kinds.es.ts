/** What a withdrawal and a correction say where a publication says that it is published. */
export const es = {
  withdraw: {
    titled: (title: string) => `Retiro de «${title}»`,
    states: {
      'publication-failed': 'Retiro fallido',
      'published-pending-ratification': 'Retirado, por ratificar',
      published: 'Retirado',
    },
    verbs: { publish: 'retirar el documento', 'publish-urgently': 'retirar de urgencia' },
    actions: {
      approve: 'Aprobar el retiro',
      schedule: 'Programar el retiro',
      publish: 'Retirar',
      'publish-urgently': 'Retirar de urgencia',
    },
    tasks: {
      publish: (folio: string) => `Retirar lo que pide ${folio}`,
      mend: (folio: string) => `Resolver el retiro fallido de ${folio}`,
    },
    clocks: { publication: 'Retiro' },
    objections: {
      'before-not-before': 'Es antes de la fecha desde la que el área permite retirarlo.',
      'not-approved': 'Nadie ha aprobado el retiro.',
    },
    lacks: { 'ground-kind': 'Falta decir con qué fundamento se retira.' },
    labels: {
      newTitle: 'Pedir el retiro de un documento',
      openHint: 'Se abre como borrador y toma su folio. Enseguida se dice por qué se retira.',
      withdrawalReason: 'Por qué se retira',
      changeNote: 'Qué cambia',
      whatBinds: 'el motivo, la dirección de destino, la explicación o el fundamento',
      groundKind: 'Con qué fundamento se retira',
      summaryHint: 'Qué es lo que se retira y de qué periodo, en una o dos frases.',
      notBefore: 'No retirar antes de',
      scheduleAt: 'Fecha y hora del retiro',
      askAt: 'Elija la fecha y la hora del retiro.',
    },
    tells: {
      opened: 'Abrió la solicitud de retiro.',
      approved: 'Aprobó el retiro.',
      approvedOwn: (source: string) => `Aprobó el retiro que solicitó o editó, conforme a ${source}.`,
      scheduled: 'Programó el retiro.',
      unscheduled: 'Quitó la fecha del retiro.',
      failed: (attempts: number) => `No se pudo retirar (intento ${attempts}).`,
      published: (_number: number, _urgent: boolean) => 'Retiró el documento.',
    },
  },
  'correct-metadata': {
    titled: (title: string) => `Corrección de «${title}»`,
    states: {
      'publication-failed': 'Corrección fallida',
      'published-pending-ratification': 'Corregido, por ratificar',
      published: 'Corregido',
    },
    verbs: { publish: 'corregir los datos', 'publish-urgently': 'corregirlos de urgencia' },
    actions: {
      approve: 'Aprobar la corrección',
      schedule: 'Programar la corrección',
      publish: 'Corregir ahora',
      'publish-urgently': 'Corregir de urgencia',
    },
    tasks: {
      publish: (folio: string) => `Corregir lo que pide ${folio}`,
      mend: (folio: string) => `Resolver la corrección fallida de ${folio}`,
    },
    clocks: { publication: 'Corrección' },
    objections: {
      'before-not-before': 'Es antes de la fecha desde la que el área permite corregirlo.',
      'not-approved': 'Nadie ha aprobado la corrección.',
    },
    lacks: { 'ground-kind': 'Falta decir por qué está publicado.' },
    labels: {
      newTitle: 'Pedir la corrección de sus datos',
      openHint: 'Se abre como borrador y toma su folio. Enseguida se corrigen los datos.',
      withdrawalReason: 'Por qué se retira',
      changeNote: 'Qué se corrige',
      whatBinds: 'un archivo, el título, el resumen, la sección, el fundamento o la vigencia',
      groundKind: 'Por qué está publicado',
      summaryHint: 'Qué es y de qué periodo, en una o dos frases. Lo leerán los ciudadanos.',
      notBefore: 'No corregir antes de',
      scheduleAt: 'Fecha y hora de la corrección',
      askAt: 'Elija la fecha y la hora de la corrección.',
    },
    tells: {
      opened: 'Abrió la solicitud de corrección.',
      approved: 'Aprobó la corrección.',
      approvedOwn: (source: string) => `Aprobó la corrección que solicitó o editó, conforme a ${source}.`,
      scheduled: 'Programó la corrección.',
      unscheduled: 'Quitó la fecha de la corrección.',
      failed: (attempts: number) => `No se pudo corregir (intento ${attempts}).`,
      published: (number: number, urgent: boolean) =>
        urgent
          ? `Corrigió los datos de urgencia, en la edición ${number}.`
          : `Corrigió los datos, en la edición ${number}.`,
    },
  },
  /** Of either: what was asked for is not a publication, and the title says what it is. */
  notices: {
    approved: (folio: string, title: string) => `${folio} se aprobó y espera cumplirse: ${title}`,
    published: (folio: string, title: string) => `${folio} se cumplió: ${title}`,
    urgent: (folio: string, title: string) => `${folio} se cumplió de urgencia y espera ratificación: ${title}`,
    failed: (folio: string, title: string) => `${folio} no se pudo cumplir: ${title}`,
  },
  deadlines: {
    publication: (folio: string, title: string, when: string) =>
      `${folio} debe cumplirse a más tardar el ${when}: ${title}`,
  },
}
export type KindWords = typeof es
