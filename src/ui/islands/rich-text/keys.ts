import { baseKeymap, chainCommands, exitCode } from 'prosemirror-commands'
import { history } from 'prosemirror-history'
import { inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules'
import { keymap } from 'prosemirror-keymap'
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list'
import type { Command, Plugin } from 'prosemirror-state'
import { tableEditing } from 'prosemirror-tables'
import { deeds } from './deeds.ts'
import { schema } from './schema.ts'

const { nodes } = schema
const deed = (name: string): Command => deeds[name]?.command ?? (() => false)

const breakLine: Command = chainCommands(exitCode, (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView())
  return true
})

/** Tab always leaves the text: whoever uses only the keyboard is never caught in it. */
const keys = {
  'Mod-b': deed('strong'),
  'Mod-i': deed('em'),
  'Mod-Alt-2': deed('h2'),
  'Mod-Alt-3': deed('h3'),
  'Mod-z': deed('undo'),
  'Mod-y': deed('redo'),
  'Shift-Mod-z': deed('redo'),
  'Mod-]': sinkListItem(nodes.list_item),
  'Mod-[': liftListItem(nodes.list_item),
  'Shift-Enter': breakLine,
  Enter: splitListItem(nodes.list_item),
}

/** The marks of plain text work while writing: `## ` a heading, `- ` a list, `1. ` a numbered one, `> ` a quote. */
const written = inputRules({
  rules: [
    textblockTypeInputRule(/^(#{2,4})\s$/, nodes.heading, ([, signs = '##']) => ({ level: signs.length })),
    wrappingInputRule(/^[-*]\s$/, nodes.bullet_list),
    wrappingInputRule(/^1[.)]\s$/, nodes.ordered_list),
    wrappingInputRule(/^>\s$/, nodes.blockquote),
  ],
})

export const plugins = (own: Readonly<Record<string, Command>>): Plugin[] => [
  written,
  keymap({ ...keys, ...own }),
  keymap(baseKeymap),
  history(),
  tableEditing(),
]
