export const views = {
  title: 'Mis vistas',
  below: 'Cada una es el nombre que usted dio a una lista como la dejó: qué busca, en qué orden y con qué columnas.',
  view: 'Nombre de la vista',
  list: 'Lista',
  keep: 'Guardar la vista',
  drop: 'Quitar',
  dropOf: (name: string) => `Quitar la vista ${name}`,
  none: 'No ha guardado ninguna vista',
  noneText: 'En una lista, filtre u ordene y elija «Guardar esta vista».',
  enough: (most: number) => `De una lista se guardan hasta ${most} vistas. Quite una que ya no use.`,
}
export type ViewsWords = typeof views
