import type { Context } from 'hono'
import { zoneOf } from '#commons/directory'
import { numberIn } from '#kernel/fields'
import { type Entry, signerOf } from '#kernel/ledger'
import { lastCheckpoint, proofOf } from '#kernel/ledger-proof'
import { findEntry, listEntries } from '#kernel/ledger-reading'
import type { Env, Subject } from '#kernel/module'
import { shortDateTime } from '#kernel/pure/dates'
import { count } from '#kernel/pure/numbers'
import { missing } from '#kernel/refusals'
import { sentenceOf } from '#kernel/telling'
import { ButtonLink, type Column, Empty, Hash, PageHead, Pairs, Section, staffPage, Table, Time, withQuery } from '#ui'
import { aboutsOf, namesOf } from '../telling.ts'
import { words } from '../words.ts'
import { SubjectLink } from './subject.tsx'

export type C = Context<Env>

const perPage = 50

/** `/libro`: every entry, newest first, and the root that seals them. */
export async function ledgerPage(c: C): Promise<Response> {
  const { app, locale } = c.var
  const said = words[locale]
  const module = app.modules.some(({ name }) => name === c.req.query('modulo')) ? c.req.query('modulo') : undefined
  const before = numberIn(c.req.query('antes'))
  const found = await listEntries(app.db, { module, before, limit: perPage + 1 })
  const entries = found.slice(0, perPage)
  const [names, abouts, zone, checkpoint] = await Promise.all([
    namesOf(app, entries),
    aboutsOf(app, c.var.actor, entries),
    zoneOf(app),
    lastCheckpoint(app.db),
  ])
  const last = entries.at(-1)
  return staffPage(
    c,
    { title: said.ledger, live: before ? undefined : 'ledger.tree' },
    <>
      <PageHead
        title={said.ledger}
        below={said.ledgerBelow}
        actions={
          <ButtonLink href="/libro/raiz" icon="download">
            {said.downloadCheckpoint}
          </ButtonLink>
        }
      />
      {checkpoint && (
        <Section id="raiz" title={said.checkpoint} count={count(checkpoint.size)}>
          <p>{said.checkpointText}</p>
          <Hash value={Buffer.from(checkpoint.root).toString('hex')} />
        </Section>
      )}
      <Section id="asientos" title={said.entries} aside={<ModuleChoice c={c} module={module} />}>
        {entries.length === 0 ? (
          <Empty title={said.noEntries} icon="book-open" />
        ) : (
          <Table caption={said.ledger} columns={columnsOf(c, zone, names, abouts)} rows={entries} />
        )}
      </Section>
      <nav class="pager" aria-label={said.ledger}>
        {before && <a href={withQuery('/libro', { modulo: module })}>{said.newest}</a>}
        {found.length > perPage && last && (
          <a href={withQuery('/libro', { modulo: module, antes: last.id })} rel="next">
            {said.older}
          </a>
        )}
      </nav>
    </>,
  )
}

const ModuleChoice = ({ c, module }: { c: C; module: string | undefined }) => (
  <form action="/libro" class="row row--one">
    <label for="modulo" class="hidden">
      {words[c.var.locale].module}
    </label>
    <select id="modulo" name="modulo" class="select">
      <option value="">{words[c.var.locale].everyModule}</option>
      {c.var.app.modules.map(({ name }) => (
        <option value={name} selected={name === module}>
          {name}
        </option>
      ))}
    </select>
    <button type="submit" class="btn btn--small">
      {words[c.var.locale].filter}
    </button>
  </form>
)

function columnsOf(
  c: C,
  zone: string,
  names: ReadonlyMap<string, string>,
  abouts: ReadonlyMap<number, Subject>,
): readonly Column<Entry>[] {
  const { app, locale } = c.var
  const said = words[locale]
  return [
    {
      key: 'id',
      title: said.entryNumber,
      value: ({ id }) => id,
      cell: ({ id }) => <a href={`/libro/${id}`}>{count(id)}</a>,
    },
    {
      key: 'at',
      title: said.at,
      value: ({ at }) => at,
      cell: ({ at }) => <Time iso={at} text={shortDateTime(new Date(at), zone, locale)} />,
      whole: true,
    },
    { key: 'who', title: said.who, value: (entry) => names.get(signerOf(entry)) ?? entry.actor },
    { key: 'what', title: said.what, value: (entry) => sentenceOf(app, [entry], locale) },
    {
      key: 'about',
      title: said.about,
      value: ({ id }) => abouts.get(id)?.label[locale] ?? '',
      cell: ({ id }) => {
        const about = abouts.get(id)
        return about ? <SubjectLink about={about} locale={locale} titled /> : null
      },
    },
  ]
}

/** `/libro/{number}`: one entry, as it was written, and what proves it. */
export async function entryPage(c: C): Promise<Response> {
  const { app, locale } = c.var
  const said = words[locale]
  const found = await findEntry(app.db, Number(c.req.param('entry')))
  if (!found) throw missing()
  const { entry, leaf } = found
  const [names, abouts, zone, proof] = await Promise.all([
    namesOf(app, [entry]),
    aboutsOf(app, c.var.actor, [entry]),
    zoneOf(app),
    proofOf(app.db, entry.id),
  ])
  const about = abouts.get(entry.id)
  return staffPage(
    c,
    { title: said.entry(entry.id), crumbs: [{ href: '/libro', label: said.ledger }] },
    <>
      <PageHead title={said.entry(entry.id)} below={sentenceOf(app, [entry], locale)} />
      <Pairs
        items={[
          { term: said.at, value: <Time iso={entry.at} text={shortDateTime(new Date(entry.at), zone, locale)} /> },
          { term: said.who, value: names.get(signerOf(entry)) },
          ...(about ? [{ term: said.about, value: <SubjectLink about={about} locale={locale} titled /> }] : []),
          { term: said.what, value: <code>{entry.command}</code> },
          { term: said.position, value: entry.position === null ? said.notYetPlaced : count(entry.position) },
          ...(entry.cause
            ? [{ term: said.cause, value: <a href={`/libro/${entry.cause}`}>{said.entry(entry.cause)}</a> }]
            : []),
        ]}
      />
      <Section id="contenido-asiento" title={said.leaf}>
        <p>{said.leafText}</p>
        <pre class="code" tabindex={0}>
          <code>{JSON.stringify(JSON.parse(leaf), null, 2)}</code>
        </pre>
      </Section>
      {proof && (
        <Section id="prueba" title={said.proof}>
          <p>{said.proofText}</p>
          <pre class="code" tabindex={0}>
            <code>{JSON.stringify({ position: proof.position, path: proof.path }, null, 2)}</code>
          </pre>
          <pre class="code" tabindex={0}>
            <code>{proof.checkpoint}</code>
          </pre>
        </Section>
      )}
    </>,
  )
}
