import type { Child } from 'hono/jsx'
import { useLocale } from '../speaking.ts'
import { en } from './words.en.ts'
import { type CatalogueWords, es } from './words.es.ts'

export const samplesOf = (locale: 'es' | 'en'): CatalogueWords => (locale === 'es' ? es : en)
export const useSamples = (): CatalogueWords => samplesOf(useLocale())

/** One kind of thing, with all its states. */
export const Spec = ({ title, children }: { title: string; children?: Child }) => (
  <section class="spec">
    <h2>{title}</h2>
    <div>{children}</div>
  </section>
)
