import { blobsOf, type Receiver, receiveForm, serveFile } from '#commons/files'
import { hearAll } from '#kernel/done'
import { perform } from '#kernel/perform'
import { Refusal } from '#kernel/refusal'
import { missing } from '#kernel/refusals'
import { attachFile } from '../commands/files.ts'
import { fileVersionsOf } from '../queries/requests.ts'
import { keepsFiles } from '../rules/kinds.ts'
import { editable } from '../rules/machine.ts'
import type { PublicationsTables } from '../tables.ts'
import { say } from '../words.ts'
import { addressOf, type C, requestAsked } from './finding.ts'

const mostInForm = 200

/** A form with files, as browsers without scripts send it. */
export const receiveFiles =
  (page: (c: C) => Promise<Response>) =>
  async (c: C): Promise<Response> => {
    const request = await requestAsked(c)
    const replaces = Number(c.req.query('reemplaza')) || undefined
    const { recorded, say } = hearAll(c)
    try {
      const { refused } = await receiveForm(c, {
        limitBytes: c.var.app.config.largestFileMegabytes * 1_000_000,
        mostFiles: mostInForm,
        each: ({ sha256, name }) =>
          perform(c.var.app, attachFile, c.var.actor, { request: request.id, sha256, name, replaces }, { recorded }),
      })
      const [first] = refused
      if (first) throw first.refusal
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal
      c.set('attempt', { refusal, input: {} })
      c.status(refusal.status)
      return page(c)
    }
    say()
    return c.redirect(`${addressOf(request)}#archivos`, 303)
  }

/** Files that arrive in parts; each is attached as soon as it is whole, and once. */
export const receiver: Receiver = {
  async permit(c) {
    const request = await requestAsked(c)
    if (!editable.includes(request.state)) throw missing()
    if (keepsFiles(request.kind))
      throw new Refusal(
        'unlawful',
        say((words) => words.objection({ code: 'files-fixed' })),
      )
  },
  async done(c, { sha256 }, { key, name }) {
    const request = await requestAsked(c)
    const replaces = Number(c.req.param('file')) || undefined
    return perform(c.var.app, attachFile, c.var.actor, { request: request.id, sha256, name, replaces }, { key })
  },
}

/** `/solicitudes/{folio}/archivos/{row}`: any version that the request had, for whoever may read it. */
export async function draftFile(c: C): Promise<Response> {
  const request = await requestAsked(c)
  const versions = await fileVersionsOf(c.var.app.tables<PublicationsTables>(), request.id)
  const file = versions.find(({ id }) => id === Number(c.req.param('row')))
  const blob = file && (await blobsOf(c.var.app, [file.sha256])).get(file.sha256)
  if (!file || !blob || blob.erasedAt) throw missing()
  const { sha256, public_name: name, bytes } = file
  return serveFile(c, { sha256, name, bytes, mime: blob.mime ?? 'application/octet-stream' })
}
