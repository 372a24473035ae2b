import type { TimeUnit } from '#kernel/pure/clock'
import { duration } from '#kernel/pure/numbers'
import type { RoundKind } from '../rules/limits.ts'

const number = new Intl.NumberFormat('es-MX', { maximumFractionDigits: 1 })
/** Hours and minutes, however many hours they are: a day would have to say which. */
const hours = (minutes: number) => duration(minutes, Number.POSITIVE_INFINITY)

/** Words of service terms and of windows of restriction. */
export const es = {
  title: 'Plazos de servicio',
  below:
    'Cuánto puede correr cada reloj, según la prioridad. Lo que aquí se cambia rige los plazos que comiencen después.',
  term: 'Plazo',
  product: 'Valor inicial',
  productText:
    'Los valores iniciales son del producto, no de una norma: la institución fija los suyos y cita su fuente.',
  rounds: { first: 'primera ronda', later: 'rondas siguientes' } as Record<RoundKind, string>,
  lapse: 'Desistimiento por falta de respuesta',
  hours,
  amount: (amount: number, unit: TimeUnit, electoral = false): string => {
    if (unit === 'clock-hours') return hours(amount * 60)
    if (unit === 'working-minutes') return `${hours(amount)} ${amount === 60 ? 'hábil' : 'hábiles'}`
    const days = `${number.format(amount)} ${amount === 1 ? 'día' : 'días'}`
    return electoral ? `${days} de 24 h` : `${days} ${amount === 1 ? 'hábil' : 'hábiles'}`
  },
  beforeNeededBy: (amount: string, none: boolean) =>
    none ? 'Al llegar la fecha en que se necesita' : `${amount} antes de la fecha en que se necesita`,
  fileDays: 'A la primera revisión se le suma un día por cada 50 archivos después de los primeros 20.',
  electoral:
    'En proceso electoral los plazos corren de momento a momento y cada día es de 24 horas (LGIPE, art. 97.1; LGSMIME, art. 7.1).',
  howMuch: 'Cantidad',
  unit: 'Unidad',
  units: {
    'working-minutes': 'Minutos hábiles',
    'working-days': 'Días hábiles',
    'clock-hours': 'Horas de reloj, también de noche y en días inhábiles',
  } as Record<TimeUnit, string>,
  counted: 'Cómo se cuenta',
  countings: {
    'from-start': 'Desde que comienza',
    'before-needed-by': 'Hacia atrás, desde la fecha en que se necesita',
  },
  remindBefore: 'Recordar cuando falte',
  remindHint: 'En la misma unidad; 0 si no se recuerda.',
  source: 'Norma o acuerdo que lo fija',
  save: 'Fijar plazo',
  history: 'Antes',
  since: 'Desde',
  setBy: 'Lo fijó',
  freezing: 'Ventanas de restricción',
  freezingBelow:
    'Mientras duran, ahí no se publica nada, tampoco de urgencia ni con fecha puesta antes, salvo por los motivos que exceptúan.',
  noWindows: 'No hay ventanas de restricción.',
  basis: 'Norma o acuerdo que la ordena',
  basisHint: 'Por ejemplo: CPEUM, art. 41, base III, apartado C; LGIPE, art. 209.1.',
  from: 'Desde',
  until: 'Hasta',
  scope: 'Dónde',
  portal: 'Portal',
  bothPortals: 'Internet e intranet',
  section: 'Sección, con las que cuelgan de ella',
  everywhere: 'Todo el portal',
  exceptions: 'Motivos que sí se publican',
  none: 'Ninguno',
  state: 'Estado',
  states: { coming: 'Por comenzar', standing: 'En curso', over: 'Terminada', lifted: 'Levantada' },
  newWindow: 'Fijar una ventana',
  set: 'Fijar ventana',
  lift: 'Levantar',
  liftOf: (basis: string) => `Levantar la ventana: ${basis}`,
  liftReason: 'Por qué se levanta antes',
}
export type TermsWords = typeof es
