import type { Event } from '#kernel/command'

/** The history of a content: who brought it, and whether it was erased. */
export const topicOfContent = (sha256: string) => `files.content-${sha256}`

const each = ({ sha256s }: { readonly sha256s: readonly string[] }) => sha256s.map(topicOfContent)
const one = ({ sha256 }: { readonly sha256: string }) => [topicOfContent(sha256)]

export const contentsReceived: Event<{ sha256s: readonly string[]; bytes: number }> = {
  name: 'files.received',
  topics: each,
}

export interface Checked {
  /** What was reviewed, in its module's words: `publications.draft-file-77`. */
  readonly subject: string
  readonly sha256: string
  /** Findings that keep it from going out, and those that must be mended or answered. */
  readonly blocking: number
  readonly must: number
  /** The record whose page shows the result. */
  readonly topic: string
}
export const contentChecked: Event<Checked> = { name: 'files.checked', topics: ({ topic }) => [topic] }

export const erasureAsked: Event<{ sha256: string }> = { name: 'files.erasure-asked', topics: one }
export const contentErased: Event<{ sha256: string }> = { name: 'files.erased', topics: one }
/** Something that must show still holds it: these modules say so. */
export const erasureRefused: Event<{ sha256: string; heldBy: readonly string[] }> = {
  name: 'files.erasure-refused',
  topics: one,
}
/** Nobody held them for a month: their bytes leave the library. */
export const contentsReleased: Event<{ sha256s: readonly string[] }> = { name: 'files.released', topics: each }
