import { contrastOf, type Oklch, oklchOf, parseHex, parseOklch, type Rgb, rgbOf } from './contrast.ts'

// An institution gives one colour, perhaps letters; the rest of the family is drawn from it so that it can be read.

export interface InstitutionTheme {
  /** `#0b5660`: actions and links. */
  readonly accent: string
  /** Titles and rules; the house's own ink when absent. */
  readonly ink?: string | undefined
  /** Names of families already on people's computers, or served by the same sheet. */
  readonly sans?: string | undefined
  readonly serif?: string | undefined
}

export type ThemeFault = 'not-a-colour' | 'accent-too-light' | 'ink-too-light' | 'not-a-font'

/** Grounds on which words stand in each theme: the lightest and the darkest of them. */
const grounds = { light: '#f3f5f4', dark: '#1d2627', contrast: '#ffffff' } as const

/** The ground of words, and how much each colour must stand out from it: text asks 4.5:1, small ink 7:1. */
export const readability = { ground: grounds.light, accent: 4.5, ink: 7 } as const

/** What stands while the institution gives none: those of tokens.css, as a chooser of colours names them. */
export const houseColours = { accent: '#005c62', ink: '#111e22' } as const

/** Why these colours cannot be used; empty when they can. Text asks 4.5:1, small ink 7:1. */
export function themeFaults({ accent, ink, sans, serif }: InstitutionTheme): ThemeFault[] {
  const faults: ThemeFault[] = []
  const paper = rgb(grounds.light)
  const [accentRgb, inkRgb] = [parseHex(accent), ink === undefined ? undefined : parseHex(ink)]
  if (!accentRgb || (ink !== undefined && !inkRgb)) faults.push('not-a-colour')
  if (accentRgb && contrastOf(accentRgb, paper) < readability.accent) faults.push('accent-too-light')
  if (inkRgb && contrastOf(inkRgb, paper) < readability.ink) faults.push('ink-too-light')
  if ([sans, serif].some((font) => font !== undefined && !/^[\p{L}\d][\p{L}\d -]{0,60}$/u.test(font))) {
    faults.push('not-a-font')
  }
  return faults
}

/** The small stylesheet that lays an institution's identity over the house's. Throws on a theme with faults. */
export function themeCss(theme: InstitutionTheme): string {
  const faults = themeFaults(theme)
  if (faults.length > 0) throw new Error(`This theme cannot be used: ${faults.join(', ')}.`)
  const [, chroma, hue] = oklchOf(rgb(theme.accent))
  const light = block({ ...lightFamily(oklchOf(rgb(theme.accent))), ...lettersOf(theme) })
  const dark = block(darkFamily(chroma, hue))
  return [
    `:root{${light}}`,
    `:root[data-theme="dark"]{${dark}}`,
    `@media (prefers-color-scheme:dark){:root[data-theme="auto"]{${dark}}}`,
    `:root[data-theme="contrast"]{${block(contrastFamily(chroma, hue))}}`,
  ].join('\n')
}

type Family = Readonly<Record<string, Oklch | string>>

const lightFamily = ([lightness, chroma, hue]: Oklch): Family => ({
  accent: [lightness, chroma, hue],
  'accent-strong': [Math.max(0.2, lightness - 0.08), chroma * 0.85, hue],
  'accent-soft': [0.948, Math.min(chroma, 0.022), hue],
  'accent-line': [0.78, Math.min(chroma, 0.06), hue],
  'on-accent': [1, 0, 0],
})

const darkFamily = (chroma: number, hue: number): Family => ({
  accent: readable([0.815, Math.min(chroma, 0.09), hue], rgb(grounds.dark), 7),
  'accent-strong': [0.88, Math.min(chroma, 0.07), hue],
  'accent-soft': [0.305, Math.min(chroma, 0.04), hue],
  'accent-line': [0.48, Math.min(chroma, 0.06), hue],
  'on-accent': [0.19, Math.min(chroma, 0.025), hue],
})

const contrastFamily = (chroma: number, hue: number): Family => ({
  accent: [0.3, Math.min(chroma, 0.06), hue],
  'accent-strong': [0.22, Math.min(chroma, 0.045), hue],
  'accent-soft': [0.935, Math.min(chroma, 0.03), hue],
  'accent-line': [0.3, Math.min(chroma, 0.06), hue],
  'on-accent': [1, 0, 0],
})

function lettersOf({ ink, sans, serif }: InstitutionTheme): Family {
  return {
    ...(ink ? { ink: ink.toLowerCase(), rule: ink.toLowerCase() } : {}),
    ...(sans ? { sans: `"${sans}","Source Sans 3",sans-serif` } : {}),
    ...(serif ? { serif: `"${serif}","Newsreader",serif` } : {}),
  }
}

/** The same hue, lighter until it can be read on a dark ground. */
function readable([lightness, chroma, hue]: Oklch, ground: Rgb, least: number): Oklch {
  let light = lightness
  while (light < 1 && contrastOf(rgbOf([light, chroma, hue]), ground) < least) light += 0.01
  return [Math.min(light, 1), chroma, hue]
}

const block = (family: Family): string =>
  Object.entries(family)
    .map(([name, value]) => `--${name}:${typeof value === 'string' ? value : written(value)}`)
    .join(';')

const written = ([lightness, chroma, hue]: Oklch): string =>
  `oklch(${lightness.toFixed(3)} ${chroma.toFixed(3)} ${hue.toFixed(1)})`

function rgb(text: string): Rgb {
  const oklch = parseOklch(text)
  const found = oklch ? rgbOf(oklch) : parseHex(text)
  if (!found) throw new Error(`Not a colour: ${text}`)
  return found
}
