import type { Child } from 'hono/jsx'
import type { Refusal } from '#kernel/refusal'
import { errorsOf, FillingContext } from './filling.ts'
import { useLocale } from './speaking.ts'

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
  /** Sent without leaving the page, where the browser can. */
  readonly inPlace?: boolean | undefined
  /** Name under which what is typed is kept until the server accepts it. */
  readonly draft?: string | undefined
  /** A line of fields, for filters and small forms. */
  readonly inline?: boolean | undefined
  readonly label?: string | undefined
  readonly children?: Child
}

/** Every change in the house is one of these. The server checks; the browser does not nag. */
export const Form = ({ action, id, hidden = {}, values = {}, refusal, files, inPlace, draft, ...rest }: FormProps) => (
  <form
    method="post"
    action={action}
    id={id}
    class={rest.inline ? 'form form--inline' : 'form'}
    enctype={files ? 'multipart/form-data' : undefined}
    data-in-place={inPlace && !files ? true : undefined}
    data-draft={draft}
    aria-label={rest.label}
    novalidate
  >
    {Object.entries(hidden).map(
      ([name, value]) => value !== undefined && <input type="hidden" name={name} value={String(value)} />,
    )}
    <FillingContext.Provider value={{ values, errors: errorsOf(refusal, useLocale()) }}>
      {rest.children}
    </FillingContext.Provider>
  </form>
)

/** The buttons at the end of a form, main one first. */
export const FormEnd = ({ children }: { children?: Child }) => <div class="form-end">{children}</div>

/** Fields that belong together under one name. */
export const FieldGroup = ({ title, children }: { title: string; children?: Child }) => (
  <fieldset class="field-group">
    <legend>{title}</legend>
    {children}
  </fieldset>
)
