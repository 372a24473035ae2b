import type { Readable } from 'node:stream'
import { zoneOf } from '#commons/directory'
import { asideOf, dropAside, receiveForm, setAside } from '#commons/files'
import { accountNames } from '#commons/identity'
import { localDateOf, shortDate, shortDateTime } from '#kernel/pure/dates'
import { Refusal } from '#kernel/refusal'
import { textOfSheet } from '#kernel/sheets'
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
  /** Where what was uploaded waits, and what it is. */
  readonly aside?: { readonly id: string; readonly uploaded: Uploaded } | undefined
}

/** A sheet and its files by name, all in the library. */
interface Uploaded {
  readonly sheet: string
  readonly sheetName: string
  readonly files: Readonly<Record<string, string>>
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
      {result?.aside && (
        <Notice>
          <p>{said.kept(result.aside.uploaded.sheetName, contentsOf(result.aside.uploaded))}</p>
        </Notice>
      )}
      <Form action={at} files hidden={{ kept: result?.aside?.id }}>
        <FileInput
          name="sheet"
          label={said.sheet}
          hint={said.sheetHint}
          accept=".csv,.txt,.tsv"
          optional={result?.aside !== undefined}
        />
        <FileInput
          name="files"
          label={said.files}
          hint={said.filesHint}
          multiple
          optional={result?.aside !== undefined}
        />
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
              {
                key: 'date',
                title: said.published,
                value: ({ publishedOn }) => shortDate(publishedOn, locale),
                whole: true,
              },
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
    const { uploaded, step, waiting } = await uploadedIn(c)
    const text = uploaded.sheet ? textOfSheet(await bytesOf(app.storage.read(uploaded.sheet))) : ''
    const today = localDateOf(app.clock(), await zoneOf(app))
    const { lines, bad } = await readSheet(app, text, today, (path) => Object.hasOwn(uploaded.files, path))
    if (step !== 'apply' || bad.length > 0 || lines.length === 0) {
      const id = uploaded.sheet && (await setAside(app, placeOf(c), uploaded.sheetName, uploaded))
      return shown(c, { lines, bad, aside: id ? { id, uploaded } : undefined })
    }
    const open = (path: string) => app.storage.read(uploaded.files[path] as string)
    const { documents } = await bringIn(app, actor, uploaded.sheetName, lines, open)
    if (waiting) await dropAside(app, waiting)
    return shown(c, { lines, bad, brought: documents })
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    c.set('attempt', { refusal, input: {} })
    c.status(refusal.status)
    return shown(c)
  }
}

/** What came now, over what was uploaded to be checked and waits: a mended sheet needs no file sent again. */
async function uploadedIn(c: C): Promise<{ uploaded: Uploaded; step: unknown; waiting?: string }> {
  const files = new Map<string, string>()
  let [sheet, sheetName] = ['', '']
  const { fields } = await receiveForm(c, {
    limitBytes: c.var.app.config.largestFileMegabytes * 1_000_000,
    mostFiles,
    async each({ field, name, folder, sha256 }) {
      if (field === 'sheet') [sheet, sheetName] = [sha256, name]
      else for (const path of [name, folder ? `${folder}/${name}` : name]) files.set(path, sha256)
    },
  })
  const { step, kept } = fields
  const id = typeof kept === 'string' ? kept : ''
  const waiting = await asideOf<Uploaded>(c.var.app, placeOf(c), id)
  if (id && !waiting && !sheet) {
    const said = { es: staffWords.es.import.keptNoMore, en: staffWords.en.import.keptNoMore }
    throw new Refusal('missing', said, [{ field: 'sheet', said }])
  }
  return {
    step,
    ...(waiting && { waiting: id }),
    uploaded: {
      sheet: sheet || (waiting?.sheet ?? ''),
      sheetName: sheetName || (waiting?.sheetName ?? ''),
      files: { ...waiting?.files, ...Object.fromEntries(files) },
    },
  }
}

const placeOf = ({ var: { actor } }: C) => ({ by: actor.id, purpose: at })
const contentsOf = ({ files }: Uploaded) => new Set(Object.values(files)).size
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
    { key: 'when', title: said.when, value: (row) => shortDateTime(row.at, zone, locale), whole: true },
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
