import type { Child } from 'hono/jsx'
import { Button } from './button.tsx'
import { controlOf, Field, type FieldProps } from './field.tsx'
import { fieldId, formIdOf, useMistake } from './filling.ts'
import { Icon } from './icons.tsx'
import { useWords } from './speaking.ts'

interface FileInputProps extends FieldProps {
  /** As HTML names it: `.pdf,.csv`. */
  readonly accept?: string | undefined
  readonly multiple?: boolean | undefined
}

/** One file inside a larger form. */
export const FileInput = ({ accept, multiple, ...props }: FileInputProps) => {
  const error = useMistake(props, 'attach')
  return (
    <Field {...props} error={error}>
      <input
        class="input input--file"
        type="file"
        accept={accept}
        multiple={multiple}
        {...controlOf({ ...props, error })}
      />
    </Field>
  )
}

interface DropZoneProps {
  /** Where the plain form goes, files and all. */
  readonly action: string
  /** Where an upload that can be resumed begins. */
  readonly endpoint: string
  readonly name: string
  readonly accept?: string | undefined
  /** What is let in, already written: `Hasta 2 GB cada uno.` */
  readonly note: string
  /** One file, that takes the place of another. */
  readonly single?: boolean | undefined
  readonly hidden?: Readonly<Record<string, string | undefined>> | undefined
  readonly children?: Child
}

/** Many files, whole folders, slow lines. Without scripts it is a form with one field. */
export const DropZone = ({ action, endpoint, name, accept, note, single, hidden = {}, children }: DropZoneProps) => {
  const words = useWords()
  const id = fieldId(name, formIdOf(action))
  return (
    <upload-files data-endpoint={endpoint} {...sayings(words)}>
      <form method="post" action={action} enctype="multipart/form-data">
        {Object.entries(hidden).map(([key, value]) => value && <input type="hidden" name={key} value={value} />)}
        <div class="drop">
          <Icon name="file-up" />
          <p>
            <label for={id}>{single ? words.dropFile : words.dropFiles}</label>
          </p>
          <p class="muted">
            {words.orChoose} {note}
          </p>
          <input class="drop-input" type="file" id={id} name={name} accept={accept} multiple={!single} />
          <p class="drop-buttons">
            <button class="btn" type="button" data-choose>
              {single ? words.chooseFile : words.chooseFiles}
            </button>
            {!single && (
              <button class="btn btn--plain" type="button" data-choose-folder>
                {words.chooseFolder}
              </button>
            )}
          </p>
          <p class="drop-send">
            <Button kind="main">{words.send}</Button>
          </p>
        </div>
        {children}
      </form>
      <ul class="files uploads" data-kept aria-live="polite" />
    </upload-files>
  )
}

const sayings = (words: ReturnType<typeof useWords>) => ({
  'data-waiting': words.waiting,
  'data-sending': words.sending,
  'data-sent': words.sent,
  'data-done-one': words.sentOne,
  'data-done': words.sentMany,
  'data-retrying': words.retrying,
  'data-refused': words.refused,
  'data-remove': words.removeFile,
  'data-retry': words.retry,
})
