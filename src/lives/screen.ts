import type { Output } from '#kernel/terminal'
import type { Locale } from '#kernel/words'

/** Speaks to a terminal: answers on standard output, everything else on standard error. */
export function openScreen(json: boolean, locale: Locale): Output {
  const bar = progressBar()
  return {
    locale,
    line(text) {
      bar.clear()
      process[json ? 'stderr' : 'stdout'].write(`${text}\n`)
    },
    data(value, text) {
      bar.clear()
      process.stdout.write(json ? `${JSON.stringify(value)}\n` : `${text()}\n`)
    },
    progress: bar.show,
    error(text) {
      bar.clear()
      process.stderr.write(`${text}\n`)
    },
  }
}

const width = 24

/** Drawn in place on a terminal; elsewhere a line now and then, so that a log tells how far it is. */
function progressBar() {
  let shown = false
  let tenth = -1
  return {
    show(done: number, total: number, label: string) {
      const part = total === 0 ? 1 : done / total
      if (!process.stderr.isTTY) {
        if (Math.floor(part * 10) === tenth) return
        tenth = Math.floor(part * 10)
        process.stderr.write(`${label}: ${done}/${total}\n`)
        return
      }
      const full = Math.round(part * width)
      process.stderr.write(`\r\x1b[2K${'█'.repeat(full)}${'░'.repeat(width - full)} ${done}/${total} ${label}`)
      shown = true
      if (done === total) this.clear()
    },
    clear() {
      if (shown) process.stderr.write('\r\x1b[2K')
      shown = false
    },
  }
}
