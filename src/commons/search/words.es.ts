export const es = {
  grant: 'Buscar en el escritorio',
  search: 'Buscar',
  results: (count: number, query: string) =>
    count === 0
      ? `Nada encontrado para «${query}»`
      : count === 1
        ? `Un resultado para «${query}»`
        : `${count} resultados para «${query}»`,
  hint: 'Tema, acuerdo o folio',
  staffHint: 'Folio, persona, documento u orden',
  alike: 'No está escrito así en ningún lado. Esto se parece:',
  nothing: 'Pruebe con menos palabras, o con otras. También puede recorrer las secciones.',
  type: 'Escriba qué busca.',
  allSections: 'Mapa del sitio',
  kinds: {
    'publications.document': 'Documento',
    'publications.request': 'Solicitud',
    'portal.page': 'Página',
    'portal.section': 'Sección',
    'directory.person': 'Persona',
    'directory.post': 'Cargo',
    'directory.area': 'Área',
    'identity.account': 'Cuenta',
  } as Record<string, string>,
  places: 'Ir a',
  filter: 'Qué se busca',
  everything: 'Todo',
}
export type SearchWords = typeof es
