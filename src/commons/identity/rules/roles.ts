/** In both languages of the house. */
interface Said {
  readonly es: string
  readonly en: string
}

/** A role that a new house begins with; the institution changes it as it likes. */
export interface StartingRole {
  readonly key: string
  readonly name: Said
  readonly grants: readonly string[]
}

/** What everybody of the house may do. */
const everybody = [
  'identity.own',
  'notifications.own',
  'search.staff',
  'intranet.read',
  'directory.read',
  'sessions.read',
]
const desk = [...everybody, 'publications.read', 'ledger.read']

/** Roles of the domain (publishing, section 2): who asks, who admits, who reviews, who publishes, who administers. */
export const startingRoles: readonly StartingRole[] = [
  {
    key: 'enlace',
    name: { es: 'Enlace de área', en: 'Area liaison' },
    grants: [...everybody, 'publications.read', 'publications.request', 'files.receive'],
  },
  {
    key: 'revision',
    name: { es: 'Revisión', en: 'Reviewer' },
    grants: [...desk, 'publications.review', 'publications.approve'],
  },
  {
    key: 'gestor-de-contenidos',
    name: { es: 'Gestoría de contenidos', en: 'Content manager' },
    grants: [
      ...desk,
      ...['publications.admit', 'publications.review', 'publications.approve', 'publications.publish'],
      ...['publications.publish-urgently', 'publications.import', 'files.receive', 'portal.compose', 'portal.publish'],
    ],
  },
  {
    key: 'unidad-de-transparencia',
    name: { es: 'Unidad de Transparencia', en: 'Transparency unit' },
    grants: [...desk, 'publications.withdraw', 'publications.ratify', 'files.erase'],
  },
  {
    key: 'comunicacion',
    name: { es: 'Comunicación', en: 'Communications' },
    grants: [...everybody, 'portal.compose', 'portal.publish', 'publications.read', 'files.receive'],
  },
  {
    key: 'secretaria-tecnica',
    name: { es: 'Secretaría técnica', en: 'Technical secretary' },
    grants: [...desk, 'publications.ratify', 'publications.freeze', 'sessions.govern'],
  },
  {
    key: 'administracion',
    name: { es: 'Administración', en: 'Administrator' },
    grants: [...everybody, ...['identity.manage', 'directory.manage', 'ledger.read', 'portal.rule', 'files.receive']],
  },
  { key: 'consulta', name: { es: 'Consulta', en: 'Reader' }, grants: desk },
]
