import { localDateOf, localTimeOf, longDate, weekdayDate } from '#kernel/pure/dates'
import type { Locale } from '#kernel/words'
import { LiveNow, NextDate } from '#ui'
import type { broadcastsNow } from '../queries/broadcasts.ts'
import { words } from '../words.ts'
import { spoken, Told } from './speech.tsx'

type Broadcast = Awaited<ReturnType<typeof broadcastsNow>>['live'][number]
interface Props {
  readonly broadcast: Broadcast
  readonly zone: string
  readonly locale: Locale
}

/** A broadcast while it is live. */
export const Live = ({ broadcast, zone, locale }: Props) => {
  const said = words[locale].portal
  const { href, title_es, title_en, until_at } = broadcast
  return (
    <LiveNow
      word={said.live}
      title={<Told {...spoken(locale, title_es, title_en)} />}
      href={href}
      action={said.watch}
      until={{ iso: until_at.toISOString(), text: said.liveUntil(localTimeOf(until_at, zone)) }}
    />
  )
}

/** The next one, by its day. */
export const Next = ({ broadcast, zone, locale }: Props) => {
  const said = words[locale].portal
  const { href, title_es, title_en, from_at } = broadcast
  const date = localDateOf(from_at, zone)
  const day = String(Number(date.slice(8)))
  const whole = longDate(date, locale)
  const weekday = weekdayDate(date, locale).replace(` ${whole}`, '')
  return (
    <NextDate
      id="proxima-transmision"
      heading={said.nextBroadcast}
      day={day}
      month={whole.slice(day.length + 1)}
      when={{ iso: from_at.toISOString(), text: said.atHour(weekday, localTimeOf(from_at, zone)) }}
      title={<Told {...spoken(locale, title_es, title_en)} />}
      href={href}
    />
  )
}
