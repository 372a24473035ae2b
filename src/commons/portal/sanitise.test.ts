import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fromMarkdown, htmlOf } from './rules/markdown.ts'
import { sanitise } from './sanitise.ts'

const image = `/imagenes/${'0a'.repeat(32)}`

test('structure stays, and looks go', () => {
  assert.equal(
    sanitise('<h2 style="color:red" class="x" id="y" onclick="z()">Acta</h2><p><font color="red">Hola</font></p>'),
    '<h2>Acta</h2><p>Hola</p>',
  )
  assert.equal(sanitise('<b>uno</b> <i>dos</i>'), '<strong>uno</strong> <em>dos</em>')
})

test("a page's own title is the only first heading, and none is deeper than the fourth", () => {
  assert.equal(sanitise('<h1>A</h1><h2>B</h2><h5>C</h5><h6>D</h6>'), '<h2>A</h2><h2>B</h2><h4>C</h4><h4>D</h4>')
})

const silent: readonly string[] = [
  ...['script', 'style', 'textarea', 'noscript', 'template', 'title', 'svg', 'math', 'iframe', 'object'],
]
for (const tag of silent) {
  test(`nothing of what a <${tag}> says is read`, () => {
    assert.equal(sanitise(`<p>uno</p><${tag}>alert(1)</${tag}><p>dos</p>`), '<p>uno</p><p>dos</p>')
  })
}

const strangers: readonly string[] = [
  ...['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java\tscript:alert(1)', 'java\nscript:alert(1)'],
  ...[
    '&#106;avascript:alert(1)',
    ' javascript:alert(1)',
    '\u0001javascript:alert(1)',
    'vbscript:x',
    'data:text/html,x',
  ],
  ...['//evil.mx', '/\\evil.mx', '\\\\evil.mx', '/\t/evil.mx', 'file:///etc/passwd', 'ftp://evil.mx', 'https://', ''],
  ...['evil.mx:80', 'intent://x', 'blob:https://a.mx/x', 'http://a b.mx'],
]
for (const href of strangers) {
  test(`a link to ${JSON.stringify(href)} leads nowhere`, () => {
    assert.equal(sanitise(`<a href="${href}">Acta</a>`), '<a>Acta</a>')
  })
}

const known: readonly string[] = [
  ...['/', '/transparencia', '/documentos/acta-1?v=2#hoja', '#nota-1', '?pagina=2', 'documentos/acta', 'acta.pdf'],
  ...['https://www.dof.gob.mx/nota', 'http://example.mx:8080/a', 'HTTPS://EXAMPLE.MX/', 'mailto:ut@iea.example'],
]
for (const href of known) {
  test(`a link to ${href} stays`, () => {
    assert.equal(sanitise(`<a href=" ${href} " target="_blank" rel="x">Acta</a>`), `<a href="${href}">Acta</a>`)
  })
}

test('only images of the library of the portal are shown', () => {
  assert.equal(
    sanitise(`<img src="${image}" alt=" Fachada " width="9" onerror="x()">`),
    `<img src="${image}" alt="Fachada" />`,
  )
  for (const src of [
    'https://evil.mx/a.png',
    'data:image/png;base64,AA',
    `${image}?x`,
    `${image}0`,
    `/${image}`,
    'x',
  ]) {
    assert.equal(sanitise(`<img src="${src}" alt="x">`), '<img alt="x" />', src)
  }
})

test('an image without an alternative is not given one', () => {
  assert.equal(sanitise(`<img src="${image}">`), `<img src="${image}" />`)
  assert.equal(sanitise(`<img src="${image}" alt="">`), `<img src="${image}" alt="" />`)
})

test('a heading of a table says what it heads: its column, unless it was its row', () => {
  const table = (th: string) => `<table><tbody><tr>${th}</tr></tbody></table>`
  assert.equal(sanitise(table('<th>Año</th>')), table('<th scope="col">Año</th>'))
  assert.equal(sanitise(table('<th scope="row">Año</th>')), table('<th scope="row">Año</th>'))
  assert.equal(sanitise(table('<th scope="colgroup">Año</th>')), table('<th scope="col">Año</th>'))
})

test('a cell spans from 2 to 50 others', () => {
  const spanning = (text: string) => sanitise(`<td colspan="${text}" rowspan="2">1</td>`)
  for (const span of ['2', '9', '10', '49', '50'])
    assert.equal(spanning(span), `<td colspan="${span}" rowspan="2">1</td>`)
  for (const span of ['0', '1', '51', '99', '100', '-2', '2.5', 'x', '02']) {
    assert.equal(spanning(span), '<td rowspan="2">1</td>', span)
  }
})

test('words are kept in their composed form, however they came, and marks of HTML are left alone', () => {
  assert.equal(sanitise('e&#769;'), '\u00e9')
  assert.equal(
    sanitise('Sesio\u0301n <abbr title="Instituto Ele\u0301ctrico">IE</abbr>'),
    'Sesión <abbr title="Instituto Eléctrico">IE</abbr>',
  )
  assert.equal(sanitise('<p>\u0338hola</p><p>x</p>'), '<p>\u0338hola</p><p>x</p>')
})

/** Pieces that have broken other sanitisers, in any order. */
const piece = fc.oneof(
  fc.constantFrom(
    ...[
      '<',
      '>',
      '"',
      "'",
      '&',
      '/',
      '=',
      ' ',
      '\n',
      '\t',
      '`',
      '\u0000',
      '\u0338',
      '\u0301',
      '\u037e',
      '&lt;',
      '&amp;',
      '&#60;',
    ],
    ...[
      '<p>',
      '</p>',
      '<a href="',
      '<a href=javascript:alert(1)>',
      '</a>',
      '<img src=x onerror=alert(1)>',
      '<script>',
      '</script>',
    ],
    ...[
      '<svg><style>',
      '</style>',
      '<math><mi>',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<table><td colspan="3">',
      '<th scope=row>',
    ],
    ...[
      'javascript:alert(1)',
      '//evil.mx',
      'https://example.mx/',
      'onload="x"',
      '<iframe src="//evil.mx">',
      '<h1>',
      '<b>',
      '<i ',
    ],
    ...[
      '<textarea>',
      '<title>',
      '<noscript>',
      '<template>',
      '<object data=x>',
      `<img src="${image}" alt="`,
      '<ul><li>',
      '<abbr title="',
    ],
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
)
const anything = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''))

test('doing it twice changes nothing', () => {
  fc.assert(
    fc.property(anything, (html) => {
      const once = sanitise(html)
      assert.equal(sanitise(once), once)
    }),
    { numRuns: 2_000 },
  )
})

const permitted =
  /^(?:p|br|h[2-4]|ul|ol|li|a|strong|em|abbr|sup|sub|blockquote|table|caption|thead|tbody|tfoot|tr|th|td|figure|figcaption|img)$/
const attribute = /^ (?:href|src|alt|title|scope|colspan|rowspan)="([^"<>]*)"/

/** Reads the answer as a browser would, tag by tag, and says what is not allowed in it. */
function unlawful(html: string): string[] {
  return [...html.matchAll(/<([^>]*)>?/g)].flatMap(([whole, inside = '']) => {
    const [, name = '', rest = ''] = /^\/?([a-z0-9]*)(.*)$/s.exec(inside) ?? []
    if (!permitted.test(name) || !whole.endsWith('>')) return [whole]
    let left = rest.replace(/ ?\/$/, '')
    while (left !== '') {
      const [all = '', value = ''] = attribute.exec(left) ?? []
      const foreign = all.startsWith(' src=')
        ? !/^\/imagenes\/[0-9a-f]{64}$/.test(value)
        : /^ href="(?:\/\/|\/?\\)/.test(all)
      const scheme = /^ href="([^"/?#]*):/.exec(all)?.[1] ?? 'https'
      if (all === '' || foreign || !/^(?:https?|mailto)$/i.test(scheme)) return [whole]
      left = left.slice(all.length)
    }
    return []
  })
}

test('whatever is written, no script, no look and no foreign image comes out', () => {
  assert.deepEqual(unlawful('<p onclick="x">'), ['<p onclick="x">'])
  assert.deepEqual(unlawful('<a href="javascript:x">'), ['<a href="javascript:x">'])
  assert.deepEqual(unlawful('<img src="//evil.mx/a" />'), ['<img src="//evil.mx/a" />'])
  fc.assert(
    fc.property(anything, (html) => assert.deepEqual(unlawful(sanitise(html)), [])),
    { numRuns: 2_000 },
  )
})

test('and the same holds of what was written in Markdown', () => {
  const mark = fc.constantFrom(
    '**',
    '_',
    '*',
    '[',
    '](',
    ')',
    '![',
    '\n',
    '\n\n',
    '## ',
    '- ',
    '1. ',
    '> ',
    '|',
    '"',
    "'",
    '/_a_/',
  )
  const written = fc.array(fc.oneof(mark, piece), { maxLength: 24 }).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(written, (text) => {
      assert.deepEqual(unlawful(sanitise(fromMarkdown(text))), [])
      assert.deepEqual(unlawful(sanitise(htmlOf(text))), [])
    }),
    { numRuns: 1_000 },
  )
})
