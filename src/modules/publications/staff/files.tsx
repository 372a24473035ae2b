import type { Child } from 'hono/jsx'
import { describe, type Run, runsOf } from '#commons/files'
import { bytes } from '#kernel/pure/numbers'
import {
  Button,
  type Column,
  Dialog,
  DialogCancel,
  DropZone,
  Form,
  FormDialog,
  formAt,
  Pager,
  Second,
  Section,
  State,
  Table,
  Tabs,
  TextInput,
} from '#ui'
import { findDocument } from '../queries/documents.ts'
import { extensionOf } from '../queries/public.ts'
import { type DraftFile, draftFilesOf, type Request, subjectOfFile } from '../queries/requests.ts'
import { keepsFiles } from '../rules/kinds.ts'
import { editable } from '../rules/machine.ts'
import type { PublicationsTables } from '../tables.ts'
import { meanwhileWords } from '../words/meanwhile.ts'
import { staffWords } from '../words/staff.ts'
import { addressOf, type C, seenOf } from './finding.ts'

/** A request holds hundreds: its page shows these at once. */
const perPage = 50
/** So many bring their dialogs along; of more, only the one that is asked for does. */
const mostWithDialogs = 12

interface FilesProps {
  readonly c: C
  readonly request: Request
  readonly mayEdit: boolean
  /** Said before anybody touches them. */
  readonly notice?: Child
}

/** The files of the working copy, each once with what the machine found in it, and where more are added. */
export async function Files({ c, request, mayEdit, notice }: FilesProps) {
  const { app, locale } = c.var
  const said = staffWords[locale]
  const files = await draftFilesOf(app.tables<PublicationsTables>(), request.id)
  const runs = await runsOf(
    app,
    files.map(({ id }) => subjectOfFile(id)),
  )
  const runOf = ({ id }: DraftFile) => runs.get(subjectOfFile(id))
  const edits = mayEdit && editable.includes(request.state)
  const limit = bytes(app.config.largestFileMegabytes * 1_000_000)
  const view = viewOf(c, files, runOf)
  const asked = Number(c.req.query('archivo') ?? c.req.param('file') ?? c.req.query('reemplaza'))
  const few = files.length <= mostWithDialogs
  return (
    <Section id="archivos" title={said.files} count={files.length}>
      {notice}
      {files.length === 0 && <p class="muted">{said.noFiles}</p>}
      {files.length > perPage && <Views c={c} request={request} view={view} files={files} />}
      {view.shown.length > 0 && (
        <Table
          caption={said.files}
          columns={columnsOf({ c, request, runOf, edits, few })}
          rows={view.shown}
          idOf={({ file_id }) => `archivo-${file_id}`}
        />
      )}
      <Pager page={view.page} pages={view.pages} hrefOf={(page) => `${view.at(view.pending, page)}#archivos`} />
      {edits && keepsFiles(request.kind) && (await FilesFixed({ c, request }))}
      {edits && !keepsFiles(request.kind) && (
        <DropZone
          action={`${addressOf(request)}/archivos`}
          endpoint={`${addressOf(request)}/subidas`}
          name="files"
          note={said.uploadNote(limit)}
        />
      )}
      {edits &&
        files
          .filter(({ file_id }) => few || file_id === asked)
          .map((file) => <FileDialogs c={c} request={request} file={file} />)}
    </Section>
  )
}

/** Why no file is added, and where another one is asked for. */
async function FilesFixed({ c, request }: Omit<FilesProps, 'mayEdit'>) {
  const said = meanwhileWords[c.var.locale]
  const document = request.document_id
    ? await findDocument(c.var.app.tables<PublicationsTables>(), request.document_id)
    : undefined
  return (
    <p class="muted">
      {said.filesFixed}{' '}
      {document && <a href={`/solicitudes/nueva?tipo=update&documento=${document.key}`}>{said.askUpdate}</a>}
    </p>
  )
}

type RunOf = (file: DraftFile) => Run | undefined

/** Which of the files the address asks for. */
function viewOf(c: C, files: readonly DraftFile[], runOf: RunOf) {
  const faulty = files.filter((file) => (runOf(file)?.blocking ?? 0) + (runOf(file)?.must ?? 0) > 0)
  const pending = c.req.query('archivos') === 'pendientes'
  const listed = pending ? faulty : files
  const pages = Math.max(1, Math.ceil(listed.length / perPage))
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(c.req.query('pagina'))) || 1))
  const at = (pendingOnes: boolean, number = 1) =>
    `?${new URLSearchParams({ ...(pendingOnes ? { archivos: 'pendientes' } : {}), pagina: String(number) })}`
  return { faulty, pending, pages, page, at, shown: listed.slice((page - 1) * perPage, page * perPage) }
}

interface ViewsProps {
  readonly c: C
  readonly request: Request
  readonly view: ReturnType<typeof viewOf>
  readonly files: readonly DraftFile[]
}

const Views = ({ c, request, view, files }: ViewsProps) => {
  const said = staffWords[c.var.locale]
  const hrefOf = (pending: boolean) => `${addressOf(request)}${view.at(pending)}#archivos`
  return (
    <Tabs
      items={[
        { href: hrefOf(false), label: said.everyFile, count: files.length, current: !view.pending },
        { href: hrefOf(true), label: said.withFaults, count: view.faulty.length, current: view.pending },
      ]}
    />
  )
}

interface Listed {
  readonly c: C
  readonly request: Request
  readonly runOf: RunOf
  readonly edits: boolean
  readonly few: boolean
}

function columnsOf({ c, request, runOf, edits, few }: Listed): readonly Column<DraftFile>[] {
  const said = staffWords[c.var.locale]
  return [
    {
      key: 'name',
      title: said.file,
      value: ({ public_name }) => public_name,
      cell: (file) => (
        <>
          <a href={`${addressOf(request)}/archivos/${file.id}`}>{file.public_name}</a>
          <Second>{[file.title, file.version > 1 && said.versionOf(file.version)].filter(Boolean).join(' · ')}</Second>
          {edits && <FileActions c={c} request={request} file={file} few={few} />}
        </>
      ),
    },
    { key: 'format', title: said.format, value: ({ public_name }) => extensionOf(public_name) },
    { key: 'size', title: said.size, value: (file) => file.bytes, cell: (file) => bytes(file.bytes), numeric: true },
    {
      key: 'result',
      title: said.result,
      value: (file) => runOf(file)?.blocking ?? null,
      cell: (file) => (
        <>
          <Result c={c} run={runOf(file)} />
          <Findings c={c} request={request} file={file} run={runOf(file)} edits={edits} />
        </>
      ),
    },
  ]
}

const Result = ({ c, run }: { c: C; run: Run | undefined }) => {
  const said = staffWords[c.var.locale]
  if (!run?.finishedAt) return <State tone="on" word={said.checking} />
  if (run.blocking > 0) return <State tone="bad" word={said.blocksCount(run.blocking)} />
  if (run.must > 0) return <State tone="warn" word={said.mustCount(run.must)} />
  return <State tone="ok" word={said.complies} />
}

interface OfFile {
  readonly c: C
  readonly request: Request
  readonly file: DraftFile
}

const FileActions = ({ c, request, file, few }: OfFile & { few: boolean }) => {
  const said = staffWords[c.var.locale]
  const at = few ? '' : `${addressOf(request)}?archivo=${file.file_id}`
  return (
    <span class="row file-actions">
      <a href={`${at}#nombre-${file.file_id}`} data-dialog={few || undefined}>
        {said.rename}
      </a>
      {!keepsFiles(request.kind) && (
        <>
          <a href={`${at}#version-${file.file_id}`} data-dialog={few || undefined}>
            {said.replace}
          </a>
          <a
            href={`${at}#quitar-${file.file_id}`}
            data-dialog={few || undefined}
            aria-label={said.removeOf(file.public_name)}
          >
            {said.remove}
          </a>
        </>
      )}
    </span>
  )
}

const severityTones = { blocks: 'bad', must: 'warn', suggests: 'plain', informs: 'plain' } as const

/** What was found in one file, how to mend it, and the name that the house offers. */
const Findings = ({ c, request, file, run, edits }: OfFile & { run: Run | undefined; edits: boolean }) => {
  const { locale } = c.var
  const said = staffWords[locale]
  const findings = (run?.findings ?? []).map((finding) => ({ finding, described: describe(finding) }))
  if (findings.length === 0) return null
  return (
    <ul class="findings" id={`hallazgos-${file.file_id}`}>
      {findings.map(({ finding, described }) => (
        <li>
          <State tone={severityTones[finding.severity]} word={wordOf(finding.severity, locale)} />{' '}
          <b>{described?.wrong[locale] ?? finding.rule}</b> {described?.where[locale]} {described?.mend[locale]}
          {edits && finding.offer && (
            <Form
              action={`${addressOf(request)}/archivos/${file.file_id}/nombre`}
              hidden={{ ...seenOf(request), name: finding.offer.name, title: file.title }}
            >
              <Button size="small">{said.acceptName(finding.offer.name)}</Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  )
}

const severityWords = {
  es: { blocks: 'Bloquea', must: 'Debe', suggests: 'Sugiere', informs: 'Informa' },
  en: { blocks: 'Blocks', must: 'Must', suggests: 'Suggests', informs: 'Informs' },
}
const wordOf = (severity: keyof typeof severityTones, locale: 'es' | 'en') => severityWords[locale][severity]

const FileDialogs = ({ c, request, file }: OfFile) => {
  const said = staffWords[c.var.locale]
  const here = `${addressOf(request)}/archivos/${file.file_id}`
  return (
    <>
      <FormDialog
        place={`nombre-${file.file_id}`}
        title={said.rename}
        button={said.save}
        {...formAt(c, `${here}/nombre`)}
        hidden={seenOf(request)}
      >
        <TextInput name="name" label={said.publicName} value={file.public_name} />
        <TextInput name="title" label={said.fileTitle} value={file.title} optional />
      </FormDialog>
      {!keepsFiles(request.kind) && <FileChanges c={c} request={request} file={file} />}
    </>
  )
}

/** What no correction of data does with a file: it leaves, or gives way to another. */
const FileChanges = ({ c, request, file }: OfFile) => {
  const said = staffWords[c.var.locale]
  const here = `${addressOf(request)}/archivos/${file.file_id}`
  return (
    <>
      <FormDialog
        place={`quitar-${file.file_id}`}
        title={said.removeOf(file.public_name)}
        text={said.removeText}
        button={said.remove}
        bad
        {...formAt(c, `${here}/quitar`)}
        hidden={seenOf(request)}
      />
      <Dialog id={`version-${file.file_id}`} title={said.replaceWith(file.public_name)}>
        <DropZone
          action={`${addressOf(request)}/archivos?reemplaza=${file.file_id}`}
          endpoint={`${addressOf(request)}/archivos/${file.file_id}/subidas`}
          name={`replacement-${file.file_id}`}
          single
          note={said.replaceNote(bytes(c.var.app.config.largestFileMegabytes * 1_000_000))}
        />
        <DialogCancel />
      </Dialog>
    </>
  )
}
