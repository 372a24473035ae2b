export const areaKinds = [
  'governing',
  'executive',
  'technical',
  'administrative',
  'oversight',
  'regional',
  'other',
] as const
export type AreaKind = (typeof areaKinds)[number]

/** Grammatical gender, for titles: directora, director, or whichever form the person is named with. */
export const genders = ['f', 'm', 'n'] as const
export type Gender = (typeof genders)[number]

export const letterings = ['serif', 'sans'] as const
export type Letters = (typeof letterings)[number]

/** A stretch of days: its last one is the day before `valid_to`. */
export interface Lasting {
  readonly valid_from: string
  readonly valid_to: string | null
}

export const livesOn = ({ valid_from, valid_to }: Lasting, day: string): boolean =>
  valid_from <= day && (valid_to === null || day < valid_to)

export const overlap = (one: Lasting, other: Lasting): boolean =>
  (other.valid_to === null || one.valid_from < other.valid_to) &&
  (one.valid_to === null || other.valid_from < one.valid_to)

/** Whether putting `area` under `parent` would make it its own ancestor. */
export function wouldCircle(parents: ReadonlyMap<number, number | null>, area: number, parent: number | null): boolean {
  for (let above = parent, steps = 0; above !== null && steps <= parents.size; steps++) {
    if (above === area) return true
    above = parents.get(above) ?? null
  }
  return false
}

interface Named {
  readonly given_names: string
  readonly family_names: string
  readonly treatment: string
}

/** `Mtra. Rosa Elena Pat Canul`; nothing of a person who was forgotten. */
export const fullName = ({ treatment, given_names, family_names }: Named): string =>
  [treatment, given_names, family_names].filter(Boolean).join(' ')

/** `RP`: the first letters of given and family names. */
export const initialsOf = ({ given_names, family_names }: Pick<Named, 'given_names' | 'family_names'>): string =>
  `${[...given_names][0] ?? ''}${[...family_names][0] ?? ''}`.toLocaleUpperCase('es')

interface Titled {
  readonly title_f: string
  readonly title_m: string
  readonly title_en: string
}

/** The title as it is said of whoever holds the post; both forms of one that is vacant or of neutral gender. */
export function titleOf({ title_f, title_m, title_en }: Titled, gender: Gender): { es: string; en: string } {
  const both = title_f === title_m ? title_f : `${title_f} / ${title_m}`
  const es = gender === 'f' ? title_f : gender === 'm' ? title_m : both
  return { es, en: title_en || es }
}
