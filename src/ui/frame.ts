import type { Refusal } from '#kernel/refusal'
import type { Locale } from '#kernel/words'
import type { IconName } from './icons.tsx'

// What the pages stand in: plain data that the kernel and the modules fill.

export type Theme = 'light' | 'dark' | 'contrast' | 'auto'
export type Tone = 'ok' | 'warn' | 'bad' | 'on' | 'plain'

export interface Institution {
  readonly name: string
  /** Where its name leads: the home of the portal, or the desk. */
  readonly href: string
  /** Address of its logo, decorative because the name stands beside it. */
  readonly logo?: string | undefined
}

export interface NavItem {
  readonly href: string
  readonly label: string
  readonly icon?: IconName | undefined
  readonly count?: number | undefined
  readonly current?: boolean | undefined
}

export interface NavGroup {
  /** Without a title the group stands first and alone, as Hoy does. */
  readonly title?: string | undefined
  readonly items: readonly NavItem[]
}

/** Said once, after an action was done. */
export interface Saying {
  readonly text: string
  readonly tone?: 'ok' | 'bad' | undefined
  readonly action?: { readonly label: string; readonly href: string } | undefined
}

/** What every page shares, whoever reads it. */
export interface Setting {
  readonly locale: Locale
  readonly institution: Institution
  readonly theme?: Theme | undefined
  /** Small stylesheet with the institution's own colours and letters. */
  readonly themeHref?: string | undefined
  /** The same page in the other language. */
  readonly alternate?: string | undefined
  /** Absolute address of this page, for search engines and citations. */
  readonly canonical?: string | undefined
  /** Topics whose changes refresh the open page, joined by commas. */
  readonly live?: string | undefined
  readonly flash?: Saying | undefined
  readonly refusal?: Refusal | undefined
}

export interface Frame extends Setting {
  readonly groups: readonly NavGroup[]
  readonly home: string
  readonly person?: { readonly name: string; readonly initials: string; readonly href: string } | undefined
  readonly notices?: { readonly href: string; readonly count: number } | undefined
  readonly search: { readonly action: string; readonly value?: string | undefined }
}

export interface FooterColumn {
  /** Without one its links stand under the last title. */
  readonly title?: string | undefined
  readonly items: readonly { readonly href: string; readonly label: string }[]
}

/** For whoever works here and is reading the portal: the way back to the desk, and to the record of this page. */
export interface DeskWay {
  readonly name: string
  readonly record?: { readonly href: string; readonly label: string } | undefined
  readonly asks?: readonly { readonly href: string; readonly label: string }[] | undefined
}

export interface PortalFrame extends Setting {
  readonly desk?: DeskWay | undefined
  readonly nav: readonly NavItem[]
  readonly search?: { readonly action: string; readonly value?: string | undefined } | undefined
  /** Address, hours, telephone: one line each. */
  readonly contact: readonly string[]
  readonly columns: readonly FooterColumn[]
  /** Who publishes and when it last changed. */
  readonly colophon: string
}
