import { reaches } from '#kernel/actor'
import {
  type Action,
  ActionMenu,
  ButtonLink,
  DateInput,
  DateTimeInput,
  FormDialog,
  fieldId,
  formAt,
  formIdOf,
  Hash,
  type ReasonItem,
  Reasons,
  TextArea,
} from '#ui'
import { fingerprintOfRequest } from '../queries/content.ts'
import { currentEdition, findLive } from '../queries/documents.ts'
import { draftFilesOf, type Request } from '../queries/requests.ts'
import { editionBehind } from '../queries/restoring.ts'
import { editable } from '../rules/machine.ts'
import type { Objection, RequiredField } from '../rules/objections.ts'
import type { PublicationsTables } from '../tables.ts'
import { wordsOf } from '../words/kinds.ts'
import { meanwhileWords } from '../words/meanwhile.ts'
import { publishedWords } from '../words/published.ts'
import { staffWords } from '../words/staff.ts'
import { addressOf, type C, seenOf } from './finding.ts'
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
  const main = moves.find(({ move, objections }) => !secondary.includes(move) && objections.length === 0)
  const others = moves.filter((each) => each !== main)
  return (
    <>
      <ActionMenu id="otras-acciones" actions={await entriesOf({ c, request, moves: others })} />
      {main && (
        <ButtonLink kind="main" href={`#${main.move}`} dialog>
          {wordsOf(request.kind, c.var.locale).actions[main.move]}
        </ButtonLink>
      )}
    </>
  )
}

async function entriesOf({ c, request, moves }: Props): Promise<readonly Action[]> {
  const { app, actor, locale } = c.var
  const said = staffWords[locale]
  const own = wordsOf(request.kind, locale)
  const entries: Action[] = moves.map(({ move, objections }) => ({
    label: own.actions[move],
    ...(objections.length > 0
      ? { unless: objections.map(own.objection).join(' ') }
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
  if (before) {
    const unless = before.objections.map(own.objection).join(' ')
    entries.push({
      label: said.rollBack(before.number),
      ...(unless ? { unless } : { href: '#roll-back', dialog: true }),
    })
  }
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
      title={said.missing(wordsOf(request.kind, locale).verbs[shut.move], shut.objections.length)}
      items={shut.objections.map((objection) => reasonOf(c, request, objection))}
    />
  )
}

/** What each empty datum is called in the form of the request. */
const fieldNames: Readonly<Partial<Record<RequiredField, string>>> = {
  section: 'section',
  summary: 'summary',
  'ground-kind': 'ground',
  'ground-reference': 'reference',
  'review-on': 'reviewOn',
  'timing-reason': 'timingReason',
  'withdrawal-reason': 'withdrawalReason',
}

/** Where each thing is mended, by whoever may write the request: the very field, file or observation. */
function placeOf(request: Request, objection: Objection): string | undefined {
  const field = (name: string) => `#${fieldId(name, formIdOf(`${addressOf(request)}/datos`))}`
  switch (objection.code) {
    case 'missing': {
      const name = fieldNames[objection.field]
      return name ? field(name) : '#count'
    }
    case 'target-missing':
    case 'target-bad':
      return field('withdrawalTarget')
    case 'reference-missing':
      return field('reference')
    case 'edition-superseded':
      return '#confirmar-edicion'
    case 'no-files':
      return `#${fieldId('files', formIdOf(`${addressOf(request)}/archivos`))}`
    case 'checks-running':
    case 'blocking-findings':
      return '#archivos'
    case 'unanswered-observations':
    case 'blocking-observations':
      return `#observacion-${objection.numbers[0]}`
    default:
      return undefined
  }
}

function reasonOf({ var: { actor, locale } }: C, request: Request, objection: Objection): ReasonItem {
  const writes = editable.includes(request.state) && reaches(actor, 'publications.request', request.area_id)
  const place = placeOf(request, objection)
  // What stands in a form is drawn only for whoever may write in it.
  const href = /^#c(?:ampo-|onfirmar-)/.test(place ?? '') && !writes ? undefined : place
  const blocks = /^blocking/.test(objection.code)
  return {
    text: wordsOf(request.kind, locale).objection(objection),
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
    <FormDialog
      place={move}
      title={wordsOf(request.kind, c.var.locale).actions[move]}
      text={text && said[text]}
      bad={bad.includes(move)}
      {...formAt(c, `${addressOf(request)}/${move}`)}
      hidden={{ ...seenOf(request), _key: crypto.randomUUID() }}
    >
      {children as never}
    </FormDialog>
  )
}

/** What readers will see once somebody objects: the edition behind, or nothing. */
async function afterObjecting({ var: { app, locale } }: C, { document_id }: Request): Promise<string> {
  const said = meanwhileWords[locale]
  const edition = document_id && (await currentEdition(app.tables<PublicationsTables>(), document_id))
  const former = edition ? await editionBehind(app, edition) : undefined
  return former ? said.restores(former.number) : said.takesDown
}

/** What each move needs to know besides the request. */
async function Asks({ c, request, move }: { c: C; request: Request; move: HandMove }) {
  const said = staffWords[c.var.locale]
  const { labels } = wordsOf(request.kind, c.var.locale)
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
      return <DateTimeInput name="at" label={labels.scheduleAt} ask={labels.askAt} />
    case 'object':
      return (
        <>
          <p>{await afterObjecting(c, request)}</p>
          <TextArea name="reason" label={said.reason} ask={said.ask.reason} />
        </>
      )
    case 'refuse-admission':
    case 'publish-urgently':
      return <TextArea name="reason" label={said.reason} ask={said.ask.reason} />
    case 'revalidate':
      return (
        <>
          <DateInput name="reviewOn" label={said.reviewOn} ask={said.ask.reviewOn} hint={said.reviewHint} />
          <DateInput name="validUntil" label={said.validUntil} hint={said.validUntilHint} optional />
        </>
      )
    default:
      return null
  }
}
