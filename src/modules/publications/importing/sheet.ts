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
}

/** Reads the whole sheet: every line that can come in, and every fault with its line and column. */
export async function readSheet(
  reader: Reader,
  text: string,
  today: string,
  has: (path: string) => boolean,
): Promise<Sheet> {
  const [areas, sections] = await Promise.all([livingAreas(reader, today), sectionsOf(reader)])
  const records = recordsOf(readCsv(text), (heading) => headings[fold(heading).trim()] ?? fold(heading))
  const read = records.map(({ line, record }) => lineOf(line, record, { areas, sections, today, has }))
  return { lines: read.flatMap(({ good }) => good ?? []), bad: read.flatMap(({ bad }) => bad) }
}

type Fault = keyof typeof import('../words.es.ts').es['sheet']

function lineOf(line: number, record: Readonly<Record<string, string>>, known: Knowing) {
  const bad: BadLine[] = []
  const wrong = (column: string, fault: Fault) => {
    bad.push({ line, column, said: say(({ sheet }) => sheet[fault]) })
  }
  const value = (name: string) => record[name] ?? ''
  const title = value('title')
  if (title.length < 5 || title.length > 200) wrong('title', 'title')
  const area = known.areas.find(({ acronym, name }) => same(acronym, value('area')) || same(name.es, value('area')))
  if (!area) wrong('area', 'area')
  const section = known.sections.find(
    ({ path, titleEs }) => path === value('section') || same(titleEs, value('section')),
  )
  if (!section) wrong('section', 'section')
  const publishedOn = parseLocalDate(value('published'))
  if (!publishedOn || publishedOn > known.today) wrong('published', 'published')
  const reviewOn = value('review') === '' ? inAYear(known.today) : parseLocalDate(value('review'))
  if (!reviewOn) wrong('review', 'review')
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
  if (files.some((path) => path.split('/').includes('..') || !known.has(path))) wrong('files', 'lostFile')
  if (bad.length > 0 || !area || !section || !publishedOn || !reviewOn) return { bad }
  const good: ImportLine = {
    ...{ line, title, area: area.id, section: section.id, publishedOn, reviewOn, files },
    summary: value('summary') || title,
    ground: grounds[fold(value('ground'))] ?? 'other',
    ...{ reference: value('reference'), oldAddress: value('old') },
  }
  return { good: [good], bad }
}

const same = (one: string, other: string) => fold(one) === fold(other)
const inAYear = (today: string) => `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`
