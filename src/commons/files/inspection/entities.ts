/** `&aacute;`, `&#225;` and `&#xe1;` → the letter. Unknown names stay as they are. */
export const decodeEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});?/gi, (whole, name: string) => letterOf(name) ?? whole)
    : text

const letterOf = (name: string): string | undefined => {
  const code = name.startsWith('#') ? numeric(name.slice(1)) : Object.hasOwn(named, name) ? named[name] : undefined
  return code === undefined || code > 0x10ffff ? undefined : String.fromCodePoint(code)
}

const numeric = (digits: string) =>
  /^x/i.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number.parseInt(digits, 10)

/** The five of XML, and those of HTML that pages in Spanish use. */
const named: Readonly<Record<string, number>> = {
  amp: 38,
  lt: 60,
  gt: 62,
  quot: 34,
  apos: 39,
  nbsp: 160,
  iexcl: 161,
  laquo: 171,
  ordf: 170,
  deg: 176,
  ordm: 186,
  raquo: 187,
  iquest: 191,
  aacute: 225,
  eacute: 233,
  iacute: 237,
  oacute: 243,
  uacute: 250,
  uuml: 252,
  ntilde: 241,
  Aacute: 193,
  Eacute: 201,
  Iacute: 205,
  Oacute: 211,
  Uacute: 218,
  Uuml: 220,
  Ntilde: 209,
  ndash: 8211,
  mdash: 8212,
  lsquo: 8216,
  rsquo: 8217,
  ldquo: 8220,
  rdquo: 8221,
  bull: 8226,
  hellip: 8230,
  euro: 8364,
  colon: 58,
  Tab: 9,
  NewLine: 10,
}
