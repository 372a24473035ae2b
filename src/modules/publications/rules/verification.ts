/** What is looked at once something went live, or came down (publishing work order, 2.12). */
export const lookNames = ['page', 'latest', 'file', 'former', 'map', 'stored', 'shut', 'gone'] as const

export interface Look {
  readonly name: (typeof lookNames)[number]
  /** The address, or the name of the file. */
  readonly what: string
  readonly passed: boolean
  /** What was answered: a status, a type, a hash. */
  readonly saw: string
}

export const passedAll = (looks: readonly Look[]): boolean => looks.length > 0 && looks.every(({ passed }) => passed)

/** How many files there were, and how many are the approved ones to the byte. */
export function filesIn(looks: readonly Look[]): { readonly files: number; readonly equal: number } {
  const files = looks.filter(({ name }) => name === 'file' || name === 'stored')
  return { files: files.length, equal: files.filter(({ passed }) => passed).length }
}
