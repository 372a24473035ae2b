import { zoneOf } from '#commons/directory'
import { localDateOf, longDate } from '#kernel/pure/dates'
import { PageHead, portalPage } from '#ui'
import type { PublicDocument } from '../queries/public.ts'
import { statusOfWithdrawal } from '../rules/withdrawals.ts'
import { portalWords } from '../words/portal.ts'
import type { C } from './finding.ts'

/** What the address of a withdrawn document answers: where its content went, or why it is gone; never its title. */
export async function gone(c: C, { withdrawal, current }: PublicDocument): Promise<Response> {
  const { locale } = c.var
  const said = portalWords[locale]
  const reason = withdrawal?.reason ?? 'published-in-error'
  const status = statusOfWithdrawal(reason, withdrawal?.target ?? '')
  if (withdrawal && status === 301) return c.redirect(withdrawal.target, 301)
  const at = withdrawal?.withdrawn_at ?? current.ended_at ?? current.published_at
  const date = longDate(localDateOf(at, await zoneOf(c.var.app)), locale)
  c.status(status === 200 ? 410 : (status as 410 | 451))
  return portalPage(
    c,
    { title: said.withdrawnTitle, hidden: true },
    <div class="prose">
      <PageHead title={said.withdrawnTitle} large />
      <p>{said.withdrawn[reason]}</p>
      <p>{said.withdrawnOn(date)}</p>
      {reason === 'order-of-authority' && withdrawal?.reference && <p>{said.reference(withdrawal.reference)}</p>}
      {withdrawal?.ends_on && <p>{said.orderEnds(longDate(withdrawal.ends_on, locale))}</p>}
      <p>{said.askArea}</p>
    </div>,
  )
}

/** What the address of an edition answers that somebody objected to: where the one in force is read. */
export async function objectedTo(c: C, { key }: PublicDocument): Promise<Response> {
  const said = portalWords[c.var.locale]
  c.status(410)
  return portalPage(
    c,
    { title: said.objectedTitle, hidden: true },
    <div class="prose">
      <PageHead title={said.objectedTitle} large />
      <p>
        {said.objectedText} <a href={`/documentos/${key}`}>{said.seeCurrent}</a>
      </p>
    </div>,
  )
}
