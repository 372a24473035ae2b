/** What an area may ask. */
export const kinds = ['publish', 'update', 'correct-metadata', 'withdraw'] as const
export type Kind = (typeof kinds)[number]
/** Those whose working copy begins as the edition that is live, and takes its place. */
export const beginsFromLive = (kind: Kind): boolean => kind === 'update' || kind === 'correct-metadata'
/** Those whose files are the ones of the live edition, to the byte. */
export const keepsFiles = (kind: Kind): boolean => kind === 'correct-metadata'
