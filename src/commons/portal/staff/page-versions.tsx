import { raw } from 'hono/html'
import { zoneOf } from '#commons/directory'
import { accountNames } from '#commons/identity'
import { holds } from '#kernel/actor'
import { shortDateTime } from '#kernel/pure/dates'
import { missing } from '#kernel/refusals'
import { Button, Form, Hash, Notice, PageHead, Section as Part, State, staffPage } from '#ui'
import { samePersonRule } from '../queries/home.ts'
import { findVersion, type versionsOf } from '../queries/pages.ts'
import { type SamePersonRule, signaturesFor } from '../rules/publishing.ts'
import type { PortalTables } from '../tables.ts'
import { type C, said } from './shared.ts'

type Version = Awaited<ReturnType<typeof versionsOf>>[number]

interface VersionsProps {
  readonly c: C
  readonly page: number
  readonly versions: readonly Version[]
}

/** Who wrote each version, what may be done with it now, and why not. */
export async function Versions({ c, page, versions }: VersionsProps) {
  const { app, locale } = c.var
  const w = said(c)
  const authors = versions.map(({ author }) => author)
  const [names, zone, rule] = await Promise.all([
    accountNames(app, authors),
    zoneOf(app),
    samePersonRule(app.tables<PortalTables>()),
  ])
  return (
    <Part id="versiones" title={w.versions} count={versions.length}>
      <ol class="versions">
        {versions.map((version) => (
          <li>
            <span class="v">{version.number}</span>
            <div>
              <p>
                {names.get(version.author) ?? version.author}, {shortDateTime(version.written_at, zone, locale)}
                {version.restores && <span class="muted"> ({w.restored(version.restores)})</span>}
              </p>
              <Deeds c={c} here={`/portal/paginas/${page}/versiones/${version.number}`} version={version} rule={rule} />
            </div>
          </li>
        ))}
      </ol>
    </Part>
  )
}

interface DeedsProps {
  readonly c: C
  readonly here: string
  readonly version: Version
  readonly rule: SamePersonRule | undefined
}

const Deeds = ({ c, here, version, rule }: DeedsProps) => {
  const w = said(c)
  const { number, published_at, superseded_at } = version
  return (
    <>
      {published_at && !superseded_at && <State tone="ok" word={w.states.live} />}
      <p class="row">
        <a href={here} aria-label={w.previewVersion(number)}>
          {w.preview}
        </a>
        {superseded_at && (
          <Form action={`${here}/recuperar`} inline>
            <Button size="small">{w.restore}</Button>
          </Form>
        )}
      </p>
      {!published_at && <Publication c={c} here={here} version={version} rule={rule} />}
    </>
  )
}

/** The button, or the reason why another person presses it. */
const Publication = ({ c, here, version: { author, number }, rule }: DeedsProps) => {
  const w = said(c)
  const { actor } = c.var
  const signatures = signaturesFor(author, actor.id, rule)
  if (!holds(actor, 'portal.publish')) return <p class="muted">{w.noGrant}</p>
  if (!signatures.may) return <p class="muted">{w.ownText}</p>
  return (
    <>
      {signatures.samePerson && <p class="muted">{w.ownTextAllowed(signatures.source)}</p>}
      <Form action={`${here}/publicar`} inline>
        <Button size="small" label={w.publishVersion(number)}>
          {w.publish}
        </Button>
      </Form>
    </>
  )
}

/** `/portal/paginas/{page}/versiones/{number}`: any version as readers would see it, for whoever writes and approves. */
export async function versionPage(c: C): Promise<Response> {
  const w = said(c)
  const [page, number] = [Number(c.req.param('page')), Number(c.req.param('number'))]
  const version = await findVersion(c.var.app.tables<PortalTables>(), page, number)
  if (!version) throw missing()
  const { title_es, body_es, title_en, body_en, hash, published_at } = version
  const crumbs = [
    { href: '/portal/paginas', label: w.pagesTitle },
    { href: `/portal/paginas/${page}`, label: title_es },
  ]
  return staffPage(
    c,
    { title: w.version(number), crumbs },
    <>
      <PageHead title={title_es} above={w.version(number)} />
      {!published_at && <Notice>{w.notSeenYet}</Notice>}
      <div class="prose">{raw(body_es)}</div>
      {body_en && (
        <Part id="ingles" title={w.english}>
          <div class="prose" lang="en">
            <h2>{title_en}</h2>
            {raw(body_en)}
          </div>
        </Part>
      )}
      <Hash value={hash} />
    </>,
  )
}
