/** Why readers of a document that was taken down cannot be sent there. */
export const targetFaults = ['unreachable', 'gone', 'itself', 'hops', 'not-public'] as const
export type TargetFault = (typeof targetFaults)[number]
/** What is known of a target: nothing yet, that it stands, or why it does not. */
export type TargetFound = 'unseen' | 'stands' | TargetFault

/** `/en/documentos/acta/v/2?a#b` speaks of the document `acta`, however the address is written. */
export function documentKeyIn(path: string): string | undefined {
  const bare = decoded(path.replace(/[?#].*$/, '')).toLowerCase()
  return /^(?:\/en)?\/documentos\/([a-z0-9-]+)(?:\/|$)/.exec(bare.replaceAll(/\/{2,}/g, '/'))?.[1]
}

/** The page of a document in force, and not one of its versions or files. */
export const isDocumentPage = (path: string): boolean =>
  /^(?:\/en)?\/documentos\/[^/]+\/*$/i.test(decoded(path.replace(/[?#].*$/, '')))

/** The house visits no machine of the institution for whoever types its name: only hosts with a public name. */
export const isPublicHost = (host: string): boolean =>
  /^(?!\d{1,3}(?:\.\d{1,3}){3}$)(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]+$/i.test(host) &&
  !/\.(?:local|internal|intranet|lan|home|arpa|localhost)$/i.test(host)

function decoded(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
