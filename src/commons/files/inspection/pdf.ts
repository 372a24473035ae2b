import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist'
import type { Bytes } from './bytes.ts'

export type Pdf = PDFDocumentProxy
export type PdfState =
  | { readonly state: 'open'; readonly pdf: Pdf }
  | { readonly state: 'locked' }
  | { readonly state: 'broken'; readonly problem: string }

/** The document, read by ranges and opened once for every check. It is let go when the bytes are closed. */
export const openPdf = (bytes: Bytes): Promise<PdfState> => bytes.once(load)

const load = async (bytes: Bytes): Promise<PdfState> => {
  const task = await startLoading(bytes)
  bytes.whenClosed(() => task.destroy())
  try {
    return { state: 'open', pdf: await task.promise }
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException'
    return locked ? { state: 'locked' } : { state: 'broken', problem: String(error) }
  }
}

/** Loaded only when a PDF comes: whoever merely lists the checks need not carry the library. */
const startLoading = async (bytes: Bytes): Promise<PDFDocumentLoadingTask> => {
  // @ts-expect-error The package gives no types for its worker; loading it lets both halves run in this one process.
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  const { getDocument, PDFDataRangeTransport, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  class Ranges extends PDFDataRangeTransport {
    override requestDataRange(begin: number, end: number) {
      void bytes.slice(begin, end).then((chunk) => this.onDataRange(begin, chunk))
    }
  }
  return getDocument({
    range: new Ranges(bytes.length, null),
    disableAutoFetch: true,
    disableStream: true,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    verbosity: VerbosityLevel.ERRORS,
  })
}
