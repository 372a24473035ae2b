import { blobsOf, describe, type Receiver, type Run, receiveForm, runsOf, serveFile } from '#commons/files'
import { perform } from '#kernel/perform'
import { bytes } from '#kernel/pure/numbers'
import { Refusal } from '#kernel/refusal'
import { missing } from '#kernel/refusals'
import {
  AskFirst,
  Button,
  type Column,
  Dialog,
  DialogCancel,
  DropZone,
  Form,
  FormDialog,
  formAt,
  Second,
  Section,
  State,
  Table,
  TextInput,
} from '#ui'
import { attachFile } from '../commands/files.ts'
import { extensionOf } from '../queries/public.ts'
import { type DraftFile, draftFilesOf, fileVersionsOf, type Request, subjectOfFile } from '../queries/requests.ts'
import { editable } from '../rules/machine.ts'
import type { PublicationsTables } from '../tables.ts'
import { staffWords } from '../words/staff.ts'
import { addressOf, type C, requestAsked, seenOf } from './finding.ts'

const mostInForm = 200

interface FilesProps {
  readonly c: C
  readonly request: Request
  readonly mayEdit: boolean
}

/** The files of the working copy, what the machine found in each, and where more are added. */
export async function Files({ c, request, mayEdit }: FilesProps) {
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
  return (
    <Section id="archivos" title={said.files} count={files.length}>
      {files.length === 0 && <p class="muted">{said.noFiles}</p>}
      {files.length > 0 && (
        <Table
          caption={said.files}
          columns={columnsOf(c, request, runOf)}
          rows={files}
          idOf={({ file_id }) => `archivo-${file_id}`}
        />
      )}
      {files.map((file) => (
        <Findings c={c} request={request} file={file} run={runOf(file)} edits={edits} />
      ))}
      {edits && (
        <DropZone
          action={`${addressOf(request)}/archivos`}
          endpoint={`${addressOf(request)}/subidas`}
          name="files"
          note={said.uploadNote(limit)}
        />
      )}
      {edits && files.map((file) => <FileDialogs c={c} request={request} file={file} />)}
    </Section>
  )
}

type RunOf = (file: DraftFile) => Run | undefined

function columnsOf(c: C, request: Request, runOf: RunOf): readonly Column<DraftFile>[] {
  const said = staffWords[c.var.locale]
  return [
    {
      key: 'name',
      title: said.file,
      value: ({ public_name }) => public_name,
      cell: ({ id, public_name, title, version }) => (
        <>
          <a href={`${addressOf(request)}/archivos/${id}`}>{public_name}</a>
          <Second>{[title, version > 1 && said.versionOf(version)].filter(Boolean).join(' · ')}</Second>
        </>
      ),
    },
    { key: 'format', title: said.format, value: ({ public_name }) => extensionOf(public_name) },
    { key: 'size', title: said.size, value: (file) => file.bytes, cell: (file) => bytes(file.bytes), numeric: true },
    {
      key: 'result',
      title: said.result,
      value: (file) => runOf(file)?.blocking ?? null,
      cell: (file) => <Result c={c} run={runOf(file)} />,
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

const severityTones = { blocks: 'bad', must: 'warn', suggests: 'plain', informs: 'plain' } as const

/** What was found in one file, how to mend it, and the name that the house offers. */
const Findings = ({ c, request, file, run, edits }: OfFile & { run: Run | undefined; edits: boolean }) => {
  const { locale } = c.var
  const said = staffWords[locale]
  const findings = (run?.findings ?? []).map((finding) => ({ finding, described: describe(finding) }))
  const here = `${addressOf(request)}/archivos/${file.file_id}`
  if (findings.length === 0 && !edits) return null
  return (
    <details open={(run?.blocking ?? 0) > 0} id={`hallazgos-${file.file_id}`}>
      <summary>
        {file.public_name}
        {findings.length > 0 && <span class="muted num"> {findings.length}</span>}
      </summary>
      <ul class="findings">
        {findings.map(({ finding, described }) => (
          <li>
            <State tone={severityTones[finding.severity]} word={wordOf(finding.severity, locale)} />{' '}
            <b>{described?.wrong[locale] ?? finding.rule}</b> {described?.where[locale]} {described?.mend[locale]}
            {edits && finding.offer && (
              <Form
                action={`${here}/nombre`}
                hidden={{ ...seenOf(request), name: finding.offer.name, title: file.title }}
              >
                <Button size="small">{said.acceptName(finding.offer.name)}</Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {edits && (
        <p class="row">
          <a class="btn btn--small" href={`#nombre-${file.file_id}`} data-dialog>
            {said.rename}
          </a>
          <a class="btn btn--small" href={`#version-${file.file_id}`} data-dialog>
            {said.replace}
          </a>
          <AskFirst
            size="small"
            deed={said.remove}
            name={said.removeOf(file.public_name)}
            text={said.removeText}
            {...formAt(c, `${here}/quitar`)}
            hidden={seenOf(request)}
          />
        </p>
      )}
    </details>
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

/** A form with files, as browsers without scripts send it. */
export const receiveFiles =
  (page: (c: C) => Promise<Response>) =>
  async (c: C): Promise<Response> => {
    const request = await requestAsked(c)
    const replaces = Number(c.req.query('reemplaza')) || undefined
    try {
      const { refused } = await receiveForm(c, {
        limitBytes: c.var.app.config.largestFileMegabytes * 1_000_000,
        mostFiles: mostInForm,
        each: ({ sha256, name }) =>
          perform(c.var.app, attachFile, c.var.actor, { request: request.id, sha256, name, replaces }),
      })
      const [first] = refused
      if (first) throw first.refusal
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal
      c.set('attempt', { refusal, input: {} })
      c.status(refusal.status)
      return page(c)
    }
    return c.redirect(`${addressOf(request)}#archivos`, 303)
  }

/** Files that arrive in parts; each is attached as soon as it is whole, and once. */
export const receiver: Receiver = {
  async permit(c) {
    const request = await requestAsked(c)
    if (!editable.includes(request.state)) throw missing()
  },
  async done(c, { sha256 }, { key, name }) {
    const request = await requestAsked(c)
    const replaces = Number(c.req.param('file')) || undefined
    return perform(c.var.app, attachFile, c.var.actor, { request: request.id, sha256, name, replaces }, { key })
  },
}

/** `/solicitudes/{folio}/archivos/{row}`: any version that the request had, for whoever may read it. */
export async function draftFile(c: C): Promise<Response> {
  const request = await requestAsked(c)
  const versions = await fileVersionsOf(c.var.app.tables<PublicationsTables>(), request.id)
  const file = versions.find(({ id }) => id === Number(c.req.param('row')))
  const blob = file && (await blobsOf(c.var.app, [file.sha256])).get(file.sha256)
  if (!file || !blob || blob.erasedAt) throw missing()
  const { sha256, public_name: name, bytes } = file
  return serveFile(c, { sha256, name, bytes, mime: blob.mime ?? 'application/octet-stream' })
}
