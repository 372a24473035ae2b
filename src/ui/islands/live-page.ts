import { renew } from './adopt.ts'

// The bell says that something changed, never what. The page then asks for itself again.

/** Rings that come together are answered together. */
const gatherMilliseconds = 120
const longestPauseMilliseconds = 60_000

let waiting: ReturnType<typeof setTimeout> | undefined
let pause = 1000

function rung(): void {
  clearTimeout(waiting)
  waiting = setTimeout(() => {
    // Nobody looks: wait until somebody does.
    if (document.hidden) document.addEventListener('visibilitychange', rung, { once: true })
    else renew().catch(() => undefined)
  }, gatherMilliseconds)
}

function listen(topics: string, again: boolean): void {
  const bell = new EventSource(`/vivo?temas=${encodeURIComponent(topics)}`)
  bell.addEventListener('ring', rung)
  bell.addEventListener('hello', () => {
    pause = 1000
    // What rang while the line was down was not heard.
    if (again) rung()
    again = true
  })
  bell.onerror = () => {
    if (bell.readyState !== EventSource.CLOSED) return
    setTimeout(() => listen(topics, true), pause * (1 + Math.random()))
    pause = Math.min(pause * 2, longestPauseMilliseconds)
  }
}

const topics = document.body.dataset['live']
if (topics) listen(topics, false)
