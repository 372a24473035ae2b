import type pg from 'pg'

/** Each connection keeps the plans it was given until it ends, so there must be few: a list of another length in `in`
 * is another statement. */
const mostStatements = 500
/** Statements by their text, with how often each was asked while it has no name. */
const names = new Map<string, string>()
const asked = new Map<string, number>()

/** Undefined for what does not come back, or came too late: it is parsed and planned each time. */
export function nameOf(statement: string): string | undefined {
  const known = names.get(statement)
  if (known || names.size >= mostStatements) return known
  const times = (asked.get(statement) ?? 0) + 1
  if (times < 3) {
    if (asked.size >= mostStatements * 4) asked.clear()
    asked.set(statement, times)
    return undefined
  }
  asked.delete(statement)
  const name = `pregonero_${names.size}`
  names.set(statement, name)
  return name
}

/**
 * Has what comes back parsed and planned once per connection instead of once per question: on a page of ten short
 * queries that is most of what PostgreSQL does.
 */
export function prepare(client: pg.ClientBase): void {
  const ask = client.query.bind(client) as (...args: readonly unknown[]) => unknown
  const query = (text: unknown, values?: unknown, ...more: readonly unknown[]) => {
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined
    return name ? ask({ name, text, values }, ...more) : ask(text, values, ...more)
  }
  client.query = query as typeof client.query
}
