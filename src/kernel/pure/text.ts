/** Lower case, without accents: what two spellings of a word share. */
export const fold = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** Whether each word that is looked for stands somewhere in the text, whatever its case and accents. */
export const matches = (text: string, wanted: string): boolean => {
  const folded = fold(text)
  return fold(wanted)
    .split(/\s+/)
    .every((word) => folded.includes(word))
}

/** Words joined by hyphens, cut at a word where one fits. */
export function slug(text: string, most = 65): string {
  const joined = fold(text)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  if (joined.length <= most) return joined
  const cut = joined.lastIndexOf('-', most)
  return joined.slice(0, cut > most / 2 ? cut : most).replace(/-+$/, '')
}

/** A sentence that goes on after a name: `Página:` and then `escriba un número.` */
export const afterName = (sentence: string, locale: 'es' | 'en'): string =>
  sentence.slice(0, 1).toLocaleLowerCase(locale) + sentence.slice(1)
