// biome-ignore-all lint/a11y/noRedundantRoles: a stacked table would otherwise lose its meaning.

import type { Child } from 'hono/jsx'
import { Icon } from './icons.tsx'
import type { Column } from './list.ts'
import { useWords } from './speaking.ts'

export interface Sorting {
  readonly by: string
  readonly descending: boolean
  /** The same list in another order; the order lives in the address. */
  readonly hrefOf: (key: string, descending: boolean) => string
}

export interface Selecting<Row> {
  /** Id of the form that the boxes belong to. */
  readonly form: string
  readonly name: string
  readonly valueOf: (row: Row) => string
  readonly labelOf: (row: Row) => string
  /** What stays chosen after an action that was not done. */
  readonly chosen?: ((row: Row) => boolean) | undefined
}

export interface TableProps<Row> {
  readonly caption: string
  readonly showCaption?: boolean | undefined
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly sorting?: Sorting | undefined
  readonly selecting?: Selecting<Row> | undefined
  /** Keeps its place when the page refreshes itself. */
  readonly idOf?: ((row: Row) => string) | undefined
  readonly current?: ((row: Row) => boolean) | undefined
  /** Totals, one per column; `null` leaves a gap. */
  readonly totals?: readonly Child[] | undefined
}

/** Set as a printer would; on a telephone each row becomes a small record. The first column heads its row. */
export const Table = <Row,>(props: TableProps<Row>) => {
  const { columns } = props
  // Roles are written out because a table that stacks on a telephone would otherwise lose them.
  return (
    <table class="table table--stack table--hover" role="table" data-rows>
      <caption class={props.showCaption ? undefined : 'hidden'}>{props.caption}</caption>
      <Heads columns={columns} sorting={props.sorting} selecting={props.selecting !== undefined} />
      <tbody role="rowgroup">
        {props.rows.map((row) => (
          <Line {...props} row={row} />
        ))}
      </tbody>
      {props.totals && <Totals columns={columns} totals={props.totals} />}
    </table>
  )
}

interface HeadsProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly sorting: Sorting | undefined
  readonly selecting: boolean
}

const Heads = <Row,>({ columns, sorting, selecting }: HeadsProps<Row>) => (
  <thead role="rowgroup">
    <tr role="row">
      {selecting && (
        <th scope="col" role="columnheader" class="pick">
          <input type="checkbox" data-pick-all aria-label={useWords().selectAll} />
        </th>
      )}
      {columns.map(({ key, title, numeric, sortable }) => {
        const sorted = sorting?.by === key ? (sorting.descending ? 'descending' : 'ascending') : undefined
        return (
          <th scope="col" role="columnheader" class={numeric ? 'n' : undefined} aria-sort={sorted}>
            {sorting && sortable ? <SortLink column={key} title={title} sorting={sorting} /> : title}
          </th>
        )
      })}
    </tr>
  </thead>
)

const SortLink = ({ column, title, sorting }: { column: string; title: string; sorting: Sorting }) => {
  const active = sorting.by === column
  const icon = active ? (sorting.descending ? 'arrow-down' : 'arrow-up') : 'chevrons-up-down'
  return (
    <a
      class="sort"
      href={sorting.hrefOf(column, active && !sorting.descending)}
      title={useWords().sortBy(title)}
      data-keep-place
    >
      {title}
      <Icon name={icon} />
    </a>
  )
}

const Line = <Row,>({ row, columns, selecting, idOf, current }: TableProps<Row> & { row: Row }) => {
  const words = useWords()
  const [head, ...others] = columns
  return (
    <tr role="row" id={idOf?.(row)} aria-current={current?.(row) ? 'true' : undefined}>
      {selecting && (
        <td role="cell" class="pick">
          <input
            type="checkbox"
            name={selecting.name}
            value={selecting.valueOf(row)}
            form={selecting.form}
            checked={selecting.chosen?.(row)}
            aria-label={words.select(selecting.labelOf(row))}
            data-pick
          />
        </td>
      )}
      {head && (
        <th scope="row" role="rowheader" class={looks(head)}>
          {shown(head, row)}
        </th>
      )}
      {others.map((column) => (
        <td role="cell" data-label={column.title} class={looks(column)}>
          {shown(column, row)}
        </td>
      ))}
    </tr>
  )
}

const Totals = <Row,>({ columns, totals }: { columns: readonly Column<Row>[]; totals: readonly Child[] }) => (
  <tfoot role="rowgroup">
    <tr role="row">
      {totals.map((total, at) =>
        at === 0 ? (
          <th scope="row" role="rowheader">
            {total}
          </th>
        ) : (
          <td role="cell" data-label={columns[at]?.title} class={columns[at]?.numeric ? 'n' : undefined}>
            {total}
          </td>
        ),
      )}
    </tr>
  </tfoot>
)

const looks = <Row,>({ numeric, whole }: Column<Row>) => (numeric ? 'n' : whole ? 'nowrap' : undefined)

function shown<Row>(column: Column<Row>, row: Row): Child {
  if (column.cell) return column.cell(row)
  const value = column.value(row)
  return value instanceof Date ? value.toISOString() : value
}

/** The second line of a cell, in smaller letters. */
export const Second = ({ children }: { children?: Child }) => <span class="second">{children}</span>
