import type { Child } from 'hono/jsx'
import { Brand } from './brand.tsx'
import { Document } from './document.tsx'
import type { Setting } from './frame.ts'
import { Outcome } from './outcome.tsx'
import { Institute } from './portal-page.tsx'
import { useWords } from './speaking.ts'

export interface SimplePageProps {
  readonly setting: Setting
  readonly title: string
  /** Small line above the title: the code of an error, the step of a set-up. */
  readonly kicker?: string | undefined
  readonly children?: Child
}

/** One thing to do or to know: signing in, setting up, an error, work under way. */
export const SimplePage = ({ setting, title, kicker, children }: SimplePageProps) => (
  <Document setting={setting} title={title} kind="simple" hidden>
    <header class="simple-head">
      <Institute {...setting.institution} />
      <OtherLanguage setting={setting} />
    </header>
    <main id="contenido" class="simple-main" tabindex={-1}>
      {kicker && <p class="kicker">{kicker}</p>}
      <h1>{title}</h1>
      <Outcome setting={setting}>{children}</Outcome>
    </main>
    <footer class="simple-foot">
      <Brand />
    </footer>
  </Document>
)

const OtherLanguage = ({ setting: { alternate, locale } }: { setting: Setting }) => {
  const words = useWords()
  const other = locale === 'es' ? 'en' : 'es'
  return alternate ? (
    <a class="other-language" href={alternate} hreflang={other} lang={other}>
      {words.otherLanguage}
    </a>
  ) : null
}
