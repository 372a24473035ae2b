// An institution that does not exist, and people who never lived. Areas are modelled on those of a national electoral
// institute.

export const institution = {
  institution: 'Instituto Electoral del Anáhuac',
  institutionEn: 'Electoral Institute of Anáhuac',
  acronym: 'IEA',
} as const

export const details = {
  nameEs: institution.institution,
  nameEn: institution.institutionEn,
  acronym: institution.acronym,
  address: 'Calzada de los Fresnos 210, colonia Jardín, 06800.',
  phone: '55 5555 0142',
  officeHours: 'Lunes a viernes, de 9:00 a 18:00 horas',
  timeZone: 'America/Mexico_City',
  licence: 'Libre uso MX',
} as const

export const areas = [
  { acronym: 'SE', nameEs: 'Secretaría Ejecutiva', nameEn: 'Executive Secretariat', kind: 'governing' },
  { acronym: 'CS', nameEs: 'Comunicación Social', nameEn: 'Communications', kind: 'technical' },
  { acronym: 'SI', nameEs: 'Servicios de Informática', nameEn: 'Information Technology', kind: 'technical' },
  { acronym: 'DS', nameEs: 'Dirección del Secretariado', nameEn: 'Secretariat of the Council', kind: 'executive' },
  { acronym: 'CEC', nameEs: 'Capacitación Electoral y Educación Cívica', nameEn: 'Civic Education', kind: 'executive' },
  { acronym: 'ADM', nameEs: 'Administración', nameEn: 'Administration', kind: 'administrative' },
  { acronym: 'PPP', nameEs: 'Prerrogativas y Partidos Políticos', nameEn: 'Political Parties', kind: 'executive' },
  { acronym: 'SPE', nameEs: 'Servicio Profesional Electoral', nameEn: 'Electoral Career Service', kind: 'executive' },
  { acronym: 'UT', nameEs: 'Unidad de Transparencia', nameEn: 'Transparency Unit', kind: 'technical' },
  { acronym: 'DJ', nameEs: 'Dirección Jurídica', nameEn: 'Legal Affairs', kind: 'technical' },
  { acronym: 'GC', nameEs: 'Gestoría de Contenidos', nameEn: 'Content Management', kind: 'technical' },
  { acronym: 'OE', nameEs: 'Organización Electoral', nameEn: 'Electoral Organisation', kind: 'executive' },
] as const
export type Acronym = (typeof areas)[number]['acronym']

export const administrator = {
  ...{ givenNames: 'Joel', familyNames: 'Cárdenas Ruelas', gender: 'm', treatment: 'Ing.' },
  email: 'joel.cardenas@iea.example',
} as const

interface Member {
  readonly givenNames: string
  readonly familyNames: string
  readonly treatment: string
  readonly gender: 'f' | 'm' | 'n'
  readonly email: string
  readonly role: string
  /** Only there; everywhere when absent. */
  readonly areas?: readonly Acronym[]
}

/** Who works in it, with the role that each holds. */
export const cast = {
  paula: member('Paula', 'Rentería Solís', 'Lic.', 'f', 'gestor-de-contenidos'),
  oscar: member('Óscar', 'Tapia Bermúdez', 'Mtro.', 'm', 'revision'),
  daniela: member('Daniela', 'Fuentes Arce', 'Lic.', 'f', 'enlace', ['PPP', 'OE']),
  ines: member('Inés', 'Corona Valdés', 'C. P.', 'f', 'enlace', ['ADM', 'SPE']),
  hugo: member('Hugo', 'Lara Mondragón', 'Lic.', 'm', 'comunicacion'),
  teresa: member('Teresa', 'Baños Iturbe', 'Dra.', 'f', 'unidad-de-transparencia'),
  mariana: member('Mariana', 'Olvera Peña', 'Mtra.', 'f', 'secretaria-tecnica'),
} as const
export type Person = keyof typeof cast

function member(
  givenNames: string,
  familyNames: string,
  treatment: string,
  gender: Member['gender'],
  role: string,
  areas?: readonly Acronym[],
): Member {
  const plain = `${givenNames}.${familyNames.split(' ')[0]}`.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const email = `${plain}@iea.example`
  return { givenNames, familyNames, treatment, gender, email, role, ...(areas ? { areas } : {}) }
}

export const sections = [
  {
    key: 'acuerdos',
    titleEs: 'Acuerdos y normatividad',
    titleEn: 'Resolutions and norms',
    summaryEs: 'Lo que decide el Consejo y las reglas que lo rigen.',
    summaryEn: 'What the Council decides and the rules that govern it.',
  },
  {
    key: 'lineamientos',
    parent: 'acuerdos',
    titleEs: 'Lineamientos',
    titleEn: 'Guidelines',
    summaryEs: 'Reglas y criterios vigentes.',
    summaryEn: 'Rules and criteria in force.',
  },
  {
    key: 'actas',
    parent: 'acuerdos',
    titleEs: 'Actas y minutas',
    titleEn: 'Minutes',
    summaryEs: 'Lo que se dijo y se decidió en cada sesión.',
    summaryEn: 'What was said and decided at each session.',
  },
  {
    key: 'transparencia',
    titleEs: 'Transparencia',
    titleEn: 'Transparency',
    summaryEs: 'Las obligaciones que la ley manda publicar.',
    summaryEn: 'What the law orders to be published.',
  },
  {
    key: 'remuneraciones',
    parent: 'transparencia',
    titleEs: 'Remuneraciones',
    titleEn: 'Salaries',
    summaryEs: 'Cuánto gana cada persona servidora pública.',
    summaryEn: 'What each public servant earns.',
  },
  {
    key: 'contratos',
    parent: 'transparencia',
    titleEs: 'Contratos',
    titleEn: 'Contracts',
    summaryEs: 'Qué se compra, a quién y por cuánto.',
    summaryEn: 'What is bought, from whom and for how much.',
  },
  {
    key: 'datos',
    titleEs: 'Datos abiertos',
    titleEn: 'Open data',
    summaryEs: 'Tablas que se pueden usar y combinar.',
    summaryEn: 'Tables that can be used and combined.',
  },
  {
    key: 'partidos',
    titleEs: 'Partidos políticos',
    titleEn: 'Political parties',
    summaryEs: 'Prerrogativas, afiliación y financiamiento.',
    summaryEn: 'Prerogatives, membership and funding.',
  },
  {
    key: 'convocatorias',
    titleEs: 'Convocatorias',
    titleEn: 'Calls',
    summaryEs: 'Plazas, concursos y observación electoral.',
    summaryEn: 'Posts, contests and electoral observation.',
  },
  {
    key: 'interno',
    portal: 'intranet',
    titleEs: 'Para el personal',
    titleEn: 'For staff',
    summaryEs: 'Formatos y avisos internos.',
    summaryEn: 'Internal forms and notices.',
  },
] as const
export type SectionKey = (typeof sections)[number]['key']

export const home = {
  leadEs: 'Lo que el Instituto publica, a la mano.',
  leadEn: 'What the Institute publishes, at hand.',
  searchesEs: 'remuneraciones\nactas\ncontratos',
  searchesEn: 'salaries\nminutes\ncontracts',
  colophonEs: 'Publicado por la Gestoría de Contenidos',
  colophonEn: 'Published by Content Management',
  securityContact: 'mailto:seguridad@iea.example',
} as const

export const pages = [
  {
    slug: 'accesibilidad',
    titleEs: 'Accesibilidad',
    titleEn: 'Accessibility',
    bodyEs:
      '<p>Este portal busca cumplir con WCAG 2.2, nivel AA. Si algo no funciona con su lector de pantalla o su teclado, escríbanos y lo corregimos.</p>',
    bodyEn:
      '<p>This portal aims to meet WCAG 2.2, level AA. If something does not work with your screen reader or keyboard, write to us and we will mend it.</p>',
  },
  {
    slug: 'aviso-de-privacidad',
    titleEs: 'Aviso de privacidad',
    titleEn: 'Privacy notice',
    bodyEs:
      '<p>Consultar este portal no deja datos personales. Si se suscribe a una sección guardamos solo su correo, hasta que usted lo retire.</p>',
    bodyEn:
      '<p>Reading this portal leaves no personal data. If you subscribe to a section we keep only your address, until you take it back.</p>',
  },
] as const

/** One that is live for hours while the example is looked at, and one to come at eleven of a working day. */
export const broadcasts = {
  live: {
    ...{
      titleEs: 'Sesión extraordinaria del Consejo General',
      titleEn: 'Extraordinary session of the General Council',
    },
    href: 'https://transmisiones.iea.example/consejo',
  },
  next: {
    titleEs: 'Tercera sesión ordinaria del Comité de Gestión y Publicación Electrónica',
    titleEn: 'Third ordinary session of the Committee of Electronic Publishing',
    href: 'https://transmisiones.iea.example/comite',
  },
} as const
