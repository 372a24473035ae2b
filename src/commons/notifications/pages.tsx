import { type Context, Hono } from 'hono'
import { zoneOf } from '#commons/directory'
import { accountOfActor, addressDigest, mailboxDigest, takeTry, tryOnce } from '#commons/identity'
import { sectionsOf, sectionTitles } from '#commons/portal'
import type { Actor } from '#kernel/actor'
import { queueErrand } from '#kernel/beside-the-door'
import type { Reader } from '#kernel/database'
import type { Env, Routes } from '#kernel/module'
import { perform } from '#kernel/perform'
import { shortDateTime } from '#kernel/pure/dates'
import { Refusal } from '#kernel/refusal'
import { missing } from '#kernel/refusals'
import { inputOf, reading, submit } from '#kernel/web'
import {
  Button,
  Choice,
  type Column,
  Empty,
  Form,
  FormEnd,
  formAt,
  Notice,
  PageHead,
  portalPage,
  Section,
  Select,
  State,
  staffPage,
  Table,
  TextInput,
} from '#ui'
import {
  askSubscription,
  confirmSubscription,
  endSubscription,
  readNotices,
  setPreference,
  subscribing,
} from './commands.ts'
import { sendConfirmation } from './errands.ts'
import { topicOfInbox } from './events.ts'
import { type Subscription, subscriptionWith, waitingFor } from './subscriptions.ts'
import type { NotificationsTables } from './tables.ts'
import { words } from './words.ts'

type C = Context<Env>

const mostShown = 100
/** A citizen asking for news has no account, and can do nothing else. */
const subscriber: Actor = { id: 'visitor', name: '', grants: new Map([[subscribing, 'everywhere']]) }

const noticesOf = (reader: Reader, account: number) =>
  reader
    .tables<NotificationsTables>()
    .selectFrom('notifications.notice')
    .selectAll()
    .where('account_id', '=', account)
    .orderBy('id', 'desc')
    .limit(mostShown)
    .execute()
type Row = Awaited<ReturnType<typeof noticesOf>>[number]

export async function unreadOf(reader: Reader, account: number): Promise<number> {
  const { unread } = await reader
    .tables<NotificationsTables>()
    .selectFrom('notifications.notice')
    .select(({ fn }) => fn.countAll<number>().as('unread'))
    .where('account_id', '=', account)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return unread
}

/** `/avisos`: what one should know of. */
async function inboxPage(c: C): Promise<Response> {
  const { app, actor, locale } = c.var
  const said = words[locale]
  const account = accountOfActor(actor.id)
  if (account === undefined) throw missing()
  const [rows, zone, wants] = await Promise.all([
    noticesOf(app, account),
    zoneOf(app),
    app
      .tables<NotificationsTables>()
      .selectFrom('notifications.preference')
      .select('by_mail')
      .where('account_id', '=', account)
      .executeTakeFirst(),
  ])
  const columns: readonly Column<Row>[] = [
    {
      key: 'said',
      title: said.notice,
      value: (row) => row[`said_${locale}`],
      cell: (row) => (
        <>
          <a href={row.href}>{row[`said_${locale}`]}</a> {!row.read_at && <State tone="on" word={said.unread} />}
        </>
      ),
    },
    { key: 'when', title: said.when, value: ({ at }) => shortDateTime(at, zone, locale), whole: true },
  ]
  return staffPage(
    c,
    { title: said.notices, live: topicOfInbox(account) },
    <>
      <PageHead
        title={said.notices}
        below={said.noticesBelow}
        actions={
          rows.some(({ read_at }) => !read_at) && (
            <Form action="/avisos/leidos" inline>
              <Button icon="check">{said.readAll}</Button>
            </Form>
          )
        }
      />
      {rows.length === 0 ? (
        <Empty title={said.none} icon="bell" />
      ) : (
        <Table caption={said.notices} columns={columns} rows={rows} />
      )}
      <Section id="correo" title={said.preferences}>
        <Form {...formAt(c, '/avisos/preferencia')}>
          <Choice name="byMail" value="true" label={said.byMail} checked={wants?.by_mail ?? true} />
          <FormEnd>
            <Button>{said.save}</Button>
          </FormEnd>
        </Form>
      </Section>
    </>,
  )
}

/** `/suscripciones`: for citizens. */
async function subscribePage(c: C): Promise<Response> {
  const said = words[c.var.locale]
  const sections = (await sectionsOf(c.var.app)).filter(({ audience }) => audience === 'public')
  return portalPage(
    c,
    { title: said.subscribe, description: said.subscribeText },
    <>
      <PageHead title={said.subscribe} below={said.subscribeText} large />
      {c.req.query('pedida') !== undefined && (
        <Notice tone="ok">
          <p>{said.asked}</p>
        </Notice>
      )}
      <Form {...formAt(c, '/suscripciones')} hidden={{ locale: c.var.locale }}>
        <TextInput name="email" type="email" label={said.email} autocomplete="email" />
        <Select
          name="section"
          label={said.section}
          none={said.everything}
          value={c.req.query('seccion')}
          options={sections.map(({ id, depth, titleEs, titleEn }) => ({
            value: String(id),
            label: `${'— '.repeat(depth - 1)}${(c.var.locale === 'en' && titleEn) || titleEs}`,
          }))}
        />
        <FormEnd>
          <Button kind="main">{said.ask}</Button>
        </FormEnd>
      </Form>
    </>,
  )
}

/** A household may ask for many sections in an hour. */
const patienceWithStrangers = { watchedMinutes: 60, free: 20, firstSeconds: 60 }
const oneLetterADay = { watchedMinutes: 1_440, free: 1, firstSeconds: 86_400 }

async function askNews(c: C): Promise<Response> {
  const { app } = c.var
  const input = await inputOf(c)
  try {
    await takeTry(c, [{ kind: 'subscription-asked-from', whose: addressDigest(c), patience: patienceWithStrangers }])
    const { subscription } = await perform(app, askSubscription, subscriber, input)
    // Whoever asked is not told whether a letter left: it would say who is subscribed.
    const whose = mailboxDigest(c.var, String(input['email']))
    const letter = await tryOnce(c, [{ kind: 'confirmation-sent', whose, patience: oneLetterADay }])
    if (!('seconds' in letter)) await queueErrand(app, sendConfirmation, { subscription })
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    c.set('attempt', { refusal, input })
    c.status(refusal.status)
    return subscribePage(c)
  }
  return c.redirect('/suscripciones?pedida', 303)
}

interface Answering {
  readonly title: string
  readonly text: string
  readonly button: string
  readonly done: string
  readonly act: (c: C, subscription: Subscription) => Promise<unknown>
  /** What the button speaks of. */
  readonly about: (c: C, subscription: Subscription) => Promise<readonly string[]>
}
const answers: Readonly<Record<'confirm' | 'leave', (locale: 'es' | 'en') => Answering>> = {
  confirm: (locale) => ({
    ...{ title: words[locale].confirmTitle, text: words[locale].confirmText, button: words[locale].confirm },
    done: words[locale].confirmed,
    act: ({ var: { app } }, { id }) => perform(app, confirmSubscription, subscriber, { subscription: id }),
    about: async (c, { email }) => namesOf(c, await waitingFor(c.var.app, email)),
  }),
  leave: (locale) => ({
    ...{ title: words[locale].leaveTitle, text: words[locale].leaveText, button: words[locale].leave },
    done: words[locale].left,
    act: ({ var: { app } }, { id }) => perform(app, endSubscription, subscriber, { subscription: id }),
    about: (c, subscription) => namesOf(c, [subscription]),
  }),
}

async function namesOf({ var: { app, locale } }: C, subscriptions: readonly Subscription[]) {
  const ids = subscriptions.flatMap(({ section_id }) => section_id ?? [])
  const titles = await sectionTitles(app, ids)
  const nameOf = (section: number | null) => {
    const title = section === null ? undefined : titles.get(section)
    return title ? (locale === 'en' && title.titleEn) || title.titleEs : words[locale].everything
  }
  return subscriptions.map(({ section_id }) => nameOf(section_id))
}

/** A link in a letter opens a page; only its button acts, for mail programs open links by themselves. */
const answerPage =
  (which: 'confirm' | 'leave', pressed: boolean) =>
  async (c: C): Promise<Response> => {
    const { title, text, button, done, act, about } = answers[which](c.var.locale)
    const subscription = await subscriptionWith(c.var.app, c.req.param('key') ?? '')
    if (!subscription) throw missing()
    const names = await about(c, subscription)
    if (pressed) await act(c, subscription)
    const acted = pressed || names.length === 0
    return portalPage(
      c,
      { title, hidden: true },
      <div class="prose">
        <PageHead title={title} large />
        <p>{acted ? done : text}</p>
        {!acted && (
          <ul>
            {names.map((name) => (
              <li>{name}</li>
            ))}
          </ul>
        )}
        {!acted && (
          <Form action={c.req.path}>
            <Button kind="main">{button}</Button>
          </Form>
        )}
      </div>,
    )
  }

const own = reading('notifications.own')
export const staffRoutes: Routes = new Hono<Env>()
  .get('/avisos', own, inboxPage)
  .get('/avisos/*', own, (c) => c.redirect('/avisos', 303))
  .post(
    '/avisos/leidos',
    own,
    submit(readNotices, inboxPage, () => '/avisos'),
  )
  .post(
    '/avisos/preferencia',
    own,
    submit(setPreference, inboxPage, () => '/avisos'),
  )

const keyed = ':key{[0-9]{1,15}\\.[A-Za-z0-9_-]{43}}'
export const portalRoutes: Routes = new Hono<Env>()
  .get('/suscripciones', subscribePage)
  .post('/suscripciones', askNews)
  .get(`/suscripciones/confirmar/${keyed}`, answerPage('confirm', false))
  .post(`/suscripciones/confirmar/${keyed}`, answerPage('confirm', true))
  .get(`/suscripciones/dejar/${keyed}`, answerPage('leave', false))
  .post(`/suscripciones/dejar/${keyed}`, answerPage('leave', true))
