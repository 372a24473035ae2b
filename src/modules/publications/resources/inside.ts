import { z } from 'zod'
import { describe, runsOf } from '#commons/files'
import { type Actor, reaches } from '#kernel/actor'
import type { App } from '#kernel/app'
import { historyOf, signerOf } from '#kernel/ledger'
import { resource } from '#kernel/module'
import { missing } from '#kernel/refusals'
import type { Said } from '#kernel/words'
import { topicOfRequest } from '../events.ts'
import { observationsOf, repliesOf } from '../queries/observations.ts'
import { draftFilesOf, findByFolio, findRequest, type Request, subjectOfFile } from '../queries/requests.ts'
import { termsOf } from '../queries/timing.ts'
import type { PublicationsTables } from '../tables.ts'
import { tells } from '../tells.ts'

// What the record of a request shows, part by part, for programs: named by its number or its folio.

const grant = 'publications.read'
const input = z.object({ request: z.string().max(20) })
const said = z.object({ es: z.string(), en: z.string() })

/** As on the page: whoever reads nothing of its area is told that it does not exist. */
async function requestFor(app: App, asked: string, actor: Actor): Promise<Request> {
  const db = app.tables<PublicationsTables>()
  const found = /^\d{1,15}$/.test(asked) ? await findRequest(db, Number(asked)) : await findByFolio(db, asked)
  const reading = [grant, 'publications.request', 'publications.review']
  const may = found && (found.requested_by === actor.id || reading.some((each) => reaches(actor, each, found.area_id)))
  if (!found || !may) throw missing()
  return found
}

export const observations = resource('/requests/:request/observations', {
  name: 'publications.list-observations',
  summary: 'The observations of a request, each with its place and replies.',
  grant,
  input,
  output: z.object({
    items: z.array(
      z.object({
        ...{ number: z.number(), round: z.number(), severity: z.string(), state: z.string(), text: z.string() },
        ...{ file: z.number().nullable(), page: z.number().nullable(), field: z.string().nullable() },
        ...{ author: z.string(), at: z.string() },
        replies: z.array(z.object({ text: z.string(), author: z.string(), at: z.string() })),
      }),
    ),
  }),
  async read(app, { request }, actor) {
    const db = app.tables<PublicationsTables>()
    const all = await observationsOf(db, (await requestFor(app, request, actor)).id)
    const replies = await repliesOf(
      db,
      all.map(({ id }) => id),
    )
    return {
      items: all.map(({ id, number, round, severity, state, text, file_id, page, field, author, at }) => ({
        ...{ number, round, severity, state, text, file: file_id, page, field, author, at: at.toISOString() },
        replies: replies
          .filter(({ observation_id }) => observation_id === id)
          .map((reply) => ({ text: reply.text, author: reply.author, at: reply.at.toISOString() })),
      })),
    }
  },
})

export const checks = resource('/requests/:request/checks', {
  name: 'publications.list-checks',
  summary: 'What the automatic review found in each file of a request, in both languages.',
  grant,
  input,
  output: z.object({
    items: z.array(
      z.object({
        ...{ file: z.number(), name: z.string(), finishedAt: z.string().nullable() },
        findings: z.array(
          z.object({ rule: z.string(), severity: z.string(), wrong: said.nullable(), mend: said.nullable() }),
        ),
      }),
    ),
  }),
  async read(app, { request }, actor) {
    const files = await draftFilesOf(app.tables<PublicationsTables>(), (await requestFor(app, request, actor)).id)
    const runs = await runsOf(
      app,
      files.map(({ id }) => subjectOfFile(id)),
    )
    return {
      items: files.map(({ id, file_id, public_name }) => {
        const run = runs.get(subjectOfFile(id))
        return {
          ...{ file: file_id, name: public_name, finishedAt: run?.finishedAt?.toISOString() ?? null },
          findings: (run?.findings ?? []).map((finding) => {
            const described = describe(finding)
            return {
              ...{ rule: finding.rule, severity: finding.severity },
              ...{ wrong: described?.wrong ?? null, mend: described?.mend ?? null },
            }
          }),
        }
      }),
    }
  },
})

export const clocks = resource('/requests/:request/clocks', {
  name: 'publications.list-clocks',
  summary:
    'The clocks of a request: minutes spent, of work or of the clock as its limit counts, and when a running one is due.',
  grant,
  input,
  output: z.object({
    items: z.array(
      z.object({
        ...{ clock: z.string(), owner: z.string(), running: z.boolean(), spentMinutes: z.number() },
        limit: z.object({ amount: z.number(), unit: z.string(), counted: z.string(), source: z.string() }),
        due: z.string().nullable(),
      }),
    ),
  }),
  async read(app, { request }, actor) {
    const found = await requestFor(app, request, actor)
    const terms = (await termsOf(app, [found], app.clock())).get(found.id) ?? []
    return {
      items: terms.map(({ clock, owner, running, minutes, limit: { amount, unit, counted, source }, due }) => ({
        ...{ clock, owner, running, spentMinutes: minutes, limit: { amount, unit, counted, source } },
        due: due?.toISOString() ?? null,
      })),
    }
  },
})

const mostHistory = 500

export const history = resource('/requests/:request/history', {
  name: 'publications.list-history',
  summary: 'What the ledger says of a request, newest first: who did what, and the entry that proves it.',
  grant,
  input,
  output: z.object({
    items: z.array(
      z.object({ entry: z.number(), at: z.string(), actor: z.string(), command: z.string(), said: z.array(said) }),
    ),
  }),
  async read(app, { request }, actor) {
    const { id } = await requestFor(app, request, actor)
    const entries = await historyOf(app.db, topicOfRequest(id), mostHistory)
    return {
      items: entries.map((entry) => ({
        ...{ entry: entry.id, at: entry.at, actor: signerOf(entry), command: entry.command },
        said: entry.events.flatMap(([name, data]): Said[] => {
          const tell = tells[name]
          return tell ? [tell(data)] : []
        }),
      })),
    }
  },
})
