import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { contrastOf, hexOf, oklchOf, parseHex, parseOklch, type Rgb, rgbOf } from './contrast.ts'
import { houseColours, type InstitutionTheme, themeCss, themeFaults } from './theme.ts'

type Tokens = ReadonlyMap<string, string>

const css = readFileSync(join(import.meta.dirname, 'styles/tokens.css'), 'utf8')
const themes = themesIn(css)

/** Words and what they stand on: 4.5:1 (WCAG 2.2, 1.4.3). */
const words: readonly [string, readonly string[]][] = [
  ['ink', ['paper', 'surface', 'sunken', 'raised', 'accent-soft', 'mark']],
  ['ink-2', ['paper', 'surface', 'sunken', 'raised']],
  ['ink-3', ['paper', 'surface', 'sunken', 'raised']],
  ['accent', ['paper', 'surface', 'sunken', 'raised', 'accent-soft']],
  ['accent-strong', ['paper', 'surface', 'raised']],
  ['ok', ['paper', 'surface', 'ok-soft']],
  ['warn', ['paper', 'surface', 'warn-soft']],
  ['bad', ['paper', 'surface', 'raised', 'bad-soft']],
  ['on-accent', ['accent', 'accent-strong']],
  ['on-bad', ['bad']],
  ['surface', ['ink']],
]
/** Edges of what can be used, and shapes that say something: 3:1 (1.4.11). */
const controls: readonly [string, readonly string[]][] = [
  ['line-strong', ['paper', 'surface']],
  ['accent', ['track', 'paper']],
  ['warn', ['track']],
  ['bad', ['track']],
  ['ink', ['focus']],
]

for (const [name, tokens] of themes) {
  test(`every word can be read in the ${name} theme`, () => assert.deepEqual(faults(tokens, words, 4.5), []))
  test(`every control can be made out in the ${name} theme`, () => {
    const wanted = name === 'dark' || name === 'auto' ? controls.slice(0, -1) : controls
    assert.deepEqual(faults(tokens, wanted, 3), [])
  })
}

test('the theme that follows the system is the dark one, word for word', () => {
  assert.deepEqual(own('auto'), own('dark'))
})

test('a pair that fails is found', () => {
  const pale = new Map([...(themes.get('light') ?? []), ['ink-3', 'oklch(0.7 0.015 215)']])
  assert.ok(faults(pale, words, 4.5).some((fault) => fault.startsWith('ink-3 on paper')))
})

test('a chooser of colours begins at the colours of the house', () => {
  const [light = new Map()] = themes.values()
  const { accent, ink } = houseColours
  assert.deepEqual({ accent: hexOf(colour(light, 'accent')), ink: hexOf(colour(light, 'ink')) }, { accent, ink })
})

test('no style but the tokens names a colour', () => {
  const index = readFileSync(join(import.meta.dirname, 'styles/index.css'), 'utf8')
  const files = [...index.matchAll(/@import "\.\/([\w-]+\.css)"/g)].map(([, file]) => file ?? '')
  assert.ok(files.length > 30)
  const literal = /oklch\(|rgba?\(|hsla?\(|#[0-9a-f]{3,8}\b/i
  const guilty = files.filter((file) => file !== 'tokens.css' && literal.test(style(file)))
  assert.deepEqual(guilty, [])
})

test('colours survive the way to oklch and back', () => {
  for (const hex of ['#0b5660', '#ffffff', '#000000', '#a1192b', '#7f00ff']) {
    assert.equal(hexOf(rgbOf(oklchOf(parseHex(hex) ?? [0, 0, 0]))), hex)
  }
  assert.equal(contrastOf([0, 0, 0], [1, 1, 1]).toFixed(1), '21.0')
  assert.equal(contrastOf(parseHex('#777777') ?? [0, 0, 0], [1, 1, 1]).toFixed(2), '4.48')
})

test('an institution may choose any colour that can be read, and its whole family then can', () => {
  for (const accent of ['#9d2449', '#0b5660', '#5a189a', '#00563f', '#1d1d1b', '#b02a00']) {
    assert.deepEqual(themeFaults({ accent }), [])
    for (const [name, tokens] of themesIn(`${css}\n${themeCss({ accent })}`)) {
      assert.deepEqual(faults(tokens, words, 4.5), [], `${accent} in ${name}`)
    }
  }
})

test('a colour that cannot be read is refused', () => {
  const tried = (theme: InstitutionTheme) => themeFaults(theme)
  assert.deepEqual(tried({ accent: '#ffcc00' }), ['accent-too-light'])
  assert.deepEqual(tried({ accent: '#0b5660', ink: '#888888' }), ['ink-too-light'])
  assert.deepEqual(tried({ accent: 'red;}body{display:none' }), ['not-a-colour'])
  assert.deepEqual(tried({ accent: '#0b5660', sans: 'x";}' }), ['not-a-font'])
  assert.throws(() => themeCss({ accent: '#ffcc00' }))
})

function faults(tokens: Tokens, pairs: typeof words, least: number): string[] {
  return pairs.flatMap(([front, grounds]) =>
    grounds.flatMap((ground) => {
      const ratio = contrastOf(colour(tokens, front), colour(tokens, ground))
      return ratio < least ? [`${front} on ${ground}: ${ratio.toFixed(2)}`] : []
    }),
  )
}

function colour(tokens: Tokens, name: string): Rgb {
  const oklch = parseOklch(tokens.get(name) ?? '')
  if (!oklch) throw new Error(`--${name} is no plain colour: ${tokens.get(name)}`)
  return rgbOf(oklch)
}

/** Each theme as it computes: its own tokens over those of `:root`. */
function themesIn(text: string): Map<string, Tokens> {
  const found = new Map<string, Map<string, string>>([['light', new Map()]])
  for (const [, theme, body] of text.matchAll(/:root(?:\[data-theme="(\w+)"\])?\s*\{([^}]*)\}/g)) {
    if (theme === undefined && body?.includes('var(--ink)')) continue
    const name = theme ?? 'light'
    const tokens = found.get(name) ?? new Map<string, string>()
    for (const [, key, value] of body?.matchAll(/--([\w-]+):\s*([^;]+)/g) ?? []) tokens.set(key ?? '', value ?? '')
    found.set(name, tokens)
  }
  const root = found.get('light') ?? new Map<string, string>()
  return new Map([...found].map(([name, tokens]) => [name, new Map([...root, ...tokens])]))
}

function own(theme: string): string[] {
  const at = css.indexOf(`[data-theme="${theme}"] {`)
  return css
    .slice(css.indexOf('{', at) + 1, css.indexOf('}', at))
    .split(';')
    .map((line) => line.trim())
}

function style(file: string): string {
  return readFileSync(join(import.meta.dirname, 'styles', file), 'utf8')
}
