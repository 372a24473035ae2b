import type { Child } from 'hono/jsx'

interface MeterProps {
  readonly label: string
  readonly value: number
  readonly of: number
  readonly tone?: 'ok' | 'warn' | 'bad' | undefined
}

/** How much of a known whole. */
export const Meter = ({ label, value, of, tone }: MeterProps) => (
  <meter class={classOf(tone)} min={0} max={of} value={Math.min(value, of)} aria-label={label} />
)

const classOf = (tone: MeterProps['tone']): string => (tone ? `meter meter--${tone}` : 'meter')

interface ProgressProps {
  readonly label: string
  /** Absent while nobody knows how much there is. */
  readonly value?: number | undefined
  readonly of?: number | undefined
  /** `74 de 111`, already written. */
  readonly figure?: string | undefined
  /** How long is left, and that one may leave and come back. */
  readonly note?: Child
}

/** Work under way. */
export const Progress = ({ label, value, of, figure, note }: ProgressProps) => (
  <div class="clock">
    <div class="row row--between">
      <span>{label}</span>
      {figure && <b>{figure}</b>}
    </div>
    <progress class="meter" max={of} value={value} aria-label={label} />
    {note && <span class="muted">{note}</span>}
  </div>
)

interface ClockProps {
  readonly label: string
  /** `6 h 40 min`, already written, and `de 8 h`. */
  readonly used: string
  readonly allowed?: string | undefined
  /** Share of the time that is gone, from 0 to 100. */
  readonly percent: number
  readonly tone?: 'ok' | 'warn' | 'bad' | undefined
  /** For whom it runs and when it ends. */
  readonly note?: Child
}

/** A term that runs: used, allowed, and for whom. */
export const Clock = ({ label, used, allowed, percent, tone, note }: ClockProps) => (
  <div class="clock">
    <div class="row row--between">
      <span>{label}</span>
      <span>
        <b>{used}</b> {allowed && <span class="muted">{allowed}</span>}
      </span>
    </div>
    <Meter label={label} value={percent} of={100} tone={tone} />
    {note && <span class="muted">{note}</span>}
  </div>
)
