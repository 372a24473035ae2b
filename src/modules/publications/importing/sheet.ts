import { type Area, livingAreas } from '#commons/directory'
import { type Section, sectionsOf } from '#commons/portal'
import type { Reader } from '#kernel/database'
import { readCsv, recordsOf } from '#kernel/pure/csv'
import { parseLocalDate } from '#kernel/pure/dates'
import { fold } from '#kernel/pure/text'
import type { Said } from '#kernel/words'
import { say } from '../words.ts'

/** A line of the sheet that can be brought in. */
export interface ImportLine {
  readonly line: number
  readonly title: string
  readonly summary: string
  readonly area: number
  readonly section: number
  readonly ground: 'transparency-obligation' | 'resolution' | 'dissemination' | 'other'
  readonly reference: string
  /** `2019-05-02`: when it was first published. */
  readonly publishedOn: string
  readonly reviewOn: string
  /** Paths below the folder. */
  readonly files: readonly string[]
  /** Where it was before: `/docs/acta.pdf`. */
  readonly oldAddress: string
}
export interface BadLine {
  readonly line: number
  /** As the sheet heads it; where it lacks it, as it would be headed. */
  readonly column: string
  readonly said: Said
}
export interface Sheet {
  readonly lines: readonly ImportLine[]
  readonly bad: readonly BadLine[]
}

/** Headings as people write them, in Spanish or English, with or without accents. */
const headings: Readonly<Record<string, string>> = {
  ...{ titulo: 'title', title: 'title', resumen: 'summary', summary: 'summary', area: 'area' },
  ...{ seccion: 'section', section: 'section', fundamento: 'reference', reference: 'reference' },
  ...{ motivo: 'ground', ground: 'ground', fecha: 'published', published: 'published', revision: 'review' },
  ...{ review: 'review', archivos: 'files', archivo: 'files', files: 'files', file: 'files' },
  ...{ 'direccion anterior': 'old', direccion: 'old', 'old address': 'old', url: 'old' },
}
const grounds: Readonly<Record<string, ImportLine['ground']>> = {
  obligacion: 'transparency-obligation',
  transparencia: 'transparency-obligation',
  acuerdo: 'resolution',
  difusion: 'dissemination',
}

interface Knowing {
  readonly areas: readonly Area[]
  readonly sections: readonly Section[]
  readonly today: string
  readonly has: (path: string) => boolean
  readonly columnOf: (column: Column) => string
}
/** What the hint of the form calls them. */
const unheaded = {
  ...{ title: 'titulo', area: 'area', section: 'seccion', published: 'fecha', review: 'revision', files: 'archivos' },
} as const
type Column = keyof typeof unheaded

/** Reads the whole sheet: every line that can come in, and every fault with its line and column. */
export async function readSheet(
  reader: Reader,
  text: string,
  today: string,
  has: (path: string) => boolean,
): Promise<Sheet> {
  const [areas, sections] = await Promise.all([livingAreas(reader, today), sectionsOf(reader)])
  const rows = [...readCsv(text)]
  const nameOf = (heading: string) => headings[fold(heading).trim()] ?? fold(heading)
  const headed = new Map(rows[0]?.cells.map((heading) => [nameOf(heading), heading.trim()]))
  const columnOf = (column: Column) => headed.get(column) ?? unheaded[column]
  const read = recordsOf(rows, nameOf).map(({ line, record }) =>
    lineOf(line, record, { areas, sections, today, has, columnOf }),
  )
  return { lines: read.flatMap(({ good }) => good ?? []), bad: read.flatMap(({ bad }) => bad) }
}

type Fault = keyof typeof import('../words.es.ts').es['sheet']

function lineOf(line: number, record: Readonly<Record<string, string>>, known: Knowing) {
  const bad: BadLine[] = []
  const wrong = (column: Column, fault: Fault = column as Fault, written = value(column)) => {
    bad.push({ line, column: known.columnOf(column), said: say(({ sheet }) => sheet[fault](written)) })
  }
  const value = (name: string) => record[name] ?? ''
  const title = value('title')
  if (title.length < 5 || title.length > 200) wrong('title')
  const area = known.areas.find(({ acronym, name }) => same(acronym, value('area')) || same(name.es, value('area')))
  if (!area) wrong('area')
  const section = known.sections.find(
    ({ path, titleEs }) => path === pathOf(value('section')) || same(titleEs, value('section')),
  )
  if (!section) wrong('section')
  const publishedOn = parseLocalDate(value('published'))
  if (!publishedOn || publishedOn > known.today) wrong('published')
  const reviewOn = value('review') === '' ? inAYear(known.today) : parseLocalDate(value('review'))
  if (!reviewOn) wrong('review')
  const files = value('files')
    .split(/[;|\n]/)
    .map((path) =>
      path
        .trim()
        .replaceAll('\\', '/')
        .replace(/^\.?\//, ''),
    )
    .filter(Boolean)
  if (files.length === 0) wrong('files', 'noFiles')
  const lost = files.filter((path) => path.split('/').includes('..') || !known.has(path))
  if (lost.length > 0) wrong('files', 'lostFile', lost.join(', '))
  if (bad.length > 0 || !area || !section || !publishedOn || !reviewOn) return { bad }
  const good: ImportLine = {
    ...{ line, title, area: area.id, section: section.id, publishedOn, reviewOn, files },
    summary: value('summary') || title,
    ground: grounds[fold(value('ground'))] ?? 'other',
    ...{ reference: value('reference'), oldAddress: value('old') },
  }
  return { good: [good], bad }
}

/** `transparencia/contratos/` is how people write `/transparencia/contratos`. */
const pathOf = (written: string) => `/${written.replace(/^\/+|\/+$/g, '')}`
const same = (one: string, other: string) => fold(one) === fold(other)
const inAYear = (today: string) => `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`
