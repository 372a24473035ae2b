export interface Shortcut {
  readonly label: string
  readonly href: string
}

/** One per line: `minutas | /sesiones/minutas`, or only the words, which are then searched; without words, none. */
export const shortcutsOf = (written: string): Shortcut[] =>
  written
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [label = '', href = ''] = line.split('|').map((part) => part.trim())
      return { label, href: href || searchOf(label) }
    })
    .filter(({ label }) => label !== '')

const searchOf = (words: string) => `/buscar?q=${encodeURIComponent(words)}`

/** The same as it was written, for the form. */
export const writtenOf = (shortcuts: readonly Shortcut[]): string =>
  shortcuts.map(({ label, href }) => (href === searchOf(label) ? label : `${label} | ${href}`)).join('\n')
