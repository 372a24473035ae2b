import { zoneOf } from '#commons/directory'
import { reaches } from '#kernel/actor'
import { Notice, PageHead, State, type Step, Steps, staffPage, WithAside } from '#ui'
import { topicOfRequest } from '../events.ts'
import { refusalOfAdmission } from '../queries/observations.ts'
import type { Request } from '../queries/requests.ts'
import { editable, path, stepOf } from '../rules/machine.ts'
import type { PublicationsTables } from '../tables.ts'
import { wordsOf } from '../words/kinds.ts'
import { staffWords } from '../words/staff.ts'
import { words } from '../words.ts'
import { Actions, Dialogs, Lacking } from './actions.tsx'
import { Voided, WillVoid } from './approval.tsx'
import { Aside } from './aside.tsx'
import { Asked } from './asked.tsx'
import { Description } from './description.tsx'
import { Files } from './files.tsx'
import { addressOf, type C, requestAsked, stateWord, tones } from './finding.ts'
import { LeftOut, Meanwhile } from './meanwhile.tsx'
import { movesOf } from './moves.ts'
import { Observations } from './observations.tsx'
import { OtherDialogs } from './other-dialogs.tsx'
import { SearchRemoval } from './search-removal.tsx'
import { Unsent } from './unsent.tsx'

/** `/solicitudes/{folio}`: everything about one request, and what can be done with it now. */
export async function recordPage(c: C): Promise<Response> {
  const { app, actor, locale } = c.var
  const said = staffWords[locale]
  const request = await requestAsked(c)
  const [zone, moves] = await Promise.all([zoneOf(app), movesOf(c, request)])
  const mayEdit = reaches(actor, 'publications.request', request.area_id)
  const writes = mayEdit && editable.includes(request.state)
  const title = wordsOf(request.kind, locale).titled(request.title)
  return staffPage(
    c,
    {
      title: `${request.folio}, ${title}`,
      live: topicOfRequest(request.id),
      crumbs: [{ href: '/solicitudes', label: said.requests }],
    },
    <>
      <PageHead
        title={title}
        above={<Standing request={request} locale={locale} />}
        actions={await Actions({ c, request, moves })}
        wide={<Path request={request} locale={locale} />}
      />
      <WithAside asideLabel={said.sheet} aside={await Aside({ c, request, zone })}>
        {await Voided({ c, request, zone })}
        <Unsent c={c} request={request} moves={moves} />
        {request.state === 'draft' && (await Returned({ c, request }))}
        {await Meanwhile({ c, request })}
        {await SearchRemoval({ c, request })}
        <Lacking c={c} request={request} moves={moves} />
        {await LeftOut({ c, request })}
        {request.kind !== 'withdraw' &&
          (await Files({ c, request, mayEdit, notice: writes && (await WillVoid({ c, request, zone })) }))}
        {await Observations({ c, request, zone })}
        {writes ? await Description({ c, request, zone }) : await Asked({ c, request })}
      </WithAside>
      {await Dialogs({ c, request, moves })}
      {await OtherDialogs({ c, request })}
    </>,
  )
}

/** Why it came back without being admitted, before anything else. */
async function Returned({ c, request }: { c: C; request: Request }) {
  const found = await refusalOfAdmission(c.var.app.tables<PublicationsTables>(), request.id)
  if (!found) return null
  return (
    <Notice tone="warn">
      <p>
        <b>{staffWords[c.var.locale].returned}</b> {found.text}
      </p>
    </Notice>
  )
}

interface OfRequest {
  readonly request: Request
  readonly locale: 'es' | 'en'
}

const Standing = ({ request, locale }: OfRequest) => (
  <>
    <b>
      <a href={addressOf(request)}>{request.folio}</a>
    </b>
    <State
      tone={tones[request.state]}
      word={
        request.round > 1
          ? `${stateWord(request, locale)}, ${staffWords[locale].round(request.round)}`
          : stateWord(request, locale)
      }
    />
    {request.priority !== 'normal' && (
      <State tone="warn" icon="scale" word={words[locale].priorities[request.priority]} />
    )}
  </>
)

const Path = ({ request, locale }: OfRequest) => {
  const at = stepOf(request.state)
  const ended = request.state === 'abandoned' || request.state === 'withdrawn'
  const stateOf = (index: number): Step['state'] => {
    if (index < at) return 'done'
    if (index > at) return undefined
    return ended ? 'stopped' : 'current'
  }
  return (
    <Steps
      items={path.map((state, index) => ({
        label: wordsOf(request.kind, locale).states[state],
        state: stateOf(index),
      }))}
    />
  )
}
