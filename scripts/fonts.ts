import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

// Cuts the two families down to what Spanish and English are written with, so that all letters weigh under 80 kB.

const range = (first: number, last: number): string =>
  Array.from({ length: last - first + 1 }, (_, step) => String.fromCodePoint(first + step)).join('')

/** Basic Latin and Latin-1, then typographic punctuation, the few arrows and signs that pages use. */
const letters = `${range(0x20, 0x7e)}${range(0xa0, 0xff)}ŒœŸ–—‘’‚“”„†•…‹›€™−≤≥≠×←↑→↓\u2009\u202f`

/** Italics set titles of works and little else: the letters of our two languages are enough. */
const italicLetters = `${range(0x20, 0x7e)}\u00a0ÁÉÍÓÚÜÑáéíóúüñàçèêô¿¡«»ªº°·–—‘’“”…`

interface Cut {
  readonly letters: string
  readonly from: string
  readonly to: string
  readonly weights: { readonly min: number; readonly max: number }
}

const cuts: readonly Cut[] = [
  {
    from: 'source-sans-3/files/source-sans-3-latin-wght-normal',
    to: 'source-sans-3',
    letters,
    weights: { min: 400, max: 700 },
  },
  {
    from: 'newsreader/files/newsreader-latin-wght-normal',
    to: 'newsreader',
    letters,
    weights: { min: 400, max: 600 },
  },
  {
    from: 'newsreader/files/newsreader-latin-wght-italic',
    to: 'newsreader-italic',
    letters: italicLetters,
    weights: { min: 400, max: 400 },
  },
]

/** Kerning, ligatures, accents, and figures that line up in tables; nothing else is used. */
const features = ['kern', 'liga', 'ccmp', 'locl', 'mark', 'mkmk', 'lnum', 'tnum', 'pnum']

interface Wishes {
  readonly targetFormat: 'woff2'
  readonly variationAxes: Readonly<Record<string, number | Cut['weights']>>
  readonly keepFeatures: readonly string[]
  readonly noHinting: boolean
}
/** The package brings no types of its own. */
const subsetFont = createRequire(import.meta.url)('subset-font') as (
  font: Uint8Array,
  letters: string,
  wishes: Wishes,
) => Promise<Uint8Array>

const root = join(import.meta.dirname, '..')
const target = join(root, 'src/ui/assets/fonts')

async function cut({ from, to, letters, weights }: Cut): Promise<number> {
  const source = readFileSync(join(root, `node_modules/@fontsource-variable/${from}.woff2`))
  const wght = weights.min === weights.max ? weights.min : weights
  const small = await subsetFont(source, letters, {
    targetFormat: 'woff2',
    variationAxes: { wght },
    keepFeatures: features,
    noHinting: true,
  })
  writeFileSync(join(target, `${to}.woff2`), small)
  return small.length
}

mkdirSync(target, { recursive: true })
let bytes = 0
for (const each of cuts) {
  const size = await cut(each)
  bytes += size
  console.log(`${each.to}.woff2 ${size} bytes`)
}
console.log(`${bytes} bytes in all`)
