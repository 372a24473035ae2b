import { type Child, useContext } from 'hono/jsx'
import { FieldError, type FieldProps, Optional } from './field.tsx'
import { FillingContext, useChosen, useFieldId, useMistake } from './filling.ts'

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
  const id = useFieldId(props.name)
  const error = useMistake(props, 'choose')
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
          <Box
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
  readonly checked?: boolean | undefined
  readonly error?: string | undefined
}

/** A single box to tick. */
export const Choice = ({ checked, ...props }: ChoiceProps) => {
  const chosen = useChosen(props.name, undefined).has(props.value)
  const sentBack = useContext(FillingContext).reasons.length > 0
  return (
    <Box
      kind="checkbox"
      id={useFieldId(props.name)}
      {...props}
      checked={sentBack ? chosen : (checked ?? chosen)}
      error={useMistake(props, 'choose')}
    />
  )
}

interface BoxProps extends ChoiceProps {
  readonly kind: 'radio' | 'checkbox'
  readonly id: string
}

const Box = ({ name, value, label, hint, kind, id, checked, error }: BoxProps) => (
  <div class="choice">
    <input
      type={kind}
      name={name}
      value={value}
      id={id}
      checked={checked}
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
