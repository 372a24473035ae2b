/** Where in a file an observation stands, as it was written. */
export interface PageNamed {
  readonly page: number | undefined
  readonly file: boolean
  /** Pages of the file; unknown while nobody has looked inside, and in what is not divided into pages. */
  readonly pages: number | undefined
}

export type PageFault = { readonly code: 'of-no-file' } | { readonly code: 'beyond'; readonly pages: number }

/** What is observed on a page that does not exist can be neither found nor mended. */
export function faultOfPage({ page, file, pages }: PageNamed): PageFault | undefined {
  if (page === undefined) return undefined
  if (!file) return { code: 'of-no-file' }
  return pages !== undefined && page > pages ? { code: 'beyond', pages } : undefined
}
