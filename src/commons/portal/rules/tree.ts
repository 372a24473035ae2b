/** Where a section shows. */
export type Portal = 'internet' | 'intranet' | 'both'

/** A section as it stands in the tree. */
export interface Section {
  readonly id: number
  readonly parentId: number | null
  readonly slug: string
  /** `/transparencia/remuneraciones` */
  readonly path: string
  /** 1 for those of the home page. */
  readonly depth: number
  readonly position: number
  readonly titleEs: string
  readonly titleEn: string | null
  readonly summaryEs: string
  readonly summaryEn: string
  readonly portal: Portal
  /** Whom its place in the tree lets in: below an intranet section everything is intranet. */
  readonly audience: 'public' | 'intranet'
  /** Endings of the files it takes, without the dot; null takes what the house takes. */
  readonly allowedExtensions: readonly string[] | null
  readonly largestBytes: number | null
  readonly version: number
}
export type Planted = Omit<Section, 'path' | 'depth' | 'audience'>

export const deepestSection = 6

/** The open sections in the order of a table of contents; what hangs from a closed section is closed with it. */
export function treeOf(planted: readonly Planted[]): Section[] {
  const below = Map.groupBy(planted, ({ parentId }) => parentId ?? 0)
  const grow = (parent: Section | undefined): Section[] =>
    (below.get(parent?.id ?? 0) ?? [])
      .toSorted((a, b) => a.position - b.position || a.id - b.id)
      .flatMap((each) => {
        const section: Section = {
          ...each,
          path: `${parent?.path ?? ''}/${each.slug}`,
          depth: (parent?.depth ?? 0) + 1,
          audience: each.portal === 'intranet' || parent?.audience === 'intranet' ? 'intranet' : 'public',
        }
        return [section, ...grow(section)]
      })
  return grow(undefined)
}

/** The section and everything that hangs from it. */
export function branchOf(tree: readonly Section[], id: number): Section[] {
  const inside = new Set([id])
  for (const { id: each, parentId } of tree) if (parentId !== null && inside.has(parentId)) inside.add(each)
  return tree.filter((section) => inside.has(section.id))
}

/** The way down to a section: its ancestors from the top, without itself. */
export function ancestorsOf(tree: readonly Section[], section: Section): Section[] {
  const parent = tree.find(({ id }) => id === section.parentId)
  return parent ? [...ancestorsOf(tree, parent), parent] : []
}

export type MoveObjection = 'under-itself' | 'too-deep' | 'no-parent'

/** Why a section may not hang from that parent; `parent` null is the top of the tree. */
export function objectionToMove(
  tree: readonly Section[],
  id: number,
  parent: number | null,
): MoveObjection | undefined {
  const branch = branchOf(tree, id)
  if (branch.some((section) => section.id === parent)) return 'under-itself'
  const target = tree.find((section) => section.id === parent)
  if (parent !== null && !target) return 'no-parent'
  const root = branch[0]?.depth ?? 1
  const height = Math.max(...branch.map(({ depth }) => depth - root), 0) + 1
  return (target?.depth ?? 0) + height > deepestSection ? 'too-deep' : undefined
}
