/** What an area may ask. */
export const kinds = ['publish', 'update', 'correct-metadata', 'withdraw'] as const
export type Kind = (typeof kinds)[number]
