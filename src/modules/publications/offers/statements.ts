import type { Locale, Said } from '#kernel/words'
import type { Decided } from '../rules/record.ts'
import type { TerminalWords } from '../words/terminal.es.ts'
import { sayInTerminal, terminalWords } from '../words/terminal.ts'

// What the tables say was decided, and what the ledger says, as statements that can be compared.

interface Statement {
  readonly name: Said
  readonly sentence: Said
}
/** By their names: two records agree when they say the same of the same names. */
type Statements = ReadonlyMap<string, Statement>

export function statementsOf({ approvals, editions, withdrawals, urgencies }: Decided): Statements {
  const said = new Map<string, Statement>()
  /** A second row of the same name is another statement, and never hides the first. */
  const state = (name: Said, sentence: Said): unknown =>
    said.has(name.en)
      ? state(
          both((locale, { again }) => again(name[locale])),
          sentence,
        )
      : said.set(name.en, { name, sentence })
  for (const approval of approvals)
    state(
      sayInTerminal(({ record }) => record.approval(approval.folio, approval.at)),
      sayInTerminal(({ record }) => record.approved(approval)),
    )
  for (const edition of editions)
    state(
      sayInTerminal(({ record }) => record.edition(edition.key, edition.number)),
      sayInTerminal(({ record }) => record.published(edition)),
    )
  for (const withdrawal of withdrawals)
    state(
      sayInTerminal(({ record }) => record.withdrawal(withdrawal.key, withdrawal.at)),
      sayInTerminal(({ record }) => record.withdrawn(withdrawal)),
    )
  for (const urgency of urgencies)
    state(
      sayInTerminal(({ record }) => record.urgency(urgency.folio)),
      sayInTerminal(({ record }) => record.urgent(urgency)),
    )
  return said
}

/** Where the tables and the ledger do not say the same, a sentence each. */
export function* differencesOf(tables: Statements, ledger: Statements): Generator<Said> {
  for (const [key, { name, sentence }] of ledger) {
    const found = tables.get(key)?.sentence
    if (!found) yield both((locale, { onlyLedger }) => onlyLedger(name[locale], sentence[locale]))
    else if (found.en !== sentence.en)
      yield both((locale, { different }) => different(name[locale], sentence[locale], found[locale]))
  }
  for (const [key, { name, sentence }] of tables)
    if (!ledger.has(key)) yield both((locale, { onlyTables }) => onlyTables(name[locale], sentence[locale]))
}

const both = (pick: (locale: Locale, record: TerminalWords['record']) => string): Said => ({
  es: pick('es', terminalWords.es.record),
  en: pick('en', terminalWords.en.record),
})
