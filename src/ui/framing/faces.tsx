import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Env } from '#kernel/module'
import type { Faces } from '#kernel/problems'
import type { Refusal } from '#kernel/refusal'
import { ButtonLink } from '../button.tsx'
import { PageHead } from '../page-head.tsx'
import { SearchBox } from '../portal-home.tsx'
import { SimplePage } from '../simple-page.tsx'
import { useLocale } from '../speaking.ts'
import { rememberedParts, settingOf } from './gather.ts'
import { answer, portalPage, simplePage, staffPage } from './pages.tsx'
import { framingWords } from './words.ts'

type C = Context<Env>

/** How the house says no, that there is nothing here, or that it failed. */
export const faces: Faces = {
  refusal: (c, refusal) => (refusal.kind === 'missing' ? lost(c) : refused(c, refusal)),
  apology: (c, code, away) => sorry(c, code, away),
}

/** Nothing stands at this address: whoever came is helped to search. */
function lost(c: C): Promise<Response> {
  const words = framingWords[c.var.locale]
  if (isStaff(c)) return staffPage(c, { title: words.missingTitle }, <Nothing />)
  return portalPage(c, { title: words.missingTitle, hidden: true }, <Nothing />)
}

const Nothing = () => {
  const words = framingWords[useLocale()]
  return (
    <div class="prose">
      <PageHead title={words.missingTitle} above={words.errorCode(404)} below={words.missingText} large />
      <SearchBox action="/buscar" placeholder={words.searchHint} />
    </div>
  )
}

/** The frame itself says the refusal and its reasons, as it does above a form that was sent back. */
function refused(c: C, refusal: Refusal): Promise<Response> {
  const words = framingWords[c.var.locale]
  const title = words.refusalTitle[refusal.kind]
  c.set('attempt', { refusal, input: {} })
  const ways = <Ways href={backOf(c)} label={words.back} />
  if (isStaff(c)) return staffPage(c, { title }, [<PageHead title={title} />, ways])
  return simplePage(c, { title, kicker: words.errorCode(refusal.status) }, ways)
}

/** Stands on nothing that may have failed: what is known of the institution is what was seen last. */
function sorry(c: C, code: string, away: boolean): Promise<Response> {
  const words = framingWords[c.var.locale]
  const title = away ? words.awayTitle : words.apologyTitle
  return answer(
    c,
    <SimplePage setting={settingOf(c, rememberedParts(c), { title }, '/')} title={title}>
      <p>{away ? words.awayText : words.apologyText(code)}</p>
      <Ways href={backOf(c)} label={words.back} />
    </SimplePage>,
  )
}

const Ways = ({ href, label }: { href: string | undefined; label: string }): Child => (
  <p class="row">
    {href && <ButtonLink href={href}>{label}</ButtonLink>}
    <ButtonLink kind="plain" href="/">
      {framingWords[useLocale()].home}
    </ButtonLink>
  </p>
)

const isStaff = (c: C) => c.var.actor.id !== 'visitor'

/** Where the reader came from, when that was a page of this house. */
function backOf(c: C): string | undefined {
  const referer = c.req.header('referer')
  if (!referer || !URL.canParse(referer)) return undefined
  const { origin, pathname, search } = new URL(referer)
  return origin === new URL(c.req.url).origin ? pathname + search : undefined
}
