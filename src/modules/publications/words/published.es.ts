/** Words of the list of what is published, and of choosing among it. */
export const es = {
  title: 'Documentos',
  below: 'Lo que el portal muestra hoy, con su página pública y su expediente.',
  search: 'Título, dirección o folio',
  document: 'Documento',
  section: 'Sección',
  area: 'Área',
  every: 'Todas',
  published: 'Publicado',
  record: 'Expediente',
  review: 'Se revisa',
  edition: (number: number) => `edición ${number}`,
  none: 'Ningún documento publicado coincide.',
  choose: {
    update: '¿Qué documento se actualiza?',
    withdraw: '¿Qué documento se retira?',
    'correct-metadata': '¿De qué documento se corrigen los datos?',
  },
  chooseHint: 'Busque entre lo publicado de sus áreas y elija uno.',
  find: 'Buscar',
  chosen: 'Documento',
  another: 'Elegir otro',
  more: (shown: number, all: number) => `Se muestran ${shown} de ${all}. Escriba más palabras para encontrarlo.`,
  correct: 'Corregir sus datos',
}
export type PublishedWords = typeof es
