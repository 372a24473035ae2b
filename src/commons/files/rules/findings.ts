interface Found {
  readonly severity: 'blocks' | 'must' | 'suggests' | 'informs'
}

const order = ['blocks', 'must', 'suggests', 'informs']

/** More than anybody reads; the counts are of all of them. */
const mostKept = 500

/** The gravest first, and how many keep a file from going out or must be mended or answered. */
export function summed<One extends Found>(found: readonly One[]): { findings: One[]; blocking: number; must: number } {
  const count = (severity: One['severity']) => found.filter((one) => one.severity === severity).length
  const sorted = found.toSorted((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity))
  return { findings: sorted.slice(0, mostKept), blocking: count('blocks'), must: count('must') }
}
