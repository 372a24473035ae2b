import { blobsOf, serveBundle, serveFile } from '#commons/files'
import { missing } from '#kernel/refusals'
import { type Edition, filesOfEdition, filesOfEditions, type PublicDocument } from '../queries/public.ts'
import { asked, type C, editionAsked, editionsFor, wasObjectedTo } from './finding.ts'
import { gone, objectedTo } from './gone.tsx'

/** `/documentos/{key}/{name}`: always the file of the edition in force. */
export async function currentFile(c: C): Promise<Response> {
  const document = await asked(c)
  if (!document.readable) return gone(c, document)
  const renamed = await nameNow(c, document)
  if (renamed === undefined) return fileOf(c, document, document.current, false)
  c.header('cache-control', 'public, no-cache')
  return c.redirect(`/documentos/${document.key}/${renamed}`, 301)
}

/** A link to a name that a file had in an earlier edition leads to what that file is called now. */
async function nameNow(c: C, document: PublicDocument): Promise<string | undefined> {
  const name = c.req.param('name')
  const editions = editionsFor(c, document)
  const files = await filesOfEditions(c.var.app, editions)
  const named = editions.map(({ id }) => files.get(id)?.find(({ public_name }) => public_name === name))
  if (named[0]) return undefined
  const former = named.find((file) => file !== undefined)
  return former && files.get(document.current.id)?.find(({ file_id }) => file_id === former.file_id)?.public_name
}

/** `/documentos/{key}/v/{n}/{name}`: that file, for ever. */
export async function versionFile(c: C): Promise<Response> {
  const document = await asked(c)
  if (!document.readable) return gone(c, document)
  if (wasObjectedTo(c, document)) return objectedTo(c, document)
  return fileOf(c, document, editionAsked(c, document), true)
}

async function fileOf(c: C, document: PublicDocument, edition: Edition, fixed: boolean): Promise<Response> {
  const name = c.req.param('name')
  const file = (await filesOfEdition(c.var.app, edition)).find(({ public_name }) => public_name === name)
  const blob = file && (await blobsOf(c.var.app, [file.sha256])).get(file.sha256)
  if (!file || !blob || blob.erasedAt) throw missing()
  // A document can still be withdrawn: a copy that may be shared for a year would outlive it.
  const response = await serveFile(c, {
    ...{ sha256: file.sha256, name: file.public_name, bytes: file.bytes },
    mime: blob.mime ?? 'application/octet-stream',
    download: c.req.query('descargar') !== undefined,
  })
  if (edition.portal === 'internet') response.headers.set('cache-control', 'public, no-cache')
  const canonical = `${c.var.app.config.baseUrl}/documentos/${document.key}`
  response.headers.set('link', `<${canonical}${fixed ? `/v/${edition.version}` : ''}>; rel="canonical"`)
  return response
}

/** `/documentos/{key}/v/{n}/todo`: every file of that edition in one archive, the same bytes for the same revision. */
export async function everyFile(c: C): Promise<Response> {
  const document = await asked(c)
  if (!document.readable) return gone(c, document)
  const edition = editionAsked(c, document)
  const files = await filesOfEdition(c.var.app, edition)
  const blobs = await blobsOf(
    c.var.app,
    files.map(({ sha256 }) => sha256),
  )
  if (files.length < 2 || files.some(({ sha256 }) => blobs.get(sha256)?.erasedAt !== null)) throw missing()
  const response = await serveBundle(c, {
    ...{ name: `${document.key}-v${edition.version}.zip`, tag: edition.fingerprint, at: edition.published_at },
    files: files.map(({ sha256, public_name, bytes }) => ({ sha256, name: public_name, bytes })),
  })
  if (edition.portal === 'internet') response.headers.set('cache-control', 'public, no-cache')
  return response
}
