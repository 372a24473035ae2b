import { createContext, useContext } from 'hono/jsx'
import { afterName } from '#kernel/pure/text'
import type { Reason } from '#kernel/refusal'
import { useLocale, useWords } from './speaking.ts'

/** What a form already holds: the values to show again, and what is wrong with each. */
export interface Filling {
  /** Tells its fields from those of the same name in other forms of the page. */
  readonly form?: string | undefined
  readonly values: Readonly<Record<string, unknown>>
  readonly reasons: readonly Reason[]
}

export const FillingContext = createContext<Filling>({ values: {}, reasons: [] })

/** What a page says of itself while it is drawn, for the summary that stands above it. */
export interface Drawn {
  /** In the order in which its fields stand. */
  readonly mistakes: { readonly reason: Reason; readonly text: string; readonly href: string }[]
  /** Some part of it, a dialog, already said why the form was sent back. */
  told: boolean
}
export const DrawnContext = createContext<Drawn | undefined>(undefined)

/** Forms of one page differ in where they are sent: `/solicitudes/SP-2026-000001/datos`. */
export const formIdOf = (action: string): string => action.replaceAll(/\W+/g, '-').replaceAll(/^-|-$/g, '')

/** The address of a field inside its page: `files.0.title` of the form `x` stands at `#campo-x-files-0-title`. */
export const fieldId = (name: string, form?: string): string =>
  ['campo', form, name.replaceAll(/\W+/g, '-').replace(/-$/, '')].filter(Boolean).join('-')

export const useFieldId = (name: string): string => fieldId(name, useContext(FillingContext).form)

/** How a value is given: it says what is asked of whoever gave none. */
type Manner = 'write' | 'choose' | 'attach'

interface Given {
  readonly name: string
  readonly label: string
  readonly ask?: string | undefined
  readonly value?: string | number | null | undefined
  readonly error?: string | undefined
}

/** A field's own value and error win over those of the form around it. */
export function useFilled(
  given: Given,
  manner: Manner = 'write',
): { readonly value: string; readonly error: string | undefined } {
  const held = useContext(FillingContext).values[given.name] ?? given.value
  return { value: held === undefined || held === null ? '' : String(held), error: useMistake(given, manner) }
}

/** For groups of choices: which values are chosen. */
export function useChosen(name: string, value: string | readonly string[] | undefined): ReadonlySet<string> {
  const { values, reasons } = useContext(FillingContext)
  // A form that was sent back without it had every box empty.
  const held = values[name] ?? (reasons.length > 0 ? [] : (value ?? []))
  return new Set((Array.isArray(held) ? held : [held]).map(String))
}

/** Why the field was sent back, in words that name it: the same beside it and in the summary. */
export function useMistake({ name, label, ask, error }: Given, manner: Manner): string | undefined {
  const { form, reasons } = useContext(FillingContext)
  const [drawn, words, locale] = [useContext(DrawnContext), useWords(), useLocale()]
  const reason = reasons.find(({ field }) => field === name || field?.startsWith(`${name}.`))
  if (!reason) return error
  const said = reason.said[locale]
  const texts = {
    nothing: ask ?? words.asks[manner](label),
    unfit: words.ofField(label, afterName(said, locale)),
  }
  const text = reason.found ? texts[reason.found] : said
  drawn?.mistakes.push({ reason, text, href: `#${fieldId(name, form)}` })
  return error ?? text
}
