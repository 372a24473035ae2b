import { createContext, useContext } from 'hono/jsx'
import type { Refusal } from '#kernel/refusal'
import type { Locale } from '#kernel/words'

/** What a form already holds: the values to show again, and what is wrong with each. */
export interface Filling {
  readonly values: Readonly<Record<string, unknown>>
  readonly errors: Readonly<Record<string, string>>
}

export const FillingContext = createContext<Filling>({ values: {}, errors: {} })

/** The address of a field inside its page: `files.0.title` stands at `#campo-files-0-title`. */
export const fieldId = (name: string): string => `campo-${name.replaceAll(/[^\w]+/g, '-').replace(/-$/, '')}`

export function errorsOf(refusal: Refusal | undefined, locale: Locale): Record<string, string> {
  const named = (refusal?.reasons ?? []).filter((reason) => reason.field !== undefined)
  return Object.fromEntries(named.map((reason) => [reason.field, reason.said[locale]]))
}

interface Given {
  readonly name: string
  readonly value?: string | number | null | undefined
  readonly error?: string | undefined
}

/** A field's own value and error win over those of the form around it. */
export function useFilled({ name, value, error }: Given): { value: string; error: string | undefined } {
  const filling = useContext(FillingContext)
  const held = filling.values[name] ?? value
  return { value: held === undefined || held === null ? '' : String(held), error: error ?? filling.errors[name] }
}

/** For groups of choices: which values are chosen. */
export function useChosen(name: string, value: string | readonly string[] | undefined): ReadonlySet<string> {
  const held = useContext(FillingContext).values[name] ?? value ?? []
  return new Set((Array.isArray(held) ? held : [held]).map(String))
}
