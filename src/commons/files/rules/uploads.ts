/** Uploads that one account may have under way: a folder is sent a few files at a time. */
export const mostOpen = 100

/** The offset that a request states, in bytes; undefined when it states none. */
export const offsetOf = (header: string | undefined): number | undefined =>
  header !== undefined && /^\d{1,15}$/.test(header) ? Number(header) : undefined
