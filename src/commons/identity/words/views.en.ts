import type { ViewsWords } from './views.es.ts'

export const views: ViewsWords = {
  title: 'My views',
  below: 'Each is the name you gave to a list as you left it: what you look for, in which order, with which columns.',
  view: 'Name of the view',
  list: 'List',
  keep: 'Keep the view',
  drop: 'Let go',
  dropOf: (name) => `Let the view ${name} go`,
  none: 'You keep no view yet',
  noneText: 'In a list, filter or sort it and choose “Keep this view”.',
  enough: (most) => `Up to ${most} views of a list are kept. Let one go that you no longer use.`,
}
