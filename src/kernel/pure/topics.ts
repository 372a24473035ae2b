/** Names the topic of a record by its number; the prefix finds every record of that kind that something was said of. */
export const topicsUnder = (prefix: string) => Object.assign((id: number): string => `${prefix}${id}`, { prefix })
