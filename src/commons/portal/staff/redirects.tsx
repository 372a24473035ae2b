import { zoneOf } from '#commons/directory'
import { localDateOf, shortDate } from '#kernel/pure/dates'
import { submit } from '#kernel/web'
import {
  Button,
  type Column,
  Empty,
  FilterBar,
  Form,
  FormEnd,
  formAt,
  PageHead,
  Section as Part,
  staffPage,
  Table,
  TextArea,
  TextInput,
} from '#ui'
import { addRedirects, removeRedirect } from '../commands/redirects.ts'
import { standingRedirects } from '../queries/redirects.ts'
import type { PortalTables } from '../tables.ts'
import { type C, said } from './shared.ts'

const at = '/portal/redirecciones'

type Standing = Awaited<ReturnType<typeof standingRedirects>>[number]

/** `/portal/redirecciones`: addresses that changed or are gone. */
export async function redirectsPage(c: C): Promise<Response> {
  const w = said(c)
  const { app, locale } = c.var
  const query = c.req.query('q') ?? ''
  const [rows, zone] = await Promise.all([standingRedirects(app.tables<PortalTables>(), query), zoneOf(app)])
  const since = (at: Date) => shortDate(localDateOf(at, zone), locale)
  const columns: readonly Column<Standing>[] = [
    { key: 'from', title: w.oldPath, value: ({ old_path }) => old_path },
    { key: 'to', title: w.target, value: ({ target_path }) => target_path ?? w.goneShort },
    { key: 'kind', title: w.kind, value: ({ kind }) => w.redirectKinds[kind] },
    { key: 'since', title: w.since, value: ({ created_at }) => since(created_at), whole: true },
    {
      key: 'remove',
      title: '',
      value: () => null,
      cell: ({ id, old_path }) => (
        <Form action={`${at}/${id}/quitar`} inline>
          <Button size="small" label={w.removeOf(old_path)}>
            {w.remove}
          </Button>
        </Form>
      ),
    },
  ]
  return staffPage(
    c,
    { title: w.redirectsTitle },
    <>
      <PageHead title={w.redirectsTitle} below={w.redirectsBelow} />
      <FilterBar action={at} label={w.find} values={{ q: query }} {...(query ? { clearHref: at } : {})}>
        <TextInput name="q" label={w.find} type="search" />
      </FilterBar>
      {rows.length === 0 ? (
        <Empty title={query ? w.noneFound : w.noRedirects} text={w.noRedirectsText} />
      ) : (
        <Table caption={w.redirectsTitle} columns={columns} rows={rows} />
      )}
      <Part id="agregar" title={w.addRedirect}>
        <Form {...formAt(c, at)}>
          <TextInput name="from" label={w.oldPath} />
          <TextInput name="to" label={w.target} hint={w.targetHint} optional />
          <FormEnd>
            <Button kind="main">{w.add}</Button>
          </FormEnd>
        </Form>
      </Part>
      <Part id="importar" title={w.importRedirects}>
        <p>{w.importText}</p>
        <Form {...formAt(c, `${at}/importar`)}>
          <TextArea name="lines" label={w.csv} rows={8} />
          <FormEnd>
            <Button>{w.add}</Button>
          </FormEnd>
        </Form>
      </Part>
    </>,
  )
}

const rowOf = (from: unknown, to: unknown) => ({ from: String(from ?? '').trim(), to: String(to ?? '').trim() || null })

export const addOne = submit(addRedirects, redirectsPage, {
  input: ({ from, to }) => ({ kind: 'manual', rows: [rowOf(from, to)] }),
  next: () => at,
})
/** Two columns, from a sheet or by hand: separated by a comma, a semicolon or a tab. */
export const addMany = submit(addRedirects, redirectsPage, {
  input: ({ lines }) => ({
    kind: 'imported',
    rows: String(lines ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .map((line) => {
        const [from, to] = line.split(/[,;\t]/)
        return rowOf(from, to)
      }),
  }),
  next: () => at,
})
export const removeOne = submit(removeRedirect, redirectsPage, () => at)
