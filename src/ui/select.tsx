import { controlOf, Field, type FieldProps } from './field.tsx'
import { useFilled } from './filling.ts'
import { useWords } from './speaking.ts'

export interface Option {
  readonly value: string
  readonly label: string
}
export interface OptionGroup {
  readonly title: string
  readonly options: readonly Option[]
}

interface SelectProps extends FieldProps {
  readonly options: readonly (Option | OptionGroup)[]
  readonly value?: string | number | null | undefined
  /** Words of the empty choice; `null` when there is none. */
  readonly none?: string | null | undefined
}

export const Select = ({ options, none, ...props }: SelectProps) => {
  const { value, error } = useFilled(props, 'choose')
  const empty = none === undefined ? useWords().choose : none
  return (
    <Field {...props} error={error}>
      <select class="select" {...controlOf({ ...props, error })}>
        {empty !== null && <option value="">{empty}</option>}
        {options.map((each) =>
          'options' in each ? (
            <optgroup label={each.title}>
              {each.options.map((option) => (
                <Entry option={option} chosen={value} />
              ))}
            </optgroup>
          ) : (
            <Entry option={each} chosen={value} />
          ),
        )}
      </select>
    </Field>
  )
}

const Entry = ({ option: { value, label }, chosen }: { option: Option; chosen: string }) => (
  <option value={value} selected={value === chosen}>
    {label}
  </option>
)
