const grouped = new Intl.NumberFormat('es-MX')
/** `11,448` */
export const count = (value: number): string => grouped.format(value)
/** `37.72 %`, of a ratio. */
export const percent = (ratio: number, digits = 2): string => `${(ratio * 100).toFixed(digits)} %`

const units = ['bytes', 'kB', 'MB', 'GB', 'TB']
/** `18.4 MB`, in powers of ten, as disks and browsers count. */
export function bytes(value: number): string {
  let [amount, unit] = [value, 0]
  while (amount >= 999.5 && unit < units.length - 1) {
    amount /= 1000
    unit++
  }
  const text = unit > 1 && amount < 100 ? amount.toFixed(1).replace(/\.0$/, '') : String(Math.round(amount))
  return `${unit === 0 ? count(amount) : text} ${units[unit]}`
}

/** `1 d 5 h`, `6 h 40 min`; a day has `dayMinutes`, which for service clocks is a working day. */
export function duration(minutes: number, dayMinutes = 1440): string {
  const whole = Math.max(0, Math.round(minutes))
  const days = Math.floor(whole / dayMinutes)
  const hours = Math.floor((whole % dayMinutes) / 60)
  const rest = (whole % dayMinutes) % 60
  const parts = [days && `${days} d`, hours && `${hours} h`, !days && rest && `${rest} min`].filter(Boolean)
  return parts.length > 0 ? parts.join(' ') : '0 min'
}
