import { asset } from './assets.ts'
import { controlOf, Field, type FieldProps } from './field.tsx'
import { useFilled } from './filling.ts'
import { Icon, type IconName } from './icons.tsx'
import { useWords } from './speaking.ts'
import type { UiWords } from './words.es.ts'

export interface Picture {
  readonly src: string
  readonly name: string
}

interface RichTextProps extends FieldProps {
  readonly value?: string | null | undefined
  readonly rows?: number | undefined
  /** What may be put into the text, and where more is uploaded. */
  readonly pictures: readonly Picture[]
  readonly picturesHref: string
}

/** HTML of the small kind that the portal lets in. Without scripts it is a text area that reads a little Markdown. */
export const RichText = ({ rows = 12, pictures, picturesHref, ...props }: RichTextProps) => {
  const { value, error } = useFilled(props)
  const words = useWords()
  return (
    <Field {...props} error={error}>
      <rich-text data-island={asset('heavy-rich-text.js')}>
        <Bar />
        <LinkPanel />
        <PicturePanel pictures={pictures} picturesHref={picturesHref} />
        <textarea class="area" rows={rows} {...controlOf({ ...props, error })}>
          {value}
        </textarea>
        <p class="hint" data-plain>
          {words.plainText}
        </p>
      </rich-text>
    </Field>
  )
}

/** The words that are one sentence, whatever is counted. */
type Plain = { [Word in keyof UiWords]: UiWords[Word] extends string ? Word : never }[keyof UiWords]

/** What the button does, or the panel that it opens; its drawing; its name. */
type Tool = readonly [does: string, icon: IconName, name: Plain, opens?: true]

const groups: readonly (readonly Tool[])[] = [
  [
    ['strong', 'bold', 'bold'],
    ['em', 'italic', 'italic'],
    ['link', 'link', 'link', true],
  ],
  [
    ['h2', 'heading-2', 'heading'],
    ['h3', 'heading-3', 'subheading'],
    ['ul', 'list', 'bulleted'],
    ['ol', 'list-ordered', 'numbered'],
    ['quote', 'quote', 'quoted'],
  ],
  [
    ['image', 'image', 'picture', true],
    ['table', 'table', 'table'],
  ],
  [
    ['undo', 'undo-2', 'undo'],
    ['redo', 'redo-2', 'redo'],
  ],
]
const tableTools = [
  ['row', 'addRow'],
  ['column', 'addColumn'],
  ['header', 'headCell'],
  ['drop-row', 'dropRow'],
  ['drop-column', 'dropColumn'],
  ['drop-table', 'dropTable'],
] as const

const Bar = () => {
  const words = useWords()
  return (
    <div class="rich-bar" role="toolbar" aria-label={words.format} hidden>
      {groups.map((tools) => (
        <span class="rich-group">
          {tools.map(([does, icon, name, opens]) => (
            <button
              class="rich-tool"
              type="button"
              title={words[name]}
              aria-label={words[name]}
              {...(opens ? { 'data-opens': does } : { 'data-does': does })}
            >
              <Icon name={icon} />
            </button>
          ))}
        </span>
      ))}
      <span class="rich-group rich-group--words" data-within="table" hidden>
        {tableTools.map(([does, name]) => (
          <button class="rich-tool" type="button" data-does={does}>
            {words[name]}
          </button>
        ))}
      </span>
    </div>
  )
}

/** Its controls are of no form: they speak to the editor alone. */
const LinkPanel = () => {
  const words = useWords()
  return (
    <fieldset class="rich-panel" data-panel="link" hidden>
      <legend class="hidden">{words.link}</legend>
      <label>
        {words.linkAddress}
        <input class="input" form="" data-value="href" autocomplete="off" />
        <span class="hint">{words.linkHint}</span>
      </label>
      <p class="row">
        <Act does="apply" name={words.putLink} />
        <Act does="remove" name={words.takeLink} />
        <Act does="cancel" name={words.cancel} />
      </p>
    </fieldset>
  )
}

const PicturePanel = ({ pictures, picturesHref }: Pick<RichTextProps, 'pictures' | 'picturesHref'>) => {
  const words = useWords()
  return (
    <fieldset class="rich-panel" data-panel="image" hidden>
      <legend class="hidden">{words.picture}</legend>
      {pictures.length === 0 && <p>{words.noPictures}</p>}
      {pictures.length > 0 && (
        <>
          <label>
            {words.pictureChosen}
            <select class="select" form="" data-value="src">
              {pictures.map(({ src, name }) => (
                <option value={src}>{name}</option>
              ))}
            </select>
          </label>
          <label>
            {words.pictureText}
            <input class="input" form="" data-value="alt" autocomplete="off" maxlength={255} />
            <span class="hint">{words.pictureHint}</span>
          </label>
        </>
      )}
      <p class="row">
        {pictures.length > 0 && <Act does="apply" name={words.putPicture} />}
        <a href={picturesHref}>{words.morePictures}</a>
        <Act does="cancel" name={words.cancel} />
      </p>
    </fieldset>
  )
}

const Act = ({ does, name }: { does: 'apply' | 'remove' | 'cancel'; name: string }) => (
  <button class="btn btn--small" type="button" data-act={does}>
    {name}
  </button>
)
