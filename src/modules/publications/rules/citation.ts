/** What a citation needs; the title is in the language of the document. */
export interface Cited {
  readonly institution: string
  readonly year: string
  readonly title: string
  readonly version: number
  readonly address: string
  readonly key: string
}

/** BibTeX reads braces and backslashes as its own; TeX, that sets the text, has seven marks more. */
const bibText = (text: string) =>
  text.replaceAll(/[\\{}]/g, ' ').replaceAll(/[%&$#_~^]/g, (mark) => (/[~^]/.test(mark) ? `\\${mark}{}` : `\\${mark}`))

export const bibtexOf = ({ institution, year, title, version, address, key }: Cited): string =>
  `@misc{${key},
  author = {{${bibText(institution)}}},
  title = {{${bibText(title)}}},
  year = {${year}},
  edition = {${version}},
  url = {${address}}
}
`

/** One tag a line, as reference managers import them; a new line in a value would end it. */
export const risOf = ({ institution, year, title, version, address }: Cited): string =>
  [
    ['TY', 'GOVDOC'],
    ['AU', institution],
    ['TI', title],
    ['PY', year],
    ['ET', String(version)],
    ['UR', address],
    ['ER', ''],
  ]
    .map(([tag, value]) => `${tag}  - ${(value as string).replaceAll(/\s+/g, ' ')}\r\n`)
    .join('')
