import { accountsWith } from '#commons/identity'
import { reaches } from '#kernel/actor'
import {
  type Action,
  ActionMenu,
  Button,
  ButtonLink,
  DateInput,
  DateTimeInput,
  Dialog,
  DialogCancel,
  Form,
  FormEnd,
  formAt,
  Hash,
  type ReasonItem,
  Reasons,
  Select,
  TextArea,
  TextInput,
} from '#ui'
import { fingerprintOfRequest } from '../queries/content.ts'
import { findDocument } from '../queries/documents.ts'
import { draftFilesOf, loadOfReviewers, type Request } from '../queries/requests.ts'
import type { Objection } from '../rules/objections.ts'
import type { PublicationsTables } from '../tables.ts'
import { staffWords } from '../words/staff.ts'
import { words } from '../words.ts'
import { addressOf, type C } from './finding.ts'
import type { HandMove, Offered } from './moves.ts'

interface Props {
  readonly c: C
  readonly request: Request
  readonly moves: readonly Offered[]
}

/** Moves that another move of the same state goes before. */
const secondary: readonly HandMove[] = [
  'refuse-admission',
  'observe',
  'schedule',
  'publish-urgently',
  'object',
  'archive',
  'abandon',
]

/** The one main action, and the menu with the others. */
export const Actions = async ({ c, request, moves }: Props) => {
  const said = staffWords[c.var.locale]
  const main = moves.find(({ move, objections }) => !secondary.includes(move) && objections.length === 0)
  const others = moves.filter((each) => each !== main)
  return (
    <>
      <ActionMenu id="otras-acciones" actions={await entriesOf({ c, request, moves: others })} />
      {main && (
        <ButtonLink kind="main" href={`#${main.move}`} dialog>
          {said.actions[main.move]}
        </ButtonLink>
      )}
    </>
  )
}

async function entriesOf({ c, request, moves }: Props): Promise<readonly Action[]> {
  const { app, actor, locale } = c.var
  const said = staffWords[locale]
  const entries: Action[] = moves.map(({ move, objections }) => ({
    label: said.actions[move],
    ...(objections.length > 0
      ? { unless: objections.map((each) => words[locale].objection(each)).join(' ') }
      : { href: `#${move}`, dialog: true }),
    bad: move === 'abandon' || move === 'object',
  }))
  const able = (grant: string) => reaches(actor, grant, request.area_id)
  const db = app.tables<PublicationsTables>()
  const live = request.document_id ? await findDocument(db, request.document_id) : undefined
  if (able('publications.admit') && request.reviewer && request.state === 'in-review') {
    entries.push({ label: said.assign, href: '#assign', dialog: true })
  }
  if (able('publications.admit')) entries.push({ label: said.countAll, href: '#count', dialog: true })
  if (able('publications.request')) {
    entries.push({ label: said.repeat, href: '#repeat', dialog: true })
    if (live?.first_published_at) {
      const from = (kind: string) =>
        `/solicitudes/nueva?tipo=${kind}&documento=${live.key}&titulo=${encodeURIComponent(request.title)}`
      entries.push({ label: said.update, href: from('update') }, { label: said.withdraw, href: from('withdraw') })
    }
  }
  if (live && request.state === 'published' && able('publications.withdraw')) {
    entries.push({ label: said.withdrawNow, href: '#withdraw-now', dialog: true, bad: true })
  }
  if (request.submitted_at)
    entries.push({ label: said.acknowledgement, href: `${addressOf(request)}/acuse`, icon: 'printer' })
  return entries
}

/** What is lacking for the main move of the state. Stands where a dead button would. */
export const Lacking = ({ c, request, moves }: Props) => {
  const { locale } = c.var
  const said = staffWords[locale]
  const shut = moves.find(({ move, objections }) => !secondary.includes(move) && objections.length > 0)
  const open = moves.some(({ move, objections }) => !secondary.includes(move) && objections.length === 0)
  if (!shut || open) return null
  return (
    <Reasons
      id="falta"
      title={said.missing(words[locale].verbs[shut.move], shut.objections.length)}
      items={shut.objections.map((objection) => reasonOf(c, request, objection))}
    />
  )
}

const places: Readonly<Partial<Record<Objection['code'], string>>> = {
  missing: '#datos',
  'no-files': '#archivos',
  'blocking-findings': '#archivos',
  'unanswered-observations': '#observaciones',
  'blocking-observations': '#observaciones',
  'target-missing': '#datos',
  'reference-missing': '#datos',
}

function reasonOf({ var: { locale } }: C, _request: Request, objection: Objection): ReasonItem {
  const href = places[objection.code]
  const blocks = /^blocking/.test(objection.code)
  return {
    text: words[locale].objection(objection),
    tone: blocks ? 'bad' : 'warn',
    ...(href ? { link: { href, label: staffWords[locale].mend } } : {}),
  }
}

/** A dialog for each move that may be made now; without scripts they stand at the end of the page. */
export const Dialogs = async ({ c, request, moves }: Props) => {
  const ready = moves.filter(({ objections }) => objections.length === 0)
  const asks = await Promise.all(ready.map(async ({ move }) => [move, await Asks({ c, request, move })] as const))
  return (
    <>
      {asks.map(([move, asked]) => (
        <MoveDialog c={c} request={request} move={move}>
          {asked}
        </MoveDialog>
      ))}
    </>
  )
}

const texts: Readonly<
  Partial<Record<HandMove, 'approveText' | 'admitText' | 'refuseText' | 'urgentText' | 'abandonText' | 'archiveText'>>
> = {
  approve: 'approveText',
  admit: 'admitText',
  'refuse-admission': 'refuseText',
  'publish-urgently': 'urgentText',
  abandon: 'abandonText',
  archive: 'archiveText',
}

const bad: readonly HandMove[] = ['abandon', 'object', 'publish-urgently']

const MoveDialog = ({ c, request, move, children }: Omit<Props, 'moves'> & { move: HandMove; children?: unknown }) => {
  const said = staffWords[c.var.locale]
  const text = texts[move]
  return (
    <Dialog id={move} title={said.actions[move]} text={text && said[text]}>
      <Form {...formAt(c, `${addressOf(request)}/${move}`)} hidden={{ _key: crypto.randomUUID() }}>
        {children as never}
        <FormEnd>
          <Button kind={bad.includes(move) ? 'bad' : 'main'}>{said.actions[move]}</Button>
          <DialogCancel />
        </FormEnd>
      </Form>
    </Dialog>
  )
}

/** What each move needs to know besides the request. */
async function Asks({ c, request, move }: { c: C; request: Request; move: HandMove }) {
  const said = staffWords[c.var.locale]
  switch (move) {
    case 'admit':
      return Reviewers({ c, request })
    case 'approve': {
      const files = await draftFilesOf(c.var.app.tables<PublicationsTables>(), request.id)
      const fingerprint = fingerprintOfRequest(request, files)
      return (
        <>
          <Hash value={fingerprint} />
          <input type="hidden" name="fingerprint" value={fingerprint} />
        </>
      )
    }
    case 'schedule':
      return <DateTimeInput name="at" label={said.scheduleAt} />
    case 'refuse-admission':
    case 'publish-urgently':
    case 'object':
      return <TextArea name="reason" label={said.reason} />
    case 'revalidate':
      return <DateInput name="reviewOn" label={said.reviewOn} />
    default:
      return null
  }
}

/** Who may review in that area, each with what is in their hands. */
export async function Reviewers({ c, request }: { c: C; request: Request }) {
  const { app, locale } = c.var
  const said = staffWords[locale]
  const [able, loads] = await Promise.all([
    accountsWith(app, 'publications.review', request.area_id),
    loadOfReviewers(app.tables<PublicationsTables>()),
  ])
  const load = (actor: string) => {
    const { requests, files } = loads.get(actor) ?? { requests: 0, files: 0 }
    return said.load(requests, files)
  }
  return (
    <Select
      name="reviewer"
      label={said.reviewer}
      value={request.reviewer}
      options={able.map(({ actor, name }) => ({ value: actor, label: `${name}: ${load(actor)}` }))}
    />
  )
}

/** Dialogs of what is not a move: reviewer, calendar, repetition, withdrawal at once. */
export const OtherDialogs = async ({ c, request }: Omit<Props, 'moves'>) => {
  const { actor, locale } = c.var
  const said = staffWords[locale]
  const here = addressOf(request)
  const able = (grant: string) => reaches(actor, grant, request.area_id)
  return (
    <>
      {able('publications.admit') && (
        <>
          <Plain id="assign" title={said.assign} c={c} action={`${here}/revisor`}>
            {await Reviewers({ c, request })}
          </Plain>
          <Plain id="count" title={said.countAll} c={c} action={`${here}/computo`}>
            <Select
              name="mode"
              label={said.mode}
              value={request.calendar_mode}
              none={null}
              options={Object.entries(words[locale].calendarModes).map(([value, label]) => ({ value, label }))}
            />
            <TextInput name="reason" label={said.modeReason} value={request.calendar_mode_reason} optional />
          </Plain>
        </>
      )}
      {able('publications.request') && <Plain id="repeat" title={said.repeat} c={c} action={`${here}/repetir`} />}
      {able('publications.withdraw') && request.state === 'published' && (
        <Plain id="withdraw-now" title={said.withdrawNow} c={c} action={`${here}/retirar`}>
          <p>{said.withdrawNowText}</p>
          <Select
            name="reason"
            label={said.withdrawalReason}
            options={(['personal-or-reserved-data', 'order-of-authority'] as const).map((value) => ({
              value,
              label: words[locale].withdrawalReasons[value],
            }))}
          />
          <TextInput name="reference" label={said.reference} />
          <TextArea name="note" label={said.note} optional />
        </Plain>
      )}
    </>
  )
}

interface PlainProps {
  readonly id: string
  readonly title: string
  readonly c: C
  readonly action: string
  readonly children?: unknown
}

const Plain = ({ id, title, c, action, children }: PlainProps) => (
  <Dialog id={id} title={title}>
    <Form {...formAt(c, action)}>
      {children as never}
      <FormEnd>
        <Button kind="main">{title}</Button>
        <DialogCancel />
      </FormEnd>
    </Form>
  </Dialog>
)
