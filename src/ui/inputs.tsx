import { controlOf, Field, type FieldProps } from './field.tsx'
import { useFieldId, useFilled } from './filling.ts'
import { useWords } from './speaking.ts'

interface Valued extends FieldProps {
  readonly value?: string | number | null | undefined
  /** As HTML names it: `email`, `current-password`, `one-time-code`, `off`… */
  readonly autocomplete?: string | undefined
  readonly autofocus?: boolean | undefined
}

interface TextInputProps extends Valued {
  readonly type?: 'text' | 'email' | 'password' | 'search' | 'tel' | 'url' | 'number' | undefined
  readonly size?: 'small' | 'medium' | undefined
  readonly inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'url' | undefined
  readonly placeholder?: string | undefined
  /** Most characters the browser lets in; the server says it too. */
  readonly longest?: number | undefined
  /** Values to suggest while typing. */
  readonly suggestions?: readonly string[] | undefined
}

export const TextInput = ({ type = 'text', size, longest, suggestions, ...props }: TextInputProps) => {
  const { value, error } = useFilled(props)
  const id = useFieldId(props.name)
  const list = suggestions && `${id}-lista`
  return (
    <Field {...props} error={error}>
      <input
        class={size ? `input input--${size}` : 'input'}
        type={type}
        value={type === 'password' ? undefined : value}
        {...controlOf({ ...props, error })}
        autocomplete={props.autocomplete}
        autofocus={props.autofocus}
        inputmode={props.inputmode}
        placeholder={props.placeholder}
        maxlength={longest}
        list={list}
      />
      {suggestions && (
        <datalist id={list}>
          {suggestions.map((each) => (
            <option value={each} />
          ))}
        </datalist>
      )}
    </Field>
  )
}

/** `value` as `2027-10-16`; each browser asks in its reader's manner. */
export const DateInput = (props: Valued & { readonly earliest?: string; readonly latest?: string }) => (
  <Moment {...props} type="date" />
)

/** `value` as `2027-10-16T14:30`, in the institution's time. */
export const DateTimeInput = (props: Valued & { readonly earliest?: string; readonly latest?: string }) => (
  <Moment {...props} type="datetime-local" />
)

interface MomentProps extends Valued {
  readonly type: 'date' | 'datetime-local'
  readonly earliest?: string | undefined
  readonly latest?: string | undefined
}

const Moment = ({ type, earliest, latest, ...props }: MomentProps) => {
  const { value, error } = useFilled(props)
  const control = controlOf({ ...props, error })
  return (
    <Field {...props} error={error}>
      <input class="input input--small" type={type} value={value} min={earliest} max={latest} {...control} />
    </Field>
  )
}

interface TextAreaProps extends Valued {
  readonly rows?: number | undefined
  /** Characters allowed; a counter says how many are left. */
  readonly limit?: number | undefined
}

export const TextArea = ({ rows = 4, limit, ...props }: TextAreaProps) => {
  const { value, error } = useFilled(props)
  const words = useWords()
  const id = useFieldId(props.name)
  const counter = limit === undefined ? undefined : `${id}-cuenta`
  const said = limit === undefined ? '' : words.charactersOf(limit)
  return (
    <Field {...props} error={error}>
      <textarea class="area" rows={rows} data-limit={limit} {...controlOf({ ...props, error }, counter)}>
        {value}
      </textarea>
      {counter && (
        <span class="hint num" id={counter} data-said={said}>
          {said.replace('{n}', String([...value].length))}
        </span>
      )}
    </Field>
  )
}
