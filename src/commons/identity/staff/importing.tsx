import { areaNames } from '#commons/directory'
import { perform } from '#kernel/perform'
import { Refusal } from '#kernel/refusal'
import { textOfSheet } from '#kernel/sheets'
import { inputOf } from '#kernel/web'
import {
  Button,
  type Column,
  FileInput,
  Form,
  FormEnd,
  Notice,
  PageHead,
  Section,
  Stack,
  staffPage,
  Table,
  TextArea,
} from '#ui'
import { importAccounts } from '../commands/importing.ts'
import { type AccountLine, type AccountSheet, type BadLine, readAccounts } from '../importing/sheet.ts'
import { rolesOf } from '../queries/holdings.ts'
import { words } from '../words.ts'
import type { C } from './door.tsx'

const at = '/administrar/cuentas/hoja'
const mostShown = 50

interface Shown {
  readonly rows: string
  readonly sheet?: AccountSheet
  readonly opened?: number
}

/** `/administrar/cuentas/hoja`: many accounts from a sheet; first what would happen, then it happens, all or none. */
export const importAccountsPage = (c: C): Promise<Response> => shown(c, { rows: '' })

async function shown(c: C, { rows, sheet, opened }: Shown): Promise<Response> {
  const said = words[c.var.locale]
  const { importing } = said
  const ready = sheet && sheet.bad.length === 0 && sheet.lines.length > 0
  return staffPage(
    c,
    { title: importing.title, crumbs: [{ href: '/administrar/cuentas', label: said.accounts }] },
    <>
      <PageHead title={importing.title} below={importing.below} />
      <Stack>
        {opened !== undefined && (
          <Notice tone="ok">
            <p>{importing.opened(opened)}</p>
          </Notice>
        )}
        {sheet && sheet.bad.length > 0 && <Faults c={c} bad={sheet.bad} />}
        {sheet && sheet.bad.length === 0 && sheet.lines.length === 0 && (
          <Notice tone="warn">
            <p>{importing.empty}</p>
          </Notice>
        )}
        {sheet && (await Ready({ c, lines: sheet.lines }))}
        <Form action={at} files>
          <FileInput name="sheet" label={importing.sheet} hint={importing.sheetHint} accept=".csv,.txt,.tsv" optional />
          <TextArea name="rows" label={importing.rows} hint={importing.rowsHint} value={rows} rows={8} optional />
          <FormEnd>
            <Button kind={ready ? undefined : 'main'} name="step" value="check">
              {importing.check}
            </Button>
            {ready && (
              <Button kind="main" name="step" value="apply">
                {importing.apply(sheet.lines.length)}
              </Button>
            )}
          </FormEnd>
        </Form>
      </Stack>
    </>,
  )
}

const Faults = ({ c, bad }: { c: C; bad: readonly BadLine[] }) => {
  const { importing } = words[c.var.locale]
  const columns: readonly Column<BadLine>[] = [
    { key: 'line', title: importing.line, value: ({ line }) => line },
    { key: 'column', title: importing.column, value: ({ column }) => importing.columns[column] ?? column },
    { key: 'what', title: importing.what, value: ({ said }) => said[c.var.locale] },
  ]
  return (
    <Section id="faltas" title={importing.faulty} count={bad.length}>
      <p>{importing.nothingDone}</p>
      <Table caption={importing.faulty} columns={columns} rows={bad} />
    </Section>
  )
}

async function Ready({ c, lines }: { c: C; lines: readonly AccountLine[] }) {
  if (lines.length === 0) return null
  const { app, locale } = c.var
  const said = words[locale]
  const { importing } = said
  const [roles, areas] = await Promise.all([
    rolesOf(app),
    areaNames(
      app,
      lines.flatMap(({ account }) => account.areas),
    ),
  ])
  const roleOf = (id: number) => roles.find((role) => role.id === id)?.[`name_${locale}`] ?? ''
  const columns: readonly Column<AccountLine>[] = [
    {
      key: 'name',
      title: said.name,
      value: ({ account }) => `${account.givenNames} ${account.familyNames}`,
    },
    { key: 'email', title: said.email, value: ({ account }) => account.email },
    { key: 'role', title: said.role, value: ({ account }) => roleOf(account.role) },
    {
      key: 'area',
      title: said.area,
      value: ({ account }) => account.areas.map((id) => areas.get(id)?.acronym ?? '').join(', ') || said.everywhere,
    },
  ]
  return (
    <Section id="listas" title={importing.ready} count={lines.length}>
      <Table caption={importing.ready} columns={columns} rows={lines.slice(0, mostShown)} />
      {lines.length > mostShown && <p class="muted">{importing.more(lines.length - mostShown)}</p>}
    </Section>
  )
}

/** Reads the sheet again each time: what was pasted or chosen stays in the form, and is what is done. */
export async function importAccountsForm(c: C): Promise<Response> {
  const { app, actor } = c.var
  const { sheet: file, rows, step } = await inputOf(c)
  const chosen = file instanceof File && file.size > 0 ? textOfSheet(new Uint8Array(await file.arrayBuffer())) : ''
  const text = chosen || (typeof rows === 'string' ? rows : '')
  const sheet = await readAccounts(app, text)
  if (step !== 'apply' || sheet.bad.length > 0 || sheet.lines.length === 0) {
    if (sheet.bad.length > 0 || sheet.lines.length === 0) c.status(422)
    return shown(c, { rows: text, sheet })
  }
  try {
    const accounts = sheet.lines.map(({ account }) => account)
    const opened = await perform(app, importAccounts, actor, { accounts })
    return shown(c, { rows: '', opened: opened.accounts.length })
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    // Somebody opened one of them meanwhile: read again, the sheet says which.
    c.set('attempt', { refusal, input: {} })
    c.status(refusal.status)
    return shown(c, { rows: text, sheet: await readAccounts(app, text) })
  }
}
