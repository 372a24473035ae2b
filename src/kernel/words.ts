/** The languages of the house. Spanish of Mexico first. */
export type Locale = 'es' | 'en'
export const locales: readonly Locale[] = ['es', 'en']

/** A sentence in every language of the house, so that whoever reads it later chooses. */
export type Said = Readonly<Record<Locale, string>>

/** Binds a module's words, so that a command can speak without knowing who will read: `say((w) => w.noQuorum(3))`. */
export const phrases =
  <Words>(words: Readonly<Record<Locale, Words>>) =>
  (pick: (words: Words) => string): Said => ({ es: pick(words.es), en: pick(words.en) })

/** What is alike in every language: a folio, a person's name. */
export const same = (text: string): Said => ({ es: text, en: text })

export const isLocale = (value: unknown): value is Locale => value === 'es' || value === 'en'
