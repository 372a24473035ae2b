import { createContext, useContext } from 'hono/jsx'
import type { Locale, Said } from '#kernel/words'
import { en } from './words.en.ts'
import { es, type UiWords } from './words.es.ts'

/** The language a page is being written in. The frame sets it; components ask. */
export const Speaking = createContext<Locale>('es')

export const wordsOf = (locale: Locale): UiWords => (locale === 'es' ? es : en)
export const useLocale = (): Locale => useContext(Speaking)
export const useWords = (): UiWords => wordsOf(useLocale())
/** What was said in every language, in the reader's. */
export const useSaid = (said: Said): string => said[useLocale()]
