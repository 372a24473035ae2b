/** What stands for a caller: an IPv4 address, or the /64 that RFC 6177 gives each subscriber of IPv6, who picks the rest. */
export function networkOf(address: string): string {
  const four = /^(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})(?::\d{1,5})?$/i.exec(address.trim())?.[1]
  if (four) return four
  const [bare = ''] = address.trim().toLowerCase().replaceAll(/[[\]]/g, '').split('%')
  if (!bare.includes(':')) return bare
  const [left = [], right] = bare.split('::').map((half) => half.split(':').filter(Boolean))
  const zeros = right ? Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0') : []
  const groups = [...left, ...zeros, ...(right ?? [])].slice(0, 4)
  return `${groups.map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`
}
