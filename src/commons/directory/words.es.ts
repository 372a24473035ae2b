import { staff } from './words/staff.es.ts'

export const es = {
  ...staff,
  grantRead: 'Consultar áreas, cargos, personas y calendarios',
  grantManage: 'Administrar la institución, sus áreas, personas y calendario',
  alreadyFounded: 'La institución ya existe: cambie sus datos en lugar de fundarla otra vez.',
  themeFaults: {
    'not-a-colour': 'Escriba el color como #0b5660: un signo # y seis cifras o letras de la A a la F.',
    'accent-too-light':
      'Este color no se lee sobre el papel del portal: elija uno más oscuro (contraste de 4.5 a 1 o más).',
    'ink-too-light': 'Los títulos no se leerían con este color: elija uno más oscuro (contraste de 7 a 1 o más).',
    'not-a-font': 'Elija una de las letras de la casa.',
  },
  acronymTaken: (acronym: string) => `Ya hay un área vigente con las siglas ${acronym}.`,
  areaClosed: 'Esa área ya no está vigente.',
  hasLivingArea: (acronym: string) => `De esta área depende ${acronym}, que sigue vigente. Ciérrela o cámbiela antes.`,
  ownAncestor: 'Un área no puede depender de sí misma ni de una que depende de ella.',
  endsBeforeStart: 'Termina antes de empezar: revise la fecha.',
  emailTaken: 'Ese correo ya es de otra persona.',
  holdsPost: 'Esta persona ocupa un cargo. Termine antes su nombramiento.',
  postHeld: 'Otra persona ocupa el cargo en esas fechas. Termine antes su nombramiento.',
  alreadyEnded: 'Ese nombramiento ya terminó.',
  wrongYear: (day: string) => `El día ${day} no es del año de este calendario.`,
  tells: {
    institutionFounded: 'Se fundó la institución.',
    institutionDescribed: 'Cambiaron los datos de la institución.',
    logoSet: 'Puso el logotipo de la institución.',
    logoDropped: 'Quitó el logotipo de la institución.',
    themeSet: 'Cambió la apariencia de la institución.',
    areaCreated: (acronym: string) => `Se creó el área ${acronym}.`,
    areaRenamed: (acronym: string) => `Se corrigieron los datos del área ${acronym}.`,
    areaClosed: (acronym: string, on: string) => `El área ${acronym} dejó de existir el ${on}.`,
    areaSucceeded: (acronym: string, on: string) => `El área ${acronym} tomó el relevo el ${on}.`,
    personRegistered: 'Se registró a la persona.',
    personDescribed: 'Se corrigieron los datos de la persona.',
    personForgotten: 'Se suprimieron los datos de la persona.',
    postCreated: 'Se creó un cargo.',
    personAppointed: (on: string) => `Se nombró a la persona en un cargo desde el ${on}.`,
    appointmentEnded: (on: string) => `Terminó un nombramiento el ${on}.`,
    calendarSet: (year: number, version: number) => `Se fijó el calendario de ${year}, versión ${version}.`,
  },
}
export type DirectoryWords = typeof es
