import { useWords } from './speaking.ts'

export interface Step {
  readonly label: string
  readonly state?: 'done' | 'current' | 'stopped' | undefined
}

/** The path a matter follows, and where it stands. */
export const Steps = ({ items, label }: { items: readonly Step[]; label?: string | undefined }) => {
  const words = useWords()
  return (
    <ol class="path" aria-label={label ?? words.progress}>
      {items.map(({ label: name, state }) => (
        <li
          class={state === 'done' || state === 'stopped' ? state : undefined}
          aria-current={state === 'current' || state === 'stopped' ? 'step' : undefined}
        >
          {name}
        </li>
      ))}
    </ol>
  )
}
