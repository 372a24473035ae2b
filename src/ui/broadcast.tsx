import type { Child } from 'hono/jsx'
import { State } from './state.tsx'
import { Time, type When } from './time.tsx'

interface LiveNowProps {
  /** `En vivo` */
  readonly word: string
  readonly title: Child
  readonly href: string
  /** `Ver la transmisión` */
  readonly action: string
  /** `Hasta las 13:00 horas` */
  readonly until: When
}

/** What is being broadcast at this moment, beside the greeting. */
export const LiveNow = ({ word, title, href, action, until }: LiveNowProps) => (
  <section class="live-now" aria-label={word}>
    <p>
      <State tone="on" word={word} />
    </p>
    <h2>{title}</h2>
    <p class="muted">
      <Time {...until} />
    </p>
    <p>
      <a href={href}>
        {action}
        <span class="hidden">: {title}</span>
      </a>
    </p>
  </section>
)

interface NextDateProps {
  readonly id: string
  /** `Próxima transmisión` */
  readonly heading: string
  /** `21` */
  readonly day: string
  /** `de octubre de 2026` */
  readonly month: string
  /** `miércoles, 11:00 horas` */
  readonly when: When
  readonly title: Child
  readonly href: string
}

/** What comes next, with its day as large as a wall calendar's. */
export const NextDate = ({ id, heading, day, month, when, title, href }: NextDateProps) => (
  <section class="meet" aria-labelledby={id}>
    <h2 id={id}>{heading}</h2>
    <div class="date">
      <span class="day">{day}</span>
      <p>
        <b>{month}</b>
        <br />
        <Time {...when} />
      </p>
    </div>
    <h3>
      <a href={href}>{title}</a>
    </h3>
  </section>
)
