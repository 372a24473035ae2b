import type { Child } from 'hono/jsx'
import type { Refusal } from '#kernel/refusal'
import { FillingContext, formIdOf } from './filling.ts'
import { SentBack } from './outcome.tsx'

export interface FormProps {
  readonly action: string
  readonly id?: string | undefined
  /** What travels unseen: the version that was read, the retry key. */
  readonly hidden?: Readonly<Record<string, string | number | undefined>> | undefined
  /** What was typed before; each field finds its own by name. */
  readonly values?: Readonly<Record<string, unknown>> | undefined
  /** Why it was sent back; each field finds its own reason. */
  readonly refusal?: Refusal | undefined
  /** Carries files. */
  readonly files?: boolean | undefined
  /** A line of fields, for filters and small forms. */
  readonly inline?: boolean | undefined
  /** Says itself why it was sent back: what stands at the top of the page is not seen from it. */
  readonly apart?: boolean | undefined
  readonly label?: string | undefined
  readonly children?: Child
}

/**
 * Every change in the house is one of these. The server checks; the browser does not nag, and keeps what is typed until
 * the server accepts it.
 */
export const Form = ({ action, id, hidden = {}, values = {}, refusal, files, apart, ...rest }: FormProps) => {
  const fields = (
    <FillingContext.Provider value={{ form: id ?? formIdOf(action), values, reasons: refusal?.reasons ?? [] }}>
      {rest.children}
    </FillingContext.Provider>
  )
  return (
    <form
      method="post"
      action={action}
      id={id}
      class={rest.inline ? 'form form--inline' : 'form'}
      enctype={files ? 'multipart/form-data' : undefined}
      data-draft={rest.inline ? undefined : true}
      data-kept={refusal ? true : undefined}
      aria-label={rest.label}
      novalidate
    >
      {Object.entries(hidden).map(
        ([name, value]) => value !== undefined && <input type="hidden" name={name} value={String(value)} />,
      )}
      {refusal && apart ? <SentBack refusal={refusal}>{fields}</SentBack> : fields}
    </form>
  )
}

/** The buttons at the end of a form, main one first. */
export const FormEnd = ({ children }: { children?: Child }) => <div class="form-end">{children}</div>

/** Fields that belong together under one name. */
export const FieldGroup = ({ title, children }: { title: string; children?: Child }) => (
  <fieldset class="field-group">
    <legend>{title}</legend>
    {children}
  </fieldset>
)

/** Short fields side by side, where there is room: a day and another, a name and its English. */
export const FieldRow = ({ children }: { children?: Child }) => <div class="field-row">{children}</div>

interface FoldedProps extends FormProps {
  /** What it does, said on what unfolds it. */
  readonly summary: string
  readonly place?: string | undefined
}

/** A form that is folded until it is asked for, and stands open when it was sent back. */
export const FoldedForm = ({ summary, place, ...form }: FoldedProps) => (
  <details class="fold" id={place} open={form.refusal !== undefined}>
    <summary>{summary}</summary>
    <Form {...form} />
  </details>
)
