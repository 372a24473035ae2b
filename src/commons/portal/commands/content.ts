import { createHash } from 'node:crypto'
import { canonicalJson } from '#kernel/pure/canonical-json'
import { type Reason, Refusal } from '#kernel/refusal'
import { htmlOf } from '../rules/markdown.ts'
import { imagesOf, objectionsToText, withSizes } from '../rules/rich-text.ts'
import { sanitise } from '../sanitise.ts'
import { say } from '../words.ts'
import type { Desk } from './structure.ts'

/** What people sent: HTML from the editor, or the small Markdown. */
interface Sent {
  readonly titleEs: string
  readonly bodyEs: string
  readonly titleEn?: string | undefined
  readonly bodyEn?: string | undefined
}
export interface Content {
  readonly titleEs: string
  readonly bodyEs: string
  readonly titleEn: string | null
  readonly bodyEn: string | null
}

/** What is published is what was checked: only allowed HTML, legible to all, with images that are in the library. */
export async function contentOf(work: Desk, input: Sent): Promise<Content> {
  const bodyEs = sanitise(htmlOf(input.bodyEs))
  const bodyEn = input.bodyEn === undefined ? null : sanitise(htmlOf(input.bodyEn))
  const half = (input.titleEn === undefined) !== (bodyEn === null)
  const hashes = imagesOf(bodyEs + (bodyEn ?? ''))
  const images =
    hashes.length === 0
      ? []
      : await work.read.selectFrom('portal.image').selectAll().where('sha256', 'in', hashes).execute()
  const sizes = new Map(images.map((image) => [image.sha256, image]))
  const reasons: Reason[] = [
    ...reasonsFor('bodyEs', bodyEs),
    ...(bodyEn === null ? [] : reasonsFor('bodyEn', bodyEn)),
    ...(half ? [{ field: bodyEn === null ? 'bodyEn' : 'titleEn', said: say((words) => words.halfTranslated) }] : []),
    ...(sizes.size < hashes.length
      ? [{ field: 'bodyEs', said: say((words) => words.textObjection({ code: 'foreign-image' })) }]
      : []),
  ]
  if (reasons.length > 0)
    throw new Refusal(
      'invalid',
      say((words) => words.cannot),
      reasons,
    )
  return {
    titleEs: input.titleEs,
    bodyEs: withSizes(bodyEs, sizes),
    titleEn: input.titleEn ?? null,
    bodyEn: bodyEn === null ? null : withSizes(bodyEn, sizes),
  }
}

const reasonsFor = (field: string, html: string): Reason[] =>
  objectionsToText(html).map((objection) => ({ field, said: say((words) => words.textObjection(objection)) }))

/** SHA-256 of what is read, in both languages, as RFC 8785 JSON. */
export const hashOf = ({ titleEs, bodyEs, titleEn, bodyEn }: Content): string =>
  createHash('sha256').update(canonicalJson({ titleEs, bodyEs, titleEn, bodyEn })).digest('hex')
