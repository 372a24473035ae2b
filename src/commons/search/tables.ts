export interface SearchTables {
  'search.item': {
    kind: string
    key: string
    href: string
    title: string
    title_en: string | null
    summary: string
    body: string
    at: Date
    audience: 'public' | 'intranet' | 'staff'
    /** Of `staff`: who holds this grant, over this area if there is one. */
    asked_grant: string | null
    area_id: number | null
    folded_title: string
    heading: unknown
    words: unknown
  }
  'search.state': { single: boolean; read_until: Date }
}
