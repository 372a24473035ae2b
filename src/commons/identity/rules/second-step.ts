/** RFC 6238: a code lasts half a minute. */
export const stepSeconds = 30
export const stepOf = (now: Date): number => Math.floor(now.getTime() / 1000 / stepSeconds)
/** How many steps before and after are taken, for clocks that run apart. */
export const tolerance = 1
