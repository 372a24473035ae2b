import { z } from 'zod'
import { reaches } from '#kernel/actor'
import { choice, id, optional, text } from '#kernel/fields'
import { resource } from '#kernel/module'
import { cut, limit, paged, pageOf } from '#kernel/paging'
import { missing } from '#kernel/refusals'
import { changesSince, overtakenOf } from './queries/basis.ts'
import { filesOfEdition, listDocuments, publicDocument } from './queries/public.ts'
import { type Db, draftFilesOf, findByFolio, findRequest, listRequests, type Request } from './queries/requests.ts'
import { searchRemovalOf } from './queries/withdrawals.ts'
import { comparedFields } from './rules/changes.ts'
import { beforePublication, states } from './rules/machine.ts'
import type { PublicationsTables } from './tables.ts'

const requestShape = z.object({
  id: z.number(),
  folio: z.string(),
  kind: z.string(),
  state: z.enum(states),
  area: z.number(),
  title: z.string(),
  summary: z.string(),
  section: z.number().nullable(),
  portal: z.string(),
  document: z.number().nullable(),
  reviewer: z.string().nullable(),
  round: z.number(),
  version: z.number(),
  createdAt: z.string(),
  publishAt: z.string().nullable(),
  /** Of what changes a document: the edition whose content it took along. */
  begunFrom: z.number().nullable(),
  /** The day on which the order by which it withdraws ends. */
  withdrawalEndsOn: z.string().nullable(),
})
const shapeOf = (request: Request): z.infer<typeof requestShape> => ({
  ...{ id: request.id, folio: request.folio, kind: request.kind, state: request.state, area: request.area_id },
  ...{ title: request.title, summary: request.summary, section: request.section_id, portal: request.portal },
  ...{ document: request.document_id, reviewer: request.reviewer, round: request.round, version: request.version },
  createdAt: request.created_at.toISOString(),
  publishAt: request.publish_at?.toISOString() ?? null,
  ...{ begunFrom: request.begun_from, withdrawalEndsOn: request.withdrawal_ends_on },
})

export const requests = resource('/requests', {
  name: 'publications.list-requests',
  summary: 'Requests that the caller may read, newest first.',
  grant: 'publications.read',
  input: z.object({
    state: optional(choice(states)),
    area: optional(id),
    q: optional(text(200)),
    ...paged,
  }),
  output: pageOf(requestShape),
  async read(reader, { state, area, q, after, limit }, actor) {
    const filter = { states: state && [state], area, text: q, below: after, limit: limit + 1 }
    const found = await listRequests(reader.tables<PublicationsTables>(), actor, filter)
    return cut(found, limit, shapeOf, ({ id }) => id)
  },
})

const fileShape = z.object({
  file: z.number(),
  version: z.number(),
  name: z.string(),
  title: z.string(),
  bytes: z.number(),
  sha256: z.string(),
})

/** The edition that went live after it was begun, and what changed in it. */
const overtakenShape = z.object({
  ...{ begun: z.number(), live: z.number(), fields: z.array(z.enum(comparedFields)) },
  ...{ added: z.array(z.string()), removed: z.array(z.string()), replaced: z.array(z.string()) },
})
async function overtakenIn(db: Db, request: Request): Promise<z.infer<typeof overtakenShape> | null> {
  const overtaken = beforePublication.includes(request.state) ? await overtakenOf(db, request) : undefined
  if (!overtaken || request.document_id === null) return null
  const { fields, added, removed, replaced } = await changesSince(db, request.document_id, overtaken)
  return { ...overtaken, fields: [...fields], added: [...added], removed: [...removed], replaced: [...replaced] }
}

export const request = resource('/requests/:request', {
  name: 'publications.get-request',
  summary: 'One request with its files, by number or by folio.',
  grant: 'publications.read',
  input: z.object({ request: z.string().max(20) }),
  output: requestShape.extend({
    files: z.array(fileShape),
    overtaken: overtakenShape.nullable(),
    searchRemoval: z.object({ askedOn: z.string().nullable(), where: z.string() }).nullable(),
  }),
  version: ({ version }) => version,
  async read(reader, { request: asked }, actor) {
    const db = reader.tables<PublicationsTables>()
    const found = /^\d{1,15}$/.test(asked) ? await findRequest(db, Number(asked)) : await findByFolio(db, asked)
    const mine = (grant: string) => found && reaches(actor, grant, found.area_id)
    if (!found || !(mine('publications.read') || mine('publications.request'))) throw missing()
    const files = await draftFilesOf(db, found.id)
    const shown = files.map(({ file_id, version, public_name, title, bytes, sha256 }) => ({
      ...{ file: file_id, version, name: public_name, title, bytes, sha256 },
    }))
    const removal = await searchRemovalOf(db, found.id)
    const searchRemoval = removal ? { askedOn: removal.asked_on, where: removal.asked_where } : null
    return { ...shapeOf(found), files: shown, overtaken: await overtakenIn(db, found), searchRemoval }
  },
})

const documentShape = z.object({
  key: z.string(),
  title: z.string(),
  summary: z.string(),
  version: z.number(),
  section: z.number(),
  area: z.number(),
  publishedAt: z.string(),
  address: z.string(),
})

/** Where the next page begins: the instant and the number of the last item. */
const placeShape = /^(\d{4}-[\dT:.-]+Z)~(\d{1,15})$/
const place = z.string().refine((raw) => !Number.isNaN(Date.parse(placeShape.exec(raw)?.[1] ?? '')))

export const documents = resource('/documents', {
  name: 'publications.list-documents',
  summary: 'What is published, newest first. Open to everyone.',
  grant: undefined,
  input: z.object({ section: optional(id), after: optional(place), limit }),
  output: pageOf(documentShape),
  async read(reader, { section, after, limit }) {
    const [, at = '', id] = placeShape.exec(after ?? '') ?? []
    const before = after ? { before: { at: new Date(at), id: Number(id) } } : {}
    const ask = { limit: limit + 1, intranet: false, ...(section ? { sections: [section] } : {}), ...before }
    const found = await listDocuments(reader, ask)
    const items = found.slice(0, limit)
    const last = items.at(-1)
    return {
      items: items.map((item) => ({
        ...{ key: item.key, title: item.title, summary: item.summary, version: item.version },
        ...{ section: item.section_id, area: item.area_id, publishedAt: item.published_at.toISOString() },
        address: `/documentos/${item.key}`,
      })),
      next: found.length > limit && last ? `${last.published_at.toISOString()}~${last.id}` : null,
    }
  },
})

export const document = resource('/documents/:key', {
  name: 'publications.get-document',
  summary: 'A published document: its editions, and the files and hashes of the one in force. Open to everyone.',
  grant: undefined,
  input: z.object({ key: z.string().max(200) }),
  output: documentShape.extend({
    fingerprint: z.string(),
    versions: z.array(z.object({ version: z.number(), publishedAt: z.string(), fingerprint: z.string() })),
    files: z.array(z.object({ name: z.string(), bytes: z.number(), sha256: z.string(), address: z.string() })),
  }),
  async read(reader, { key }) {
    const found = await publicDocument(reader, key)
    if (!found?.readable || found.current.portal !== 'internet') throw missing()
    const { current, editions } = found
    const address = `/documentos/${key}/v/${current.version}`
    const files = await filesOfEdition(reader, current)
    return {
      ...{ key, title: current.title, summary: current.summary, version: current.version },
      ...{ section: current.section_id, area: current.area_id, publishedAt: current.published_at.toISOString() },
      ...{ address: `/documentos/${key}`, fingerprint: current.fingerprint },
      versions: editions
        .filter(({ ended_at, portal }) => ended_at === null && portal === 'internet')
        .map(({ version, published_at, fingerprint }) => ({
          ...{ version, publishedAt: published_at.toISOString(), fingerprint },
        })),
      files: files.map(({ public_name, bytes, sha256 }) => ({
        ...{ name: public_name, bytes, sha256, address: `${address}/${public_name}` },
      })),
    }
  },
})
