import { createHash } from 'node:crypto'
import { docxOf, odtOf, pngOf, xlsxOf, zipOf } from './office.ts'
import { pdfOf } from './pdf.ts'

// What the files of the example say. The same name and title always give the same bytes.

const clauses = [
  'Los presentes criterios son de observancia general para las áreas que soliciten la publicación de contenidos en el portal de internet del Instituto y en sus redes sociales.',
  'Cada solicitud indicará su fundamento, la sección del portal en que debe aparecer, la fecha en que se necesita y aquella en que deberá revisarse su vigencia.',
  'La Gestoría de Contenidos admitirá la solicitud dentro de las cuatro horas hábiles siguientes a su presentación, o la devolverá con el motivo por el que no procede.',
  'El contenido se publicará únicamente cuando lo haya aprobado una persona distinta de quien lo solicitó o lo editó, y será exactamente el que se aprobó.',
  'Todo documento conservará sus versiones anteriores en una dirección que no cambia, junto con la huella digital que permite comprobar que no se alteraron.',
  'Las áreas confirmarán cada año que lo publicado sigue vigente; de lo contrario pedirán su actualización o su retiro, con la causa que corresponda.',
  'Los archivos se entregarán en formatos abiertos cuando su naturaleza lo permita, con texto que pueda leerse en voz alta y sin datos personales.',
  'El Comité conocerá en cada sesión ordinaria el informe de las solicitudes recibidas, atendidas y devueltas, con los tiempos de cada etapa.',
  'Lo no previsto se resolverá por el Comité, que lo hará constar en el acta de la sesión en que se trate.',
]
const ordinals = ['Primero', 'Segundo', 'Tercero', 'Cuarto', 'Quinto', 'Sexto', 'Séptimo', 'Octavo', 'Noveno']

/** A number that the name decides, so that documents differ and never change. */
const seedOf = (text: string) => createHash('sha256').update(text).digest().readUInt32BE(0)

type Writer = (title: string, seed: number, edition: number) => Buffer | string

/** What each kind of file says, by the ending of its name; plain text for the rest. */
const writers: Readonly<Record<string, Writer>> = {
  pdf: (title, seed, edition) => pdfOf({ title, paragraphs: paragraphsOf(seed, edition) }),
  docx: (title, seed, edition) => docxOf(title, paragraphsOf(seed, edition)),
  odt: (title, seed, edition) => odtOf(title, paragraphsOf(seed, edition)),
  xlsx: (title, seed) => xlsxOf(title, [headings, ...rowsOf(seed)]),
  csv: (_, seed) => `\ufeff${[headings, ...rowsOf(seed)].map((row) => row.join(',')).join('\r\n')}\r\n`,
  json: (title, seed) => JSON.stringify({ titulo: title, datos: rowsOf(seed).map(named) }, null, 1),
  png: (_, seed) => pngOf(Array.from({ length: 12 }, (_, at) => 0.2 + (((seed >>> at) % 80) + 1) / 100)),
  zip: (title, seed, edition) =>
    zipOf({
      'LEEME.txt': textOf(title, seed, edition),
      'datos.csv': String(writers['csv']?.(title, seed, edition)),
    }),
}

/** The bytes of a file of the example, by the kind that its name says. */
export function paperOf(name: string, title: string, edition = 1): Buffer {
  const write = writers[name.slice(name.lastIndexOf('.') + 1)] ?? textOf
  const content = write(title, seedOf(`${name} ${edition}`), edition)
  return typeof content === 'string' ? Buffer.from(content, 'utf8') : content
}

const textOf: Writer = (title, seed, edition) => [title, '', ...paragraphsOf(seed, edition)].join('\n\n')

function paragraphsOf(seed: number, edition: number): readonly string[] {
  const count = 4 + (seed % 5)
  const chosen = Array.from({ length: count }, (_, at) => clauses[(seed + at * 7) % clauses.length] as string)
  return [
    `Edición ${edition}.`,
    ...[...new Set(chosen)].map((clause, at) => `${ordinals[at] ?? `${at + 1}`}. ${clause}`),
  ]
}

const places = ['Aguascalientes', 'Colima', 'Durango', 'Hidalgo', 'Morelos', 'Nayarit', 'Puebla', 'Sonora', 'Yucatán']

const headings = ['numero', 'entidad', 'ejercicio', 'cantidad', 'importe'] as const

function rowsOf(seed: number): readonly (readonly (string | number)[])[] {
  return Array.from({ length: 20 + (seed % 180) }, (_, at) => {
    const value = ((seed >>> (at % 16)) + at * 977) % 100_000
    return [at + 1, places[(seed + at) % places.length] as string, 2_026, value, Number((value * 1.37).toFixed(2))]
  })
}

const named = (row: readonly (string | number)[]) =>
  Object.fromEntries(headings.map((heading, at) => [heading, row[at]]))
