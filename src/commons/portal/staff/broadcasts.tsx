import { zoneOf } from '#commons/directory'
import { shortDateTime } from '#kernel/pure/dates'
import { submit } from '#kernel/web'
import {
  Button,
  type Column,
  DateTimeInput,
  Form,
  FormEnd,
  formAt,
  PageHead,
  Section as Part,
  Stack,
  State,
  staffPage,
  Table,
  TextInput,
} from '#ui'
import { announceBroadcast, cancelBroadcast } from '../commands/broadcasts.ts'
import { comingBroadcasts } from '../queries/broadcasts.ts'
import { type C, said, withInstants } from './shared.ts'

const at = '/portal/transmisiones'

type Broadcast = Awaited<ReturnType<typeof comingBroadcasts>>[number]

/** `/portal/transmisiones`: what is and will be broadcast. */
export async function broadcastsPage(c: C): Promise<Response> {
  const w = said(c)
  const { app, locale } = c.var
  const now = app.clock()
  const [rows, zone] = await Promise.all([comingBroadcasts(app, now), zoneOf(app)])
  const isLive = ({ from_at }: Broadcast) => from_at <= now
  const columns: readonly Column<Broadcast>[] = [
    {
      key: 'title',
      title: w.broadcast,
      value: ({ title_es }) => title_es,
      cell: ({ href, title_es }) => <a href={href}>{title_es}</a>,
    },
    { key: 'from', title: w.from, value: ({ from_at }) => shortDateTime(from_at, zone, locale), whole: true },
    { key: 'until', title: w.until, value: ({ until_at }) => shortDateTime(until_at, zone, locale), whole: true },
    {
      key: 'state',
      title: w.state,
      value: (row) => (isLive(row) ? w.broadcastLive : w.broadcastComing),
      cell: (row) => (
        <State tone={isLive(row) ? 'on' : 'plain'} word={isLive(row) ? w.broadcastLive : w.broadcastComing} />
      ),
    },
    {
      key: 'cancel',
      title: '',
      value: () => null,
      cell: ({ id }) => (
        <Form action={`${at}/${id}/quitar`} inline>
          <Button size="small">{w.retire}</Button>
        </Form>
      ),
    },
  ]
  return staffPage(
    c,
    { title: w.broadcastsTitle, live: 'public.portal' },
    <>
      <PageHead title={w.broadcastsTitle} below={w.broadcastsBelow} actions={<a href="/">{w.seeInPortal}</a>} />
      <Stack>
        {rows.length === 0 ? (
          <p>{w.noBroadcasts}</p>
        ) : (
          <Table caption={w.broadcastsTitle} columns={columns} rows={rows} />
        )}
        <NewBroadcast c={c} />
      </Stack>
    </>,
  )
}

const NewBroadcast = ({ c }: { c: C }) => {
  const w = said(c)
  return (
    <Part id="nueva" title={w.addBroadcast}>
      <Form {...formAt(c, at)}>
        <TextInput name="titleEs" label={w.titleEs} longest={160} />
        <TextInput name="titleEn" label={w.titleEn} longest={160} optional />
        <TextInput name="href" label={w.href} hint={w.broadcastHrefHint} />
        <DateTimeInput name="fromAt" label={w.from} />
        <DateTimeInput name="untilAt" label={w.until} />
        <FormEnd>
          <Button kind="main">{w.announceBroadcast}</Button>
        </FormEnd>
      </Form>
    </Part>
  )
}

export const addBroadcast = submit(announceBroadcast, broadcastsPage, { input: withInstants, next: () => at })
export const dropBroadcast = submit(cancelBroadcast, broadcastsPage, () => at)
