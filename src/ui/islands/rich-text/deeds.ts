import { lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands'
import { redo, undo } from 'prosemirror-history'
import type { MarkType, NodeType } from 'prosemirror-model'
import { liftListItem, wrapInList } from 'prosemirror-schema-list'
import { type Command, type EditorState, TextSelection } from 'prosemirror-state'
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
  isInTable,
  toggleHeaderCell,
} from 'prosemirror-tables'
import { schema } from './schema.ts'

const { nodes, marks } = schema

/** What a button of the bar does, and whether it stands pressed. */
interface Deed {
  readonly command: Command
  readonly isOn?: (state: EditorState) => boolean
}

export const isMarked = ({ selection: { empty, from, to, $from }, storedMarks, doc }: EditorState, type: MarkType) =>
  empty ? Boolean(type.isInSet(storedMarks ?? $from.marks())) : doc.rangeHasMark(from, to, type)

function isWithin({ selection: { $from } }: EditorState, type: NodeType): boolean {
  for (let depth = $from.depth; depth > 0; depth--) if ($from.node(depth).type === type) return true
  return false
}

const marking = (type: MarkType): Deed => ({ command: toggleMark(type), isOn: (state) => isMarked(state, type) })

const headingOf = (level: number): Deed => {
  const isOn = ({ selection: { $from } }: EditorState) =>
    $from.parent.type === nodes.heading && $from.parent.attrs['level'] === level
  const command: Command = (state, dispatch) =>
    (isOn(state) ? setBlockType(nodes.paragraph) : setBlockType(nodes.heading, { level }))(state, dispatch)
  return { command, isOn }
}

const wrapping = (type: NodeType, wrap: Command, unwrap: Command): Deed => {
  const isOn = (state: EditorState) => isWithin(state, type)
  return { command: (state, dispatch) => (isOn(state) ? unwrap : wrap)(state, dispatch), isOn }
}

/** Two columns with their heads, and a row to begin with. */
const insertTable: Command = (state, dispatch) => {
  if (isInTable(state)) return false
  const row = (type: NodeType) =>
    nodes.table_row.create(
      null,
      [0, 1].flatMap(() => type.createAndFill() ?? []),
    )
  const table = nodes.table.create(null, [row(nodes.table_header), row(nodes.table_cell)])
  if (!dispatch) return true
  const { tr } = state
  const start = tr.selection.from
  tr.replaceSelectionWith(table)
  // Into the first cell: the text goes on where the hand is.
  dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(start + 1))).scrollIntoView())
  return true
}

/** By the name that each button carries in `data-does`. */
export const deeds: Readonly<Record<string, Deed>> = {
  strong: marking(marks.strong),
  em: marking(marks.em),
  h2: headingOf(2),
  h3: headingOf(3),
  ul: wrapping(nodes.bullet_list, wrapInList(nodes.bullet_list), liftListItem(nodes.list_item)),
  ol: wrapping(nodes.ordered_list, wrapInList(nodes.ordered_list), liftListItem(nodes.list_item)),
  quote: wrapping(nodes.blockquote, wrapIn(nodes.blockquote), lift),
  table: { command: insertTable },
  row: { command: addRowAfter },
  column: { command: addColumnAfter },
  header: { command: toggleHeaderCell },
  'drop-row': { command: deleteRow },
  'drop-column': { command: deleteColumn },
  'drop-table': { command: deleteTable },
  undo: { command: undo },
  redo: { command: redo },
}
