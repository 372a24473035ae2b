/**
 * RFC 8785: one text for one value. Members sorted by UTF-16 code units, numbers as ECMAScript writes them.
 * Throws a TypeError that names the path of what JSON cannot say.
 */
export function canonicalJson(value: unknown, path = '$'): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${path} is ${value}, which JSON cannot say.`)
    return JSON.stringify(value)
  }
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new TypeError(`${path} holds half of a surrogate pair.`)
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map((item, index) => canonicalJson(item, `${path}[${index}]`)).join(',')}]`
  if (typeof value !== 'object') throw new TypeError(`${path} is ${typeof value}, which JSON cannot say.`)
  const members = Object.keys(value)
    .sort()
    .map((name) => {
      if (!name.isWellFormed()) throw new TypeError(`A member's name in ${path} holds half of a surrogate pair.`)
      const member = (value as Record<string, unknown>)[name]
      return `${JSON.stringify(name)}:${canonicalJson(member, `${path}.${name}`)}`
    })
  return `{${members.join(',')}}`
}
