export interface PlacedName {
  /** The last part of what was sent, never empty. */
  readonly name: string
  /** Folders below whatever the person chose, `2026/marzo`; empty when none, or when they cannot be believed. */
  readonly folder: string
}

/** Browsers send names of files, names with folders, and now and then whole paths of somebody's machine. */
export function placedName(sent: string): PlacedName | undefined {
  const parts = sent.normalize('NFC').split(/[/\\]/)
  const name = tidy(parts.pop() ?? '')
  if (name === '') return undefined
  const absolute = parts[0] === '' || /^[A-Za-z]:/.test(parts[0] ?? '')
  if (absolute || parts.some((part) => part.trim() === '..') || parts.length > deepest) return { name, folder: '' }
  const folder = parts.map(tidy).filter((part) => part !== '')
  return { name, folder: folder.join('/') }
}

const deepest = 12
/** The longest that disks take, in characters of the largest kind. */
const longest = 120

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are left out.
const unseen = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g

/** Keeps the extension of a name that is cut; a part of dots alone is nobody's name. */
function tidy(part: string): string {
  const clean = part
    .replace(/[\t-\r]+/g, ' ')
    .replace(unseen, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (/^\.*$/.test(clean)) return ''
  if ([...clean].length <= longest) return clean
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(clean)?.[0] ?? ''
  return [...clean].slice(0, longest - extension.length).join('') + extension
}
