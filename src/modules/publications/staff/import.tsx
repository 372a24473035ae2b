import type { Readable } from 'node:stream'
import { zoneOf } from '#commons/directory'
import { receiveForm } from '#commons/files'
import { accountNames } from '#commons/identity'
import { decodeSheet } from '#kernel/pure/csv'
import { localDateOf, shortDate, shortDateTime } from '#kernel/pure/dates'
import { Refusal } from '#kernel/refusal'
import { submit } from '#kernel/web'
import {
  AskFirst,
  Button,
  type Column,
  FileInput,
  Form,
  FormEnd,
  Notice,
  PageHead,
  Section,
  staffPage,
  Table,
} from '#ui'
import { undoImport } from '../commands/importing.ts'
import { bringIn } from '../importing/bring.ts'
import { type BadLine, type ImportLine, readSheet } from '../importing/sheet.ts'
import type { PublicationsTables } from '../tables.ts'
import { staffWords } from '../words/staff.ts'
import type { C } from './finding.ts'

const at = '/solicitudes/importar'
const mostFiles = 1_000

interface Shown {
  readonly lines: readonly ImportLine[]
  readonly bad: readonly BadLine[]
  readonly brought?: number
}

/** `/solicitudes/importar`: a sheet and its files; first what would happen, then it happens. */
export const importPage = (c: C): Promise<Response> => shown(c)

async function shown(c: C, result?: Shown): Promise<Response> {
  const said = staffWords[c.var.locale].import
  return staffPage(
    c,
    { title: said.title, crumbs: [{ href: '/solicitudes', label: staffWords[c.var.locale].requests }] },
    <>
      <PageHead title={said.title} below={said.below} />
      {result && <Result c={c} result={result} />}
      <Form action={at} files>
        <FileInput name="sheet" label={said.sheet} hint={said.sheetHint} accept=".csv,.txt,.tsv" />
        <FileInput name="files" label={said.files} hint={said.filesHint} multiple />
        <FormEnd>
          <Button name="step" value="check">
            {said.check}
          </Button>
          <Button kind="main" name="step" value="apply">
            {said.apply}
          </Button>
        </FormEnd>
      </Form>
      {await Batches({ c })}
    </>,
  )
}

const Result = ({ c, result: { lines, bad, brought } }: { c: C; result: Shown }) => {
  const said = staffWords[c.var.locale].import
  const { locale } = c.var
  return (
    <>
      {brought !== undefined && (
        <Notice tone="ok">
          <p>{said.brought(brought)}</p>
        </Notice>
      )}
      {bad.length > 0 && (
        <Section id="faltas" title={said.faults} count={bad.length}>
          <Table
            caption={said.faults}
            rows={bad}
            columns={[
              { key: 'line', title: said.line, value: ({ line }) => line, numeric: true },
              { key: 'column', title: said.column, value: ({ column }) => column },
              { key: 'what', title: said.what, value: (fault) => fault.said[locale] },
            ]}
          />
        </Section>
      )}
      {brought === undefined && (
        <Section id="listos" title={said.ready} count={lines.length}>
          <Table
            caption={said.ready}
            rows={lines.slice(0, 50)}
            columns={[
              { key: 'line', title: said.line, value: ({ line }) => line, numeric: true },
              { key: 'title', title: staffWords[locale].title, value: ({ title }) => title },
              { key: 'date', title: said.published, value: ({ publishedOn }) => shortDate(publishedOn, locale) },
              { key: 'files', title: staffWords[locale].files, value: ({ files }) => files.join(', ') },
            ]}
          />
        </Section>
      )}
    </>
  )
}

/** Reads the form: the files enter the library either way, and those that nothing takes up leave it after a month. */
export async function importForm(c: C): Promise<Response> {
  const { app, actor } = c.var
  try {
    const found = new Map<string, string>()
    let sheet = ''
    const { fields } = await receiveForm(c, {
      limitBytes: app.config.largestFileMegabytes * 1_000_000,
      mostFiles,
      async each({ field, name, folder, sha256 }) {
        if (field === 'sheet') sheet = sha256
        else for (const path of [name, folder ? `${folder}/${name}` : name]) found.set(path, sha256)
      },
    })
    const text = sheet ? decodeSheet(await bytesOf(app.storage.read(sheet)), decoders) : ''
    const today = localDateOf(app.clock(), await zoneOf(app))
    const { lines, bad } = await readSheet(app, text, today, (path) => found.has(path))
    if (fields['step'] !== 'apply' || bad.length > 0 || lines.length === 0) return shown(c, { lines, bad })
    const open = (path: string) => app.storage.read(found.get(path) as string)
    const { documents } = await bringIn(app, actor, 'web', lines, open)
    return shown(c, { lines, bad, brought: documents })
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    c.set('attempt', { refusal, input: {} })
    c.status(refusal.status)
    return shown(c)
  }
}

const decoders = {
  utf8: (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(bytes),
  latin: (bytes: Uint8Array) => new TextDecoder('windows-1252').decode(bytes),
}
const bytesOf = async (stream: Readable): Promise<Uint8Array> => Buffer.concat(await Array.fromAsync(stream))

type Batch = Awaited<ReturnType<typeof batchesOf>>[number]
const batchesOf = (c: C) =>
  c.var.app
    .tables<PublicationsTables>()
    .selectFrom('publications.import_batch')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(100)
    .execute()

async function Batches({ c }: { c: C }) {
  const { app, locale } = c.var
  const said = staffWords[locale].import
  const rows = await batchesOf(c)
  if (rows.length === 0) return null
  const [names, zone] = await Promise.all([
    accountNames(
      app,
      rows.map(({ by_actor }) => by_actor),
    ),
    zoneOf(app),
  ])
  const columns: readonly Column<Batch>[] = [
    { key: 'batch', title: said.batch, value: ({ id }) => id, numeric: true },
    { key: 'when', title: said.when, value: (row) => shortDateTime(row.at, zone, locale) },
    { key: 'who', title: said.who, value: ({ by_actor }) => names.get(by_actor) ?? by_actor },
    { key: 'documents', title: said.documents, value: ({ documents }) => documents, numeric: true },
    {
      key: 'undo',
      title: said.undoTitle,
      value: ({ undone_at }) => (undone_at ? shortDateTime(undone_at, zone, locale) : ''),
      cell: ({ id, undone_at }) =>
        undone_at ? (
          said.undone(shortDateTime(undone_at, zone, locale))
        ) : (
          <AskFirst size="small" deed={said.undo} text={said.undoText} action={`${at}/${id}/deshacer`} />
        ),
    },
  ]
  return (
    <Section id="tandas" title={said.batches} count={rows.length}>
      <Table caption={said.batches} columns={columns} rows={rows} />
    </Section>
  )
}

export const takeBack = submit(undoImport, importPage, () => at)
