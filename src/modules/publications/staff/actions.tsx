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
  TextArea,
} from '#ui'
import { fingerprintOfRequest } from '../queries/content.ts'
import { findLive } from '../queries/documents.ts'
import { draftFilesOf, type Request } from '../queries/requests.ts'
import type { Objection } from '../rules/objections.ts'
import type { PublicationsTables } from '../tables.ts'
import { publishedWords } from '../words/published.ts'
import { staffWords } from '../words/staff.ts'
import { words } from '../words.ts'
import { addressOf, type C } from './finding.ts'
import type { HandMove, Offered } from './moves.ts'
import { editionBefore, Reviewers } from './other-dialogs.tsx'

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
  const live = request.document_id ? await findLive(db, request.document_id) : undefined
  if (able('publications.admit') && request.reviewer && request.state === 'in-review') {
    entries.push({ label: said.assign, href: '#assign', dialog: true })
  }
  if (able('publications.admit')) entries.push({ label: said.countAll, href: '#count', dialog: true })
  if (able('publications.request')) {
    entries.push({ label: said.repeat, href: '#repeat', dialog: true })
    if (live) {
      const from = (kind: string) =>
        `/solicitudes/nueva?tipo=${kind}&documento=${live.key}&titulo=${encodeURIComponent(request.title)}`
      entries.push(
        { label: said.update, href: from('update') },
        { label: publishedWords[locale].correct, href: from('correct-metadata') },
        { label: said.withdraw, href: from('withdraw') },
      )
    }
  }
  const before = able('publications.publish') ? await editionBefore(c, request) : undefined
  if (before) entries.push({ label: said.rollBack(before.number), href: '#roll-back', dialog: true })
  if (live && able('publications.withdraw')) {
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
      return (
        <>
          <DateInput name="reviewOn" label={said.reviewOn} hint={said.reviewHint} />
          <DateInput name="validUntil" label={said.validUntil} hint={said.validUntilHint} optional />
        </>
      )
    default:
      return null
  }
}
