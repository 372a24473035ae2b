import { posix } from 'node:path'
import { type Import, importsOf, isTest, type Source } from './sources.ts'

// The rooms of a module (docs/decisions/0002-rooms.md): what each holds is in its name, what each may import is here.

/** What of the kernel: its pure part; its types too; all but HTTP and the door; the door too; all of it. */
const shelves = ['pure', 'types', 'inside', 'door', 'web'] as const
type Shelf = (typeof shelves)[number]

/** Rooms of its own module by name; after `types:` come those of which it may only name types. */
interface Row {
  readonly rooms: string
  readonly kernel: Shelf
  /** May ask other modules, by their front doors. */
  readonly doors?: true
  readonly ui?: true
  readonly node?: true
}

const everything = '*'
const behindPages = 'queries commands rules words events tells telling'

/** In the order of the house plan. A file that stands in none of these rooms has no place in a module. */
const rooms: Readonly<Record<string, Row>> = {
  index: { rooms: everything, kernel: 'inside', doors: true },
  rules: { rooms: '', kernel: 'pure' },
  tables: { rooms: 'types: rules checks inspection', kernel: 'types' },
  events: { rooms: 'types: rules', kernel: 'types' },
  queries: { rooms: 'tables rules types: checks inspection', kernel: 'inside', doors: true, node: true },
  // A command names an errand to ask for it later; it never runs one.
  commands: {
    rooms:
      'rules tables events queries words errands checks inspection calendar-text letters secrets second-step sanitise',
    ...{ kernel: 'inside', doors: true, node: true },
  },
  errands: {
    rooms: 'commands queries rules tables events words beside checking checks inspection letters subscriptions',
    ...{ kernel: 'door', doors: true, node: true },
  },
  staff: {
    rooms: `${behindPages} calendar-text entering resetting knowing letters second-step secrets importing types: tables`,
    ...{ kernel: 'web', doors: true, ui: true, node: true },
  },
  portal: { rooms: `${behindPages} types: tables`, kernel: 'web', doors: true, ui: true, node: true },
  pages: { rooms: `${behindPages} errands subscriptions types: tables`, kernel: 'web', doors: true, ui: true },
  api: { rooms: 'commands queries rules resources', kernel: 'inside' },
  resources: { rooms: 'queries rules events tells telling words types: tables', kernel: 'inside', doors: true },
  words: { rooms: 'types: rules tables', kernel: 'inside' },
  // What a manifest offers to whoever gathers: lists, searchables, sentences, commands of the terminal.
  offers: {
    rooms: 'queries rules words events portal commands types: tables',
    kernel: 'inside',
    doors: true,
    ui: true,
  },
  tells: { rooms: 'words rules', kernel: 'types' },
  terminal: { rooms: 'commands queries rules secrets importing words', kernel: 'door', doors: true, node: true },
  // Of the desk alone: what an entry of the ledger says.
  telling: { rooms: '', kernel: 'inside', doors: true },
  // Of the directory alone.
  'calendar-text': { rooms: '', kernel: 'pure' },
  within: { rooms: 'commands types: tables', kernel: 'types' },
  // Of files alone: how bytes come in and go out, what is read in them, and what is derived of that.
  transfer: { rooms: 'commands queries rules words tables beside', kernel: 'web', node: true },
  inspection: { rooms: '', kernel: 'pure', node: true },
  checks: { rooms: 'inspection', kernel: 'types', node: true },
  checking: { rooms: 'checks', kernel: 'types', node: true },
  beside: { rooms: 'types: tables', kernel: 'types' },
  // Of identity alone: who comes in, and what nobody else may know.
  entering: { rooms: 'commands errands queries rules words knowing secrets', kernel: 'door' },
  knowing: { rooms: 'commands queries rules words secrets types: tables', kernel: 'door', doors: true },
  letters: { rooms: 'secrets types: tables', kernel: 'types' },
  'second-step': { rooms: 'rules', kernel: 'pure' },
  secrets: { rooms: '', kernel: 'types', node: true },
  // Of notifications alone.
  notify: { rooms: 'errands types: tables', kernel: 'types', doors: true },
  subscriptions: { rooms: 'types: tables', kernel: 'types', node: true },
  // Of the portal and of search.
  sanitise: { rooms: 'rules', kernel: 'pure' },
  indexing: { rooms: 'rules types: tables', kernel: 'types' },
  // Of publications alone: how a past comes in.
  importing: { rooms: 'commands queries rules words', kernel: 'door', doors: true },
}

export const roomNames: readonly string[] = Object.keys(rooms)

const http = /^#kernel\/(?:web|router|guard|server|addresses|page-cache|problems|openapi|static-files|live-stream)$/
/** Sentences in two languages are data: every room may carry them. */
const shelfOf = ({ name, onlyTypes }: Import): Shelf => {
  if (/^#kernel\/(?:pure\/|words$)/.test(name)) return 'pure'
  if (onlyTypes) return 'types'
  if (http.test(name)) return 'web'
  return name === '#kernel/perform' ? 'door' : 'inside'
}

/** `src/commons/files/checks/opens.ts` lives in `src/commons/files`; the kernel and the rest are each one home. */
export function homeOf(path: string): string {
  const [, layer, module] = path.split('/')
  return layer === 'commons' || layer === 'modules' ? `src/${layer}/${module}` : `src/${layer}`
}

/** `src/commons/files/checks/opens.ts` stands in `checks`, `src/commons/files/words.es.ts` in `words`. */
export const roomOf = (path: string): string =>
  /^src\/(?:commons|modules)\/[\w-]+\/([\w-]+)[./]/.exec(path)?.[1] ?? (path.startsWith('src/') ? '' : path)

export const isRoom = (path: string) => /^src\/(?:commons|modules)\/.*\.tsx?$/.test(path) && !isTest(path)

export function keepsItsRoom(source: Source): readonly string[] {
  const room = roomOf(source.path)
  const row = rooms[room]
  if (!row) return [`${source.path} stands in no room`]
  const [used = '', typed = ''] = row.rooms.split('types:')
  const named = (list: string, target: string) => list === everything || list.split(' ').includes(target)
  const may = (each: Import): boolean => {
    const { name, onlyTypes } = each
    if (name.startsWith('.')) {
      const target = roomOf(posix.join(posix.dirname(source.path), name))
      if (target === room || target === 'migrations') return target === room || room === 'index'
      return named(used, target) || (onlyTypes && named(typed, target))
    }
    if (name.startsWith('#kernel/')) return shelves.indexOf(shelfOf(each)) <= shelves.indexOf(row.kernel)
    if (name === '#ui') return row.ui ?? false
    if (/^#(?:commons|modules)\//.test(name)) return row.doors ?? false
    // Third parties have a rule of their own.
    return name.startsWith('node:') ? (row.node ?? false) : !name.startsWith('#')
  }
  return importsOf(source)
    .filter((each) => !may(each))
    .map(({ name }) => `${source.path} imports ${name}`)
}

/** No relative import leaves its module. */
export const staysHome = (source: Source): readonly string[] =>
  importsOf(source)
    .filter(({ name }) => name.startsWith('.'))
    .map(({ name }) => posix.join(posix.dirname(source.path), name))
    .filter((target) => homeOf(target) !== homeOf(source.path))
    .map((target) => `${source.path} reaches into ${target}`)

/** Layers are ordered: kernel, ui, commons, modules. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  kernel: ['kernel'],
  ui: ['kernel', 'ui'],
  commons: ['kernel', 'ui', 'commons'],
  modules: ['kernel', 'ui', 'commons', 'modules'],
}
export const isLayered = (path: string) => /^src\/(?:kernel|ui|commons|modules)\//.test(path) && !isTest(path)
export function looksLeft(source: Source): readonly string[] {
  const allowed = mayImport[source.path.split('/')[1] ?? ''] ?? []
  return importsOf(source)
    .filter(({ name }) => name.startsWith('#'))
    .filter(({ name }) => !allowed.includes(name.slice(1).split('/')[0] ?? ''))
    .map(({ name }) => `${source.path} imports ${name}`)
}

/** The pure part of the kernel knows only itself, and which languages there are: rules may then import it. */
export const knowsOnlyItself = (source: Source): readonly string[] =>
  importsOf(source)
    .filter(({ name, onlyTypes }) => !/^\.\/[\w-]+\.ts$/.test(name) && !(onlyTypes && name === '../words.ts'))
    .map(({ name }) => `${source.path} imports ${name}`)
