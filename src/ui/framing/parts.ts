import type { FooterColumn, NavItem, Theme, Tone } from '../frame.ts'

/**
 * What a module may lay into every page's frame, through the `frame` slot of its manifest. Each name has one giver by
 * custom; where two give the same, the later module wins, except lists, which are joined in the order of the modules.
 */
export interface FrameParts {
  /** The directory: whose house this is. */
  readonly institution?: { readonly name: string; readonly logo?: string | undefined } | undefined
  /** The directory: small stylesheet with the institution's colours and letters. */
  readonly themeHref?: string | undefined
  /** The directory: address, hours, telephone of the institution; one line each. */
  readonly contact?: readonly string[] | undefined
  /** The directory: IANA name of the institution's time zone. */
  readonly zone?: string | undefined
  /** Identity: who is signed in, and where their account is. */
  readonly person?: { readonly name: string; readonly href: string } | undefined
  /** Identity: what the person chose for the desk. */
  readonly theme?: Theme | undefined
  /** Identity: the views of this list that the person keeps. */
  readonly views?: SavedViews | undefined
  /** Identity: where somebody signs in, for the pages of visitors. */
  readonly signIn?: { readonly href: string; readonly label: string } | undefined
  /** Notifications: the inbox and how many wait unread. */
  readonly notices?: { readonly href: string; readonly count: number } | undefined
  /** The portal: sections in the masthead. */
  readonly portalNav?: readonly NavItem[] | undefined
  /** Columns of links at the foot of the portal. */
  readonly footer?: readonly FooterColumn[] | undefined
  /** The portal: who publishes and when it last changed. */
  readonly colophon?: string | undefined
  /** Sentences above every page of the portal: an emergency, an interruption. */
  readonly banners?: readonly Banner[] | undefined
  /** Said once, after an action was done. */
  readonly flash?: { readonly text: string; readonly tone?: 'ok' | 'bad' | undefined } | undefined
}

/** Addresses of a list, each under the name that its reader gave it. */
export interface SavedViews {
  /** Where they are kept and let go. */
  readonly href: string
  readonly own: readonly { readonly name: string; readonly query: string }[]
}

export interface Banner {
  readonly tone: Exclude<Tone, 'ok' | 'on' | 'plain'> | 'info'
  readonly text: string
  /** Language of the text, where it is not the page's. */
  readonly lang?: string | undefined
  readonly href?: string | undefined
}
