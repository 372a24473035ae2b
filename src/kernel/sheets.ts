import { decodeSheet } from './pure/csv.ts'

/** A sheet's bytes as text, in whichever of the two encodings that spreadsheets of this world save. */
export const textOfSheet = (bytes: Uint8Array): string =>
  decodeSheet(bytes, {
    utf8: (each) => new TextDecoder('utf-8', { fatal: true }).decode(each),
    latin: (each) => new TextDecoder('windows-1252').decode(each),
  })
