import type { Child } from 'hono/jsx'
import { useFieldId } from './filling.ts'
import { Icon } from './icons.tsx'
import { useWords } from './speaking.ts'

export interface FieldProps {
  readonly name: string
  readonly label: string
  readonly hint?: Child
  readonly optional?: boolean | undefined
  /** What is asked of whoever leaves it empty, where `Escriba «{label}»` does not say it well. */
  readonly ask?: string | undefined
  readonly error?: string | undefined
  /** Label only for those who listen. */
  readonly quiet?: boolean | undefined
}

/** Label, hint, error, control: always in this order, and tied together. */
export const Field = ({ name, label, hint, optional, error, quiet, children }: FieldProps & { children?: Child }) => {
  const id = useFieldId(name)
  return (
    <div class={error ? 'field field--bad' : 'field'}>
      <label for={id} class={quiet ? 'hidden' : undefined}>
        {label} {optional && <Optional />}
      </label>
      {hint && (
        <span class="hint" id={`${id}-ayuda`}>
          {hint}
        </span>
      )}
      {error && <FieldError id={id} text={error} />}
      {children}
    </div>
  )
}

export const Optional = () => <span class="opt">({useWords().optional})</span>

export const FieldError = ({ id, text }: { id: string; text: string }) => (
  <span class="error" id={`${id}-error`}>
    <Icon name="circle-alert" />
    <span>
      <span class="hidden">{useWords().error}: </span>
      {text}
    </span>
  </span>
)

/** The attributes that tie a control to its label, hint and error. */
export function controlOf(field: Pick<FieldProps, 'name' | 'hint' | 'error'>, extra?: string) {
  const id = useFieldId(field.name)
  const described = [field.hint && `${id}-ayuda`, field.error && `${id}-error`, extra].filter(Boolean).join(' ')
  return {
    id,
    name: field.name,
    'aria-describedby': described || undefined,
    'aria-invalid': field.error ? ('true' as const) : undefined,
  }
}
