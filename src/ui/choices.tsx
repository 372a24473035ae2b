import type { Child } from 'hono/jsx'
import { FieldError, type FieldProps, Optional } from './field.tsx'
import { fieldId, useChosen, useFilled } from './filling.ts'

export interface ChoiceOption {
  readonly value: string
  readonly label: string
  readonly hint?: Child
}

interface ChoicesProps extends FieldProps {
  readonly kind: 'radio' | 'checkbox'
  readonly options: readonly ChoiceOption[]
  readonly value?: string | readonly string[] | undefined
  /** Side by side, when the words are short. */
  readonly inline?: boolean | undefined
}

/** One of several, or several of several. The first stands at the field's address. */
export const Choices = ({ kind, options, value, inline, ...props }: ChoicesProps) => {
  const id = fieldId(props.name)
  const { error } = useFilled({ name: props.name, error: props.error })
  const chosen = useChosen(props.name, value)
  const described = [props.hint && `${id}-ayuda`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  return (
    <fieldset class={error ? 'field field--bad' : 'field'} aria-describedby={described}>
      <legend class={props.quiet ? 'hidden' : undefined}>
        {props.label} {props.optional && <Optional />}
      </legend>
      {props.hint && (
        <span class="hint" id={`${id}-ayuda`}>
          {props.hint}
        </span>
      )}
      {error && <FieldError id={id} text={error} />}
      <div class={inline ? 'choices choices--inline' : 'choices'}>
        {options.map((option, at) => (
          <Choice
            kind={kind}
            name={props.name}
            id={at === 0 ? id : `${id}-${at + 1}`}
            checked={chosen.has(option.value)}
            {...option}
          />
        ))}
      </div>
    </fieldset>
  )
}

interface ChoiceProps extends ChoiceOption {
  readonly name: string
  readonly kind?: 'radio' | 'checkbox' | undefined
  readonly id?: string | undefined
  readonly checked?: boolean | undefined
  readonly error?: string | undefined
}

/** A single box to tick, or one of `Choices`. */
export const Choice = ({
  name,
  value,
  label,
  hint,
  kind = 'checkbox',
  id = fieldId(name),
  checked,
  error,
}: ChoiceProps) => (
  <div class="choice">
    <input
      type={kind}
      name={name}
      value={value}
      id={id}
      checked={checked ?? useChosen(name, undefined).has(value)}
      aria-describedby={[hint && `${id}-nota`, error && `${id}-error`].filter(Boolean).join(' ') || undefined}
      aria-invalid={error ? 'true' : undefined}
    />
    <label for={id}>{label}</label>
    {hint && (
      <span class="hint" id={`${id}-nota`}>
        {hint}
      </span>
    )}
    {error && <FieldError id={id} text={error} />}
  </div>
)
