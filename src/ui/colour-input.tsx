import { contrastOf, parseHex } from './contrast.ts'
import { controlOf, Field, type FieldProps } from './field.tsx'
import { useFilled } from './filling.ts'
import { useWords } from './speaking.ts'

interface ColourInputProps extends FieldProps {
  readonly value?: string | null | undefined
  /** The ground on which it will be read, and how much it must stand out from it. */
  readonly ground: string
  readonly least: number
  /** What is seen while none is given. */
  readonly standing?: string | undefined
}

/** A colour by its name, `#0b5660`, with a sample of how it reads. Scripts add the browser's own chooser. */
export const ColourInput = ({ ground, least, standing = '#000000', ...props }: ColourInputProps) => {
  const { value, error } = useFilled(props)
  const words = useWords()
  const [colour, paper] = [parseHex(value), parseHex(ground)]
  const ratio = colour && paper ? contrastOf(colour, paper).toFixed(1) : undefined
  return (
    <Field {...props} error={error}>
      <colour-input data-ground={ground} data-said={words.contrastOf(String(least))}>
        <span class="colour">
          <input type="color" value={colour ? value : standing} aria-label={words.chooseColour(props.label)} />
          <input
            class="input input--small"
            value={value}
            autocomplete="off"
            spellcheck={false}
            {...controlOf({ ...props, error })}
          />
          <svg class="colour-sample" viewBox="0 0 72 36" aria-hidden="true">
            <rect width="72" height="36" fill={ground} />
            <text x="36" y="26" text-anchor="middle" font-size="24" font-weight="600" fill={colour ? value : standing}>
              Aa
            </text>
          </svg>
        </span>
        <span class="hint num" data-contrast>
          {ratio && words.contrastOf(String(least)).replace('{n}', ratio)}
        </span>
      </colour-input>
    </Field>
  )
}
