import { raw } from 'hono/html'
import { type Child, useContext } from 'hono/jsx'
import type { Reason, Refusal } from '#kernel/refusal'
import { ErrorSummary, type Mistake } from './error-summary.tsx'
import { type Drawn, DrawnContext } from './filling.ts'
import { Flash } from './flash.tsx'
import type { Setting } from './frame.ts'
import { Notice } from './notice.tsx'
import { useLocale } from './speaking.ts'

/** What came of the last action, first thing on the page. What follows is drawn before it, and says what is wrong. */
export const Outcome = ({ setting: { flash, refusal }, children }: { setting: Setting; children?: Child }) =>
  afterDrawing(children, (drawn) => {
    const says = refusal && !drawn.told
    if (!flash && !says) return null
    return (
      <div class="outcome" id="resultado" data-kept>
        {flash && <Flash {...flash} />}
        {says && <Said refusal={refusal} drawn={drawn} />}
      </div>
    )
  })

/** A form that says itself why it was sent back, where what stands at the top of the page is not seen: in a dialog. */
export const SentBack = ({ refusal, children }: { refusal: Refusal; children?: Child }) => {
  const page = useContext(DrawnContext)
  if (page) page.told = true
  return afterDrawing(children, (drawn) => <Said refusal={refusal} drawn={drawn} id="errores-del-dialogo" />)
}

/** Draws what follows, and then what stands above it and speaks of it. */
function afterDrawing(children: Child, above: (drawn: Drawn) => Child) {
  const drawn: Drawn = { mistakes: [], told: false }
  const both = (html: string) => (
    <>
      {above(drawn)}
      {raw(html)}
    </>
  )
  const body = (<DrawnContext.Provider value={drawn}>{children}</DrawnContext.Provider>).toString()
  return typeof body === 'string' ? both(body) : (body as Promise<string>).then(both)
}

const Said = ({ refusal, drawn, id }: { refusal: Refusal; drawn: Drawn; id?: string }) => {
  const locale = useLocale()
  const isDrawn = ({ field }: Reason) =>
    field !== undefined && drawn.mistakes.some(({ reason }) => reason.field === field)
  const rest = refusal.reasons.filter((reason) => !isDrawn(reason))
  const mistakes: readonly Mistake[] = [
    ...drawn.mistakes,
    ...rest.map(({ said, href }) => ({ text: said[locale], href })),
  ]
  if (mistakes.length === 0) {
    return (
      <Notice tone="bad" alert>
        {refusal.said[locale]}
      </Notice>
    )
  }
  return (
    <ErrorSummary title={refusal.kind === 'invalid' ? undefined : refusal.said[locale]} mistakes={mistakes} id={id} />
  )
}
