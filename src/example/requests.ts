import type { Acronym, Person, SectionKey } from './cast.ts'
import type { Fault } from './faults.ts'

/** How far each request goes; each stop is a state of the machine, or an exit from it. */
export type Destiny =
  | 'draft'
  | 'submitted'
  | 'in-review'
  | 'with-observations'
  | 'approved'
  | 'scheduled'
  | 'published'
  | 'urgent'
  | 'in-revalidation'
  | 'withdrawn'
  | 'archived'
  | 'abandoned'

/** What is asked of a document that is already public. */
export type FollowUp =
  | {
      readonly kind: 'update'
      readonly note: string
      /** It was taken down before the update's hour came: the clock tries, and gives up. */
      readonly overtaken?: { readonly reason: 'order-of-authority'; readonly reference: string }
    }
  | { readonly kind: 'correct-metadata'; readonly note: string; readonly summary: string }
  | { readonly kind: 'withdraw'; readonly note: string; readonly reason: 'no-longer-in-force' }

export interface Asked {
  readonly by: Person
  readonly area: Acronym
  readonly section: SectionKey
  readonly title: string
  readonly summary: string
  readonly ground: 'transparency-obligation' | 'resolution' | 'dissemination' | 'other'
  readonly reference: string
  readonly files: readonly string[]
  readonly destiny: Destiny
  readonly portal?: 'internet' | 'intranet'
  /** What was wrong with a file when it was handed in, by its place. */
  readonly faults?: Readonly<Record<number, Fault>>
  /** What is asked of the same document later. */
  readonly later?: FollowUp
}

/** What each area of the example asks, from the driest to the most urgent. */
export const asked: readonly Asked[] = [
  {
    ...{ by: 'daniela', area: 'PPP', section: 'lineamientos', destiny: 'published' },
    title: 'Criterios para la publicación de elementos alusivos en fechas conmemorativas',
    summary:
      'Dicen qué fechas se recuerdan en la página de inicio, quién propone la imagen y el texto, cuántos días permanecen y cómo se guardan en el archivo.',
    ...{
      ground: 'resolution',
      reference: 'Acuerdo CGPE/ORD/02/2026/A05',
      files: ['criterios-fechas-conmemorativas.pdf'],
    },
    later: {
      kind: 'update',
      note: 'Agrega el archivo histórico y reduce de diez a siete días la permanencia.',
    },
  },
  {
    ...{ by: 'ines', area: 'ADM', section: 'remuneraciones', destiny: 'published' },
    title: 'Remuneraciones del tercer trimestre de 2026',
    summary: 'Remuneración bruta y neta de todas las plazas, de julio a septiembre de 2026.',
    ...{ ground: 'transparency-obligation', reference: 'LGTAIP, artículo 70, fracción VIII' },
    files: ['remuneraciones-2026-t3.csv', 'diccionario-de-datos.csv', 'nota-metodologica.pdf'],
  },
  {
    ...{ by: 'daniela', area: 'PPP', section: 'partidos', destiny: 'in-review' },
    title: 'Padrón de afiliados de los partidos políticos, corte al 30 de septiembre de 2026',
    summary:
      'Personas afiliadas a cada partido político nacional con registro, por entidad, con corte al 30 de septiembre.',
    ...{ ground: 'transparency-obligation', reference: 'LGTAIP, artículo 74, fracción I, inciso a' },
    files: [
      'padron-afiliados-2026-09.csv',
      'padron-diccionario.csv',
      'metodologia-depuracion.pdf',
      'oficio-ppp-0871.pdf',
    ],
  },
  {
    ...{ by: 'ines', area: 'SPE', section: 'convocatorias', destiny: 'with-observations' },
    title: 'Convocatoria de plazas del Servicio Profesional Electoral',
    summary: 'Plazas vacantes, requisitos, etapas y fechas del concurso público 2026.',
    ...{
      ground: 'dissemination',
      reference: 'Programa anual de trabajo 2026',
      files: ['convocatoria-plazas-2026.pdf', 'cedula-de-registro.txt'],
    },
  },
  {
    ...{ by: 'daniela', area: 'OE', section: 'actas', destiny: 'published' },
    title: 'Acta de la sesión ordinaria del Consejo, agosto de 2026',
    summary: 'Lo tratado y acordado en la sesión ordinaria del 28 de agosto de 2026.',
    ...{
      ground: 'transparency-obligation',
      reference: 'LGTAIP, artículo 74, fracción I, inciso b',
      files: ['acta-consejo-2026-08.pdf'],
    },
    later: {
      kind: 'correct-metadata',
      note: 'El resumen decía 26 de agosto.',
      summary: 'Lo tratado y acordado en la sesión ordinaria del viernes 28 de agosto de 2026.',
    },
  },
  {
    ...{ by: 'daniela', area: 'OE', section: 'actas', destiny: 'published' },
    title: 'Acta de la sesión ordinaria del Consejo, septiembre de 2026',
    summary: 'Lo tratado y acordado en la sesión ordinaria del 30 de septiembre de 2026.',
    ...{
      ground: 'transparency-obligation',
      reference: 'LGTAIP, artículo 74, fracción I, inciso b',
      files: ['acta-consejo-2026-09.pdf'],
    },
  },
  {
    ...{ by: 'ines', area: 'ADM', section: 'contratos', destiny: 'published' },
    title: 'Contratos celebrados de julio a septiembre de 2026',
    summary: 'Contratos de bienes, servicios y obra, con proveedor, monto y vigencia.',
    ...{
      ground: 'transparency-obligation',
      reference: 'LGTAIP, artículo 70, fracción XXVIII',
      files: ['contratos-2026-t3.csv'],
    },
  },
  {
    ...{ by: 'ines', area: 'ADM', section: 'contratos', destiny: 'approved' },
    title: 'Programa anual de adquisiciones 2027',
    summary: 'Lo que el Instituto prevé comprar y contratar durante 2027.',
    ...{
      ground: 'transparency-obligation',
      reference: 'LAASSP, artículo 21',
      files: ['programa-adquisiciones-2027.pdf'],
    },
  },
  {
    ...{ by: 'daniela', area: 'PPP', section: 'partidos', destiny: 'scheduled' },
    title: 'Financiamiento público a los partidos políticos, diciembre de 2026',
    summary: 'Ministración de diciembre para actividades ordinarias y específicas, por partido.',
    ...{ ground: 'resolution', reference: 'Acuerdo CG/ORD/11/2026/A12', files: ['ministraciones-2026-12.csv'] },
  },
  {
    ...{ by: 'ines', area: 'ADM', section: 'transparencia', destiny: 'submitted' },
    title: 'Gastos de representación y viáticos de octubre de 2026',
    summary: 'Comisiones, destinos, motivos e importes del mes de octubre.',
    ...{
      ground: 'transparency-obligation',
      reference: 'LGTAIP, artículo 70, fracción IX',
      files: ['viaticos-2026-10.csv'],
    },
  },
  {
    ...{ by: 'daniela', area: 'OE', section: 'datos', destiny: 'draft' },
    title: 'Ubicación de casillas de la consulta infantil y juvenil',
    summary: 'Domicilio y coordenadas de cada casilla.',
    ...{ ground: 'dissemination', reference: '' },
    files: [
      'casillas.csv',
      'casillas.xlsx',
      'plano-de-casillas.docx',
      'croquis.png',
      'ACTA-de-ubicacion.odt',
      'mapas.zip',
    ],
    faults: { 1: 'empty', 2: 'macros', 4: 'bad-name' },
  },
  {
    ...{ by: 'daniela', area: 'OE', section: 'datos', destiny: 'urgent' },
    title: 'Suspensión de la atención en la sede central por el sismo',
    summary: 'La sede central no atiende al público hasta nuevo aviso; los módulos siguen abiertos.',
    ...{ ground: 'other', reference: 'Protocolo interno de protección civil', files: ['aviso-suspension.txt'] },
  },
  {
    ...{ by: 'ines', area: 'SPE', section: 'lineamientos', destiny: 'in-revalidation' },
    title: 'Lineamientos para la evaluación del desempeño',
    summary: 'Factores, ponderaciones y plazos de la evaluación anual del personal de carrera.',
    ...{
      ground: 'resolution',
      reference: 'Acuerdo JGE/ORD/09/2025/A03',
      files: ['lineamientos-evaluacion-desempeno.pdf'],
    },
  },
  {
    ...{ by: 'ines', area: 'ADM', section: 'remuneraciones', destiny: 'published' },
    title: 'Remuneraciones del segundo trimestre de 2026',
    summary: 'Remuneración bruta y neta de todas las plazas, de abril a junio de 2026.',
    ...{
      ground: 'transparency-obligation',
      reference: 'LGTAIP, artículo 70, fracción VIII',
      files: ['remuneraciones-2026-t2.csv'],
    },
    later: {
      kind: 'update',
      note: 'Corrige el puesto de tres plazas.',
      overtaken: { reason: 'order-of-authority', reference: 'Expediente IEA-CT-2026-018' },
    },
  },
  {
    ...{ by: 'daniela', area: 'PPP', section: 'partidos', destiny: 'archived' },
    title: 'Calendario de actividades de fiscalización 2025',
    summary: 'Fechas de entrega de informes y de observaciones durante 2025.',
    ...{
      ground: 'dissemination',
      reference: 'Programa anual de trabajo 2025',
      files: ['calendario-fiscalizacion-2025.pdf'],
    },
  },
  {
    ...{ by: 'ines', area: 'SPE', section: 'convocatorias', destiny: 'abandoned' },
    title: 'Encuesta de clima laboral',
    summary: 'Cuestionario y plazos de la encuesta.',
    ...{ ground: 'dissemination', reference: 'Programa anual de trabajo 2026', files: ['encuesta-clima.txt'] },
  },
  {
    ...{ by: 'ines', area: 'ADM', section: 'interno', destiny: 'published', portal: 'intranet' },
    title: 'Formato de solicitud de vacaciones',
    summary: 'Formato para pedir vacaciones, con instrucciones de llenado.',
    ...{ ground: 'other', reference: 'Manual de recursos humanos, capítulo 4', files: ['formato-vacaciones.pdf'] },
  },
  {
    ...{ by: 'ines', area: 'SPE', section: 'convocatorias', destiny: 'published' },
    title: 'Convocatoria de observación electoral 2026',
    summary: 'Requisitos, plazos y formato para quien desee observar la consulta infantil y juvenil.',
    ...{ ground: 'dissemination', reference: 'Programa anual de trabajo 2026' },
    files: ['convocatoria-observacion-2026.docx', 'formato-de-solicitud.odt', 'calendario-de-plazos.xlsx'],
    faults: { 1: 'encrypted' },
    later: {
      kind: 'withdraw',
      note: 'El plazo para inscribirse terminó el 15 de octubre; se conserva como antecedente.',
      reason: 'no-longer-in-force',
    },
  },
]
