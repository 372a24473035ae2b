import { phrases } from '#kernel/words'
import { en } from './terminal.en.ts'
import { es, type TerminalWords } from './terminal.es.ts'

export const terminalWords = { es, en }
export const sayInTerminal = phrases<TerminalWords>(terminalWords)
