import type { ApprovalTold, EditionTold, UrgencyTold, WithdrawalTold } from '../rules/record.ts'
import { es as words } from '../words.es.ts'

const reasons: Readonly<{ [Reason in string]?: string }> = words.withdrawalReasons
const documents = (count: number) => (count === 1 ? '1 documento' : `${count.toLocaleString('es-MX')} documentos`)
const faults = (count: number) => (count === 1 ? '1 falta' : `${count.toLocaleString('es-MX')} faltas`)

/** What the module says in the terminal. */
export const es = {
  importing: {
    summary: 'Traer lo que la institución ya había publicado: una carpeta de archivos y una hoja que los describe',
    usage: 'CARPETA --sheet HOJA.csv [--apply] [--skip-bad] [--as CORREO] | undo TANDA…',
    sheet:
      'CSV: titulo, area, seccion, fecha, archivos; si se conocen, resumen, motivo, fundamento, revision y direccion',
    apply: 'Traerlos; sin esto solo se dice qué pasaría',
    skipBad: 'Dejar fuera los renglones con faltas en vez de detenerse',
    as: 'Actuar como esta cuenta, con sus permisos y nada más',
    noFile: (path: string) => `No existe ${path}`,
    noSheet: 'Falta decir la hoja con --sheet.',
    noAccount: (email: string) => `No hay una cuenta ${email}`,
    would: (ready: number, bad: number) =>
      `${ready === 1 ? 'Puede' : 'Pueden'} entrar ${documents(ready)}; hay ${faults(bad)}. No se escribió nada. ` +
      'Con --apply entran.',
    label: 'documentos',
    nothing: 'No entró ningún documento.',
    brought: (count: number, batches: string) =>
      `${count === 1 ? 'Entró' : 'Entraron'} ${documents(count)}. Para deshacer: pregonero import undo ${batches}`,
    takenBack: (count: number) => `Se ${count === 1 ? 'retiró' : 'retiraron'} ${documents(count)}.`,
  },
  record: {
    altered: (key: string, revision: number) => `${key}, revisión ${revision}: su contenido no es el que se congeló.`,
    unapproved: {
      published: (folio: string) => `${folio}: se publicó sin una aprobación vigente.`,
      carriedOut: (folio: string) => `${folio}: se llevó a cabo sin una aprobación vigente.`,
    },
    again: (name: string) => `${name}, otra vez`,
    approval: (folio: string, at: string) => `${folio}, aprobación del ${at}`,
    approved({ by, fingerprint, samePerson, ruleSource, voidedAt }: ApprovalTold): string {
      const alone = samePerson ? `, contenido propio, conforme a ${ruleSource}` : ''
      return `${by} aprobó ${fingerprint}${alone}${voidedAt ? `, sin efecto desde ${voidedAt}` : ''}`
    },
    edition: (key: string, number: number) => `${key}, edición ${number}`,
    published({ by, at, folio, fingerprint, edition, rollsBackTo, note, objected, ...told }: EditionTold): string {
      const back =
        rollsBackTo === null ? '' : `, de regreso a la ${rollsBackTo}: ${objected ? `se objetó la ${objected}` : note}`
      const superseded = told.supersededAt ? `, sustituida el ${told.supersededAt}` : ''
      const ended = told.endedAt ? `, deshecha el ${told.endedAt}` : ''
      return `${by} publicó ${fingerprint} el ${at} por ${folio} como ${edition}${back}${superseded}${ended}`
    },
    withdrawal: (key: string, at: string) => `${key}, retiro del ${at}`,
    withdrawn({ by, reason, fingerprint, liftedAt }: WithdrawalTold): string {
      const why = reasons[reason]?.toLowerCase() ?? reason
      return `${by} lo retiró, ${why}, como ${fingerprint}${liftedAt ? `, levantado el ${liftedAt}` : ', y sigue retirado'}`
    },
    urgency: (folio: string) => `${folio}, urgencia`,
    urgent({ by, at, ratifiedBy, ratifiedAt }: UrgencyTold): string {
      const after = ratifiedBy ? `, ratificada por ${ratifiedBy} el ${ratifiedAt}` : ', sin ratificar'
      return `${by} publicó de urgencia el ${at}${after}`
    },
    onlyLedger: (name: string, said: string) => `${name}: el libro dice que ${said}; las tablas no saben de ello.`,
    onlyTables: (name: string, said: string) => `${name}: las tablas dicen que ${said}; el libro no sabe de ello.`,
    different: (name: string, ledger: string, tables: string) =>
      `${name}: el libro dice que ${ledger}; las tablas dicen que ${tables}.`,
  },
}
export type TerminalWords = typeof es
