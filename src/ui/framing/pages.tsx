import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { answerDocument } from '#kernel/documents'
import type { Env } from '#kernel/module'
import { Crumbs } from '../crumbs.tsx'
import type { DocumentProps } from '../document.tsx'
import { Notice } from '../notice.tsx'
import { PortalPage } from '../portal-page.tsx'
import { SimplePage } from '../simple-page.tsx'
import { useLocale } from '../speaking.ts'
import { StaffPage } from '../staff-page.tsx'
import { type PageOptions, type PortalOptions, partsOf, portalFrame, settingOf, staffFrame } from './gather.ts'
import type { Banner } from './parts.ts'
import { framingWords } from './words.ts'

type C = Context<Env>
interface Step {
  readonly href: string
  readonly label: string
}

export interface StaffPageOptions extends PageOptions {
  /** The way here: every step but this page. */
  readonly crumbs?: readonly Step[] | undefined
  /** Uses the whole width: for workbenches. */
  readonly wide?: boolean | undefined
  /** Says also what only whoever keeps the house has to know: that its database is for evaluation. */
  readonly forKeepers?: boolean | undefined
}

/** A page of the desk, in its frame, as the answer to this request. */
export async function staffPage(c: C, options: StaffPageOptions, body: Child): Promise<Response> {
  const frame = await staffFrame(c, options)
  return answer(
    c,
    <StaffPage frame={frame} title={options.title} wide={options.wide}>
      {options.forKeepers && c.var.app.engine === 'pglite' && <Evaluation />}
      {options.crumbs && <Crumbs items={options.crumbs} />}
      {body}
    </StaffPage>,
  )
}

export interface PortalPageOptions extends PortalOptions, Pick<DocumentProps, 'description' | 'hidden' | 'also'> {
  readonly crumbs?: readonly Step[] | undefined
}

/** A page of the portal, in its frame, as the answer to this request. */
export async function portalPage(c: C, options: PortalPageOptions, body: Child): Promise<Response> {
  const [frame, parts] = await Promise.all([portalFrame(c, options), partsOf(c)])
  const { title, description, hidden, also, crumbs } = options
  return answer(
    c,
    <PortalPage frame={frame} title={title} description={description} hidden={hidden} also={also}>
      {parts.banners?.map((banner) => (
        <Standing {...banner} />
      ))}
      {crumbs && <Crumbs items={crumbs} />}
      {body}
    </PortalPage>,
  )
}

export interface SimplePageOptions extends PageOptions {
  /** Small line above the title. */
  readonly kicker?: string | undefined
}

/** One thing to do or to know, without anything around it. */
export async function simplePage(c: C, options: SimplePageOptions, body: Child): Promise<Response> {
  const setting = settingOf(c, await partsOf(c), options, '/')
  return answer(
    c,
    <SimplePage setting={setting} title={options.title} kicker={options.kicker}>
      {body}
    </SimplePage>,
  )
}

/** Any whole document, as HTML; the status set before stands. */
export const answer = async (c: C, document: { toString(): string | Promise<string> }): Promise<Response> =>
  answerDocument(c, `<!doctype html>${await document.toString()}`)

const Evaluation = () => (
  <div class="no-print">
    <Notice icon="database">
      <p>{framingWords[useLocale()].evaluation}</p>
    </Notice>
  </div>
)

const Standing = ({ tone, text, lang, href }: Banner) => (
  <Notice tone={tone} alert={tone === 'bad'}>
    <p>
      <span lang={lang}>{text}</span> {href && <a href={href}>{framingWords[useLocale()].moreAbout}</a>}
    </p>
  </Notice>
)
