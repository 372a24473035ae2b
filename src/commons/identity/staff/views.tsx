import { submit } from '#kernel/web'
import { Button, type Column, Empty, Form, FormEnd, formAt, PageHead, staffPage, Table, TextInput } from '#ui'
import { dropView, keepView } from '../commands/views.ts'
import { type View, viewsOf } from '../queries/views.ts'
import { accountOfActor } from '../rules/account.ts'
import { words } from '../words.ts'
import type { C } from './door.tsx'

const at = '/cuenta/vistas'

/** What the menu calls the list; lists that stand in no menu go by their address. */
const listName = ({ app, locale }: C['var'], list: string): string =>
  app.modules.flatMap(({ nav = [] }) => nav).find(({ href }) => href === list)?.said[locale] ?? list

const addressOf = ({ list, query }: Pick<View, 'list' | 'query'>) => (query ? `${list}?${query}` : list)

/** `/cuenta/vistas`: every list that one keeps under a name. */
export async function viewsPage(c: C): Promise<Response> {
  const { app, actor, locale, attempt } = c.var
  const said = words[locale].views
  const views = await viewsOf(app, accountOfActor(actor.id) ?? 0)
  const columns: readonly Column<View>[] = [
    {
      key: 'name',
      title: said.view,
      value: ({ name }) => name,
      cell: (view) => <a href={addressOf(view)}>{view.name}</a>,
    },
    { key: 'list', title: said.list, value: ({ list }) => listName(c.var, list) },
    {
      key: 'drop',
      title: '',
      value: () => null,
      cell: ({ id, name }) => (
        <Form action={`${at}/${id}/quitar`} inline>
          <Button size="small" label={said.dropOf(name)}>
            {said.drop}
          </Button>
        </Form>
      ),
    },
  ]
  return staffPage(
    c,
    { title: said.title, crumbs: [{ href: '/cuenta', label: words[locale].account }] },
    <>
      <PageHead title={said.title} below={said.below} />
      {attempt && c.req.path === at && <SentBack c={c} />}
      {views.length === 0 ? (
        <Empty title={said.none} text={said.noneText} icon="inbox" />
      ) : (
        <Table caption={said.title} columns={columns} rows={views} />
      )}
    </>,
  )
}

/** Its list is another page: a name that was refused is mended here. */
const SentBack = ({ c }: { c: C }) => {
  const said = words[c.var.locale].views
  const { list, query } = c.var.attempt?.input ?? {}
  return (
    <Form {...formAt(c, at)} hidden={{ list: String(list ?? ''), query: String(query ?? '') }}>
      <TextInput name="name" label={said.view} longest={40} />
      <FormEnd>
        <Button kind="main">{said.keep}</Button>
      </FormEnd>
    </Form>
  )
}

export const saveView = submit(keepView, viewsPage, (_, kept) => addressOf(kept))
export const takeView = submit(dropView, viewsPage, () => at)
