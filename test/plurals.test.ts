import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as kernelEn from '#kernel/words.en'
import * as kernelEs from '#kernel/words.es'
import { words as lives } from '../src/lives/words.ts'
import { portalWords } from '../src/modules/publications/words/portal.ts'
import { staffWords } from '../src/modules/publications/words/staff.ts'
import { terminalWords } from '../src/modules/publications/words/terminal.ts'
import { words } from '../src/modules/publications/words.ts'

/** Names under which a sentence is given how many there are; any other is given a word. */
const counts =
  /^(?:count|files|requests|documents|ready|bad|size|kept|left|said|due|failed|most|hours|equal|blocking|must|total)$/

/** Every sentence under these words, as it is said of so many things. */
function* sentencesOf(node: unknown, many: number, named = counts, path = ''): Generator<string> {
  if (typeof node === 'string') yield `${path}: ${node}`
  else if (typeof node === 'function') {
    const names = /^\(([^)]*)\)/.exec(String(node))?.[1]?.split(',') ?? []
    const given = names.map((name) => (named.test(name.trim().split(' ')[0] ?? '') ? many : 'algo'))
    // Some ask for more than words: a found objection, a date.
    try {
      yield `${path}: ${String(node(...given))}`
    } catch {}
  } else if (node && typeof node === 'object') {
    for (const [name, child] of Object.entries(node)) yield* sentencesOf(child, many, named, `${path}.${name}`)
  }
}

const all = {
  kernel: { es: kernelEs.es, en: kernelEn.en },
  ...{ words, lives, staff: staffWords, portal: portalWords, terminal: terminalWords },
}

test('one thing is never said in plural, nor is a great number written without its separator', () => {
  assert.ok([...sentencesOf(all, 2)].length > 800)
  const wrong = [0, 1, 2].flatMap((many) =>
    [...sentencesOf(all, many)].filter((said) =>
      /(?<![\d.,])1 (?:of 1 )?(?!is\b|was\b|has\b|keeps\b)\p{L}+s\b/u.test(said),
    ),
  )
  assert.deepEqual(wrong, [])
  assert.deepEqual(
    [...sentencesOf(all, 1904, /^(?:count|files|requests|documents|ready|bad|failed|most)$/)].filter((said) =>
      /\b1904\b/.test(said),
    ),
    [],
  )
})

test('a request without files is submitted without counting them', () => {
  assert.equal(words.es.tells.requestSubmitted(1, 0), 'Envió la solicitud.')
  assert.equal(words.en.tells.requestSubmitted(1, 0), 'Submitted the request.')
  assert.equal(staffWords.es.openCount(1), '1 abierta')
  assert.equal(staffWords.es.load(1, 1904), '1 solicitud, 1,904 archivos')
  assert.match(staffWords.es.import.brought(1), /^Entró un documento\./)
})
