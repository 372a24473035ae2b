import { docxOf, zipOf } from './office.ts'
import { paperOf } from './papers.ts'

/** What people hand in by mistake, and the automatic review is there to see. */
export const faults = ['empty', 'wrong-type', 'encrypted', 'macros', 'bad-name', 'duplicate'] as const
export type Fault = (typeof faults)[number]

/** Those with which nothing goes out: the area hands in another version. */
export const blocking: readonly Fault[] = ['empty', 'wrong-type', 'encrypted', 'macros']

export interface Paper {
  readonly name: string
  readonly content: Buffer
}

/** A document of the example that is public already. */
export const published = {
  name: 'acta-consejo-2026-09.pdf',
  title: 'Acta de la sesión ordinaria del Consejo, septiembre de 2026',
} as const

/** The file as it was handed in with its fault. */
export function spoiled(fault: Fault, name: string, title: string): Paper {
  const dot = name.lastIndexOf('.')
  const [stem, ending] = [name.slice(0, dot), name.slice(dot)]
  switch (fault) {
    case 'empty':
      return { name, content: Buffer.alloc(0) }
    case 'wrong-type':
      // Renamed by hand, as if the name made the file.
      return { name: `${stem}.pdf`, content: zipOf({ 'acta.txt': title }) }
    case 'encrypted':
      return { name: `${stem}.docx`, content: lockedByOffice() }
    case 'macros':
      return { name: `${stem}.docx`, content: docxOf(title, [title], { 'word/vbaProject.bin': lockedByOffice() }) }
    case 'bad-name':
      return { name: `${stem.toUpperCase()} Versión FINAL (2) v3${ending}`, content: paperOf(name, title) }
    case 'duplicate':
      return { name: `${stem}.pdf`, content: paperOf(published.name, published.title) }
  }
}

/** An old compound file whose directory says that it holds an encrypted package: what Office writes with a password. */
function lockedByOffice(): Buffer {
  const file = Buffer.alloc(512 * 4)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file)
  file.writeUInt16LE(9, 30)
  file.writeUInt32LE(1, 48)
  file.writeUInt32LE(0, 76)
  file.fill(0xff, 512, 1024)
  file.writeUInt32LE(0xfffffffd, 512)
  file.writeUInt32LE(0xfffffffe, 516)
  for (const [at, name] of ['Root Entry', 'EncryptedPackage'].entries()) {
    file.write(name, 1024 + at * 128, 'utf16le')
    file.writeUInt16LE(name.length * 2 + 2, 1024 + at * 128 + 64)
  }
  return file
}
