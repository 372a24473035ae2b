import type { Child } from 'hono/jsx'
import { Button, ButtonLink } from './button.tsx'
import { formIdOf } from './filling.ts'
import { Form, FormEnd, type FormProps } from './form.tsx'
import type { IconName } from './icons.tsx'
import { useWords } from './speaking.ts'

interface DialogProps {
  /** A `ButtonLink` with `dialog` and `href="#id"` opens it. */
  readonly id: string
  readonly title: string
  readonly text?: Child
  readonly open?: boolean | undefined
  readonly children?: Child
}

/** A question that must be answered before going on. Without scripts it shows in its place in the page. */
export const Dialog = ({ id, title, text, open, children }: DialogProps) => (
  <dialog id={id} aria-labelledby={`${id}-titulo`} open={open}>
    <h2 id={`${id}-titulo`}>{title}</h2>
    {text && <p class="sub">{text}</p>}
    {children}
  </dialog>
)

export const DialogCancel = ({ label }: { label?: string | undefined }) => (
  <a class="btn" href="#contenido" data-close>
    {label ?? useWords().cancel}
  </a>
)

interface FormDialogProps extends FormProps, Pick<DialogProps, 'title' | 'text'> {
  readonly place: string
  /** What its button says, where it is not the title. */
  readonly button?: string | undefined
  readonly bad?: boolean | undefined
}

/** A form in a dialog, with its buttons. It comes back open, and says itself why. */
export const FormDialog = ({ place, title, text, button, bad, children, ...form }: FormDialogProps) => (
  <Dialog id={place} title={title} text={text} open={form.refusal !== undefined}>
    <Form {...form} apart>
      {children}
      <FormEnd>
        <Button kind={bad ? 'bad' : 'main'}>{button ?? title}</Button>
        <DialogCancel />
      </FormEnd>
    </Form>
  </Dialog>
)

interface AskFirstProps extends FormProps {
  /** The deed, on the button that asks and on the one that does it. */
  readonly deed: string
  /** What happens, and that it cannot be undone. */
  readonly text: Child
  /** What is heard, where the deed is said of several things. */
  readonly name?: string | undefined
  readonly icon?: IconName | undefined
  readonly kind?: 'bad' | undefined
  readonly size?: 'small' | undefined
}

/** What cannot be undone is asked first, and says what it does. */
export const AskFirst = ({ deed, text, name, icon, kind, size, ...form }: AskFirstProps) => {
  const place = `pregunta-${formIdOf(form.action)}`
  return (
    <>
      <ButtonLink href={`#${place}`} dialog kind={kind} icon={icon} size={size} label={name}>
        {deed}
      </ButtonLink>
      <FormDialog place={place} title={name ?? deed} text={text} button={deed} bad {...form} />
    </>
  )
}
