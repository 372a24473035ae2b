import type { Child } from 'hono/jsx'
import { asset } from './assets.ts'
import type { Setting } from './frame.ts'
import { Speaking, wordsOf } from './speaking.ts'

export interface DocumentProps {
  readonly setting: Setting
  readonly title: string
  readonly kind: 'staff' | 'portal' | 'simple'
  readonly description?: string | undefined
  /** Kept out of search engines: everything that is not the public portal. */
  readonly hidden?: boolean | undefined
  /** Feeds and other forms of the same page. */
  readonly also?: readonly { readonly href: string; readonly type: string; readonly title: string }[] | undefined
  readonly children?: Child
}

/** The shell of every page. Nothing inline, neither script nor style, so that the strictest policy holds. */
export const Document = ({ setting, title, kind, children, ...head }: DocumentProps) => {
  const words = wordsOf(setting.locale)
  const live = setting.live ? { 'data-live': setting.live } : {}
  return (
    <Speaking.Provider value={setting.locale}>
      <html lang={words.language} data-theme={setting.theme ?? 'light'}>
        <Head setting={setting} title={title} {...head} />
        <body class={kind} {...live}>
          <a class="skip" href="#contenido">
            {words.skip}
          </a>
          {children}
        </body>
      </html>
    </Speaking.Provider>
  )
}

const Head = ({ setting, title, description, hidden, also }: Omit<DocumentProps, 'kind'>) => (
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>{title === setting.institution.name ? title : `${title} · ${setting.institution.name}`}</title>
    {description && <meta name="description" content={description} />}
    {hidden && <meta name="robots" content="noindex" />}
    {setting.canonical && <link rel="canonical" href={setting.canonical} />}
    {setting.alternate && setting.canonical && (
      <link
        rel="alternate"
        hreflang={setting.locale === 'es' ? 'en' : 'es'}
        href={new URL(setting.alternate, setting.canonical).href}
      />
    )}
    {also?.map(({ href, type, title: name }) => (
      <link rel="alternate" type={type} href={href} title={name} />
    ))}
    <link rel="preload" href={asset(fonts.sans)} as="font" type="font/woff2" crossorigin="anonymous" />
    <link rel="preload" href={asset(fonts.serif)} as="font" type="font/woff2" crossorigin="anonymous" />
    <link rel="stylesheet" href={asset('app.css')} />
    {setting.themeHref && <link rel="stylesheet" href={setting.themeHref} />}
    <link rel="icon" href={asset('mark.svg')} type="image/svg+xml" />
    <script type="module" src={asset('app.js')} />
  </head>
)

/** The two that stand above the fold; italics wait until a page uses them. */
const fonts = { sans: 'fonts/source-sans-3.woff2', serif: 'fonts/newsreader.woff2' }
