import type { Context } from 'hono'
import { holds } from '#kernel/actor'
import type { Env } from '#kernel/module'
import type { Locale } from '#kernel/words'

export type C = Context<Env>

/** A text in the language at hand; `lang` is set where it had to stay in Spanish. */
export interface Spoken {
  readonly text: string
  readonly lang?: 'es'
}

export const spoken = (locale: Locale, es: string, en: string | null): Spoken =>
  locale === 'es' ? { text: es } : en ? { text: en } : { text: es, lang: 'es' }

/** Text of a page whose words may be in another language than the page. */
export const Told = ({ text, lang }: Spoken) => (lang && text ? <span lang={lang}>{text}</span> : text)

export const sectionTitle = (locale: Locale, section: { titleEs: string; titleEn: string | null }): Spoken =>
  spoken(locale, section.titleEs, section.titleEn)

/** Where the desk keeps what this page shows, for whoever writes it. */
export const recordFor = (c: C, href: string, label: string) =>
  holds(c.var.actor, 'portal.compose') ? { href, label } : undefined
