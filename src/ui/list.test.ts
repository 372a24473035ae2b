import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Column, chosenColumns, exportOf, sorted, withQuery } from './list.ts'
import { shownPages } from './pager.tsx'

interface Request {
  readonly folio: string
  readonly subject: string
  readonly files: number | null
}

const columns: readonly Column<Request>[] = [
  { key: 'folio', title: 'Folio', value: (row) => row.folio },
  { key: 'subject', title: 'Subject', value: (row) => row.subject },
  { key: 'files', title: 'Files', value: (row) => row.files, numeric: true },
]
const rows: readonly Request[] = [
  { folio: 'SP-1', subject: 'Roll, by "state"', files: 24 },
  { folio: 'SP-2', subject: '=HYPERLINK("x")', files: null },
]

test('a list leaves as CSV with its titles, its commas kept and its formulas asleep', () => {
  assert.equal(
    exportOf(columns, rows).csv(),
    'Folio,Subject,Files\r\nSP-1,"Roll, by ""state""",24\r\nSP-2,"\'=HYPERLINK(""x"")",\r\n',
  )
})

test('telephones and negative figures leave as they are', () => {
  const telephone = [{ folio: '+52 55 5555 0142', subject: '-12.5', files: -3 }]
  assert.equal(exportOf(columns, telephone).csv().split('\r\n')[1], '+52 55 5555 0142,-12.5,-3')
})

test('who asks for columns sees those, and always what heads the rows; who does not, all but the extra ones', () => {
  const listed = [...columns, { key: 'kind', title: 'Kind', value: () => '', extra: true }]
  const shown = (asked?: readonly string[]) => chosenColumns(listed, asked).map(({ key }) => key)
  assert.deepEqual(shown(), ['folio', 'subject', 'files'])
  assert.deepEqual(shown(['kind', 'files', 'nothing']), ['folio', 'files', 'kind'])
})

test('a short list is put in order by what its cells hold, and what is empty stands last either way', () => {
  const ordered = columns.map((column) => ({ ...column, sortable: true }))
  const more = [...rows, { folio: 'SP-10', subject: 'Ábaco', files: 3 }]
  const order = (by: string, descending: boolean) => sorted(more, ordered, { by, descending }).map(({ folio }) => folio)
  assert.deepEqual(order('folio', false), ['SP-1', 'SP-2', 'SP-10'])
  assert.deepEqual(order('files', false), ['SP-10', 'SP-1', 'SP-2'])
  assert.deepEqual(order('files', true), ['SP-1', 'SP-10', 'SP-2'])
  assert.deepEqual(
    sorted(more, columns, { by: 'folio', descending: true }).map(({ folio }) => folio),
    ['SP-1', 'SP-2', 'SP-10'],
    'not by a column that is not for that',
  )
})

test('a list leaves as JSON by the keys of its columns', () => {
  assert.deepEqual(JSON.parse(exportOf(columns, rows).json())[1], {
    folio: 'SP-2',
    subject: '=HYPERLINK("x")',
    files: null,
  })
})

test('an address changes only what it is asked to', () => {
  assert.equal(
    withQuery('/solicitudes?area=3&pagina=2', { pagina: undefined, orden: '-folio' }),
    '/solicitudes?area=3&orden=-folio',
  )
  assert.equal(withQuery('/solicitudes?pagina=2', { pagina: '' }), '/solicitudes')
})

test('pages hide behind a gap only in twos and more', () => {
  assert.deepEqual(shownPages(1, 4), [1, 2, 3, 4])
  assert.deepEqual(shownPages(7, 13), [1, 'gap', 6, 7, 8, 'gap', 13])
  assert.deepEqual(shownPages(4, 6), [1, 2, 3, 4, 5, 6])
})
