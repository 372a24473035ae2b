import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { imagesOf, longestAlternative, objectionsToText, opening, plainOf, withSizes } from './rich-text.ts'

const hash = '0a'.repeat(32)
const image = (alt: string) => `<img src="/imagenes/${hash}" alt="${alt}" />`

const said: readonly (readonly [sentence: string, html: string, codes: readonly string[]])[] = [
  ['a plain paragraph is read by all', '<p>Acta</p>', []],
  ['a text without words nor images is empty', '<p> &nbsp;</p>', ['empty']],
  ['an image alone is a text', image('Fachada'), []],
  ['headings go down one by one', '<h2>A</h2><h3>B</h3><h4>C</h4><h2>D</h2>', []],
  ['the first heading is the second level', '<h3>A</h3>', ['heading-order']],
  ['no heading skips a level', '<h2>A</h2><h4>B</h4>', ['heading-order']],
  ['a heading may go up as many levels as it likes', '<h2>A</h2><h3>B</h3><h4>C</h4><h2>D</h2>', []],
  ['a link has an address', '<p><a>Acta</a></p>', ['link-without-address']],
  ['a link has words', '<p>uno <a href="/acta"> </a></p>', ['link-without-text']],
  ['an image with an alternative is the words of its link', `<a href="/acta">${image('Acta')}</a>`, []],
  ['an image without one is not', `<a href="/acta">${image('')}</a>`, ['link-without-text']],
  ['an image comes from the library of the portal', '<p>a</p><img alt="x" />', ['foreign-image']],
  ['an image says what it shows', `<img src="/imagenes/${hash}" />`, ['image-without-alternative']],
  ['an empty alternative declares it an ornament', image(''), []],
  ['an alternative has 255 characters', image('a'.repeat(longestAlternative)), []],
  ['a longer one is a text', image('a'.repeat(longestAlternative + 1)), ['alternative-too-long']],
  ['a table has headers', '<table><tr><td>1</td></tr></table>', ['table-without-headers']],
  ['one header is enough', '<table><tr><th scope="col">1</th></tr></table>', []],
  [
    'the headers of another table are not its own',
    '<table><tr><td>1</td></tr></table><table><tr><th scope="col">1</th></tr></table>',
    ['table-without-headers'],
  ],
  [
    'every fault is said',
    '<h3>A</h3><a>b</a><img alt="" />',
    ['heading-order', 'link-without-address', 'foreign-image'],
  ],
]
for (const [sentence, html, codes] of said) {
  test(sentence, () => {
    assert.deepEqual(
      objectionsToText(html).map(({ code }) => code),
      codes,
    )
  })
}

test('an objection says where it is to be mended', () => {
  assert.deepEqual(objectionsToText('<h3>Uno <em>dos</em></h3>'), [{ code: 'heading-order', text: 'Uno dos' }])
  assert.deepEqual(objectionsToText('<p>a <a href="/acta"></a></p>'), [{ code: 'link-without-text', text: '/acta' }])
})

test('each image of a text is named once', () => {
  const other = 'b1'.repeat(32)
  assert.deepEqual(imagesOf(`${image('a')}${image('b')}<img src="/imagenes/${other}" alt="" />`), [hash, other])
})

test('an image whose size is known keeps its place while it loads', () => {
  const sized = withSizes(image('a'), new Map([[hash, { width: 640, height: 480 }]]))
  assert.match(sized, /^<img src="[^"]*" width="640" height="480" loading="lazy" alt="a" \/>$/)
  assert.equal(withSizes(image('a'), new Map()), image('a'))
})

test('the words alone are read with a space between blocks, and entities once', () => {
  assert.equal(plainOf('<h2>Acta</h2><p>uno<br />dos &amp;lt; &lt;tres&gt;</p>'), 'Acta uno dos &lt; <tres>')
})

test('an opening ends between words, with no comma before its ellipsis', () => {
  assert.equal(opening('<p>uno, dos</p>'), 'uno, dos')
  assert.equal(opening('<p>uno dos, tres cuatro</p>', 14), 'uno dos…')
  assert.equal(opening(`<p>${'a'.repeat(200)}</p>`, 20), 'aaaaaaaaaa…')
})

test('an opening is never longer than what was asked', () => {
  fc.assert(
    fc.property(fc.lorem({ maxCount: 60 }), fc.integer({ min: 2, max: 200 }), (text, most) => {
      assert.ok(opening(`<p>${text}</p>`, most).length <= most)
    }),
  )
})
