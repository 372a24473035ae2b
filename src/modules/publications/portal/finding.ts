import type { Context } from 'hono'
import { holds } from '#kernel/actor'
import type { Env } from '#kernel/module'
import { missing } from '#kernel/refusals'
import { type Edition, type PublicDocument, publicDocument } from '../queries/public.ts'

export type C = Context<Env>

/** The document of this address, if this reader may see it: what lies in the intranet does not exist for visitors. */
export async function asked(c: C): Promise<PublicDocument> {
  const document = await publicDocument(c.var.app, c.req.param('key') as string)
  if (!document || !isFor(c, document.current)) throw missing()
  return document
}

export function editionAsked(c: C, document: PublicDocument): Edition {
  const number = Number(c.req.param('number'))
  const edition = document.editions.find(({ version }) => version === number)
  if (!edition || edition.ended_at !== null || !isFor(c, edition)) throw missing()
  return edition
}

/** Whether the edition of this address was taken back because somebody objected to it. */
export function wasObjectedTo(c: C, { editions }: PublicDocument): boolean {
  const number = Number(c.req.param('number'))
  return editions.some((edition) => edition.objected === number && isFor(c, edition))
}

export const isFor = (c: C, { portal }: Pick<Edition, 'portal'>) =>
  portal === 'internet' || holds(c.var.actor, 'intranet.read')

/** What of its past this reader may see. */
export const editionsFor = (c: C, { editions }: PublicDocument): readonly Edition[] =>
  editions.filter((edition) => edition.ended_at === null && isFor(c, edition))
