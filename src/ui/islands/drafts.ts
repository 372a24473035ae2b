import { type Control, givenTo, heldIn, isControl, put } from './typed.ts'

// Keeps what was typed until the server accepts it: a closed page, a lost line or a sign-in that ended lose nothing.

/** What the server gave a field, and what was typed over it. */
type Draft = Record<string, readonly [given: string, typed: string]>

/** Set while a form is on its way: the next page says whether it was accepted. */
const sentKey = 'borrador enviado'
const keyOf = (form: HTMLFormElement): string => `borrador ${form.getAttribute('action')}`
const draftOf = (key: string): Draft => JSON.parse(sessionStorage.getItem(key) ?? '{}')
const nameOf = ({ type, name, value }: Control): string => (/^(checkbox|radio)$/.test(type) ? `${name} ${value}` : name)

const kept = (form: HTMLFormElement): Control[] =>
  [...form.elements].filter(
    (each): each is Control => isControl(each) && each.name !== '' && !/^(hidden|password|file)$/.test(each.type),
  )

function keep(form: HTMLFormElement): void {
  const before = draftOf(keyOf(form))
  const draft: Draft = {}
  for (const control of kept(form)) {
    const name = nameOf(control)
    const given = before[name]?.[0] ?? givenTo(control)
    if (heldIn(control) !== given) draft[name] = [given, heldIn(control)]
  }
  sessionStorage.setItem(keyOf(form), JSON.stringify(draft))
}

/** A draft is put back where the server still says what it said when it was typed; elsewhere somebody wrote since. */
function restore(form: HTMLFormElement): void {
  const draft = draftOf(keyOf(form))
  const mine = kept(form).filter((control) => {
    const [given, typed] = draft[nameOf(control)] ?? []
    return given === givenTo(control) && typed !== heldIn(control)
  })
  sessionStorage.removeItem(keyOf(form))
  if (mine.length === 0) return
  for (const control of mine) put(control, draft[nameOf(control)]?.[1] ?? '')
  tell(form)
}

/** One line, and the way to do without: forms have a button for that. */
function tell(form: HTMLFormElement): void {
  const { recovered = '', discard = '' } = words()?.dataset ?? {}
  const line = Object.assign(document.createElement('p'), { className: 'hint recovered', textContent: recovered })
  line.setAttribute('role', 'status')
  line.dataset['kept'] = ''
  line.id = `${form.getAttribute('action')} recuperado`
  const reset = Object.assign(document.createElement('button'), { type: 'reset', className: 'btn btn--small' })
  reset.textContent = discard
  line.append(' ', reset)
  form.prepend(line)
}

const words = () => document.querySelector<HTMLElement>('[data-recovered]')

function settle(): void {
  // Only a page of the desk accepts: the door asks who it is, an apology has no frame.
  if (!words()) return
  const sent = sessionStorage.getItem(sentKey)
  const refused = document.querySelector('main [role=alert]')
  sessionStorage.removeItem(sentKey)
  if (sent && !refused) sessionStorage.removeItem(sent)
  // What was sent back holds what was typed; its draft waits for another page.
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-draft]')) {
    if (!(refused && keyOf(form) === sent)) restore(form)
  }
}

document.addEventListener('input', ({ target }) => {
  const { form } = target as HTMLInputElement
  if (form?.matches('[data-draft]') && words()) keep(form)
})
document.addEventListener('reset', ({ target }) => {
  sessionStorage.removeItem(keyOf(target as HTMLFormElement))
  ;(target as HTMLFormElement).querySelector('.recovered')?.remove()
})
document.addEventListener('submit', ({ target }) => {
  const form = target as HTMLFormElement
  if (form.matches('[data-draft]')) sessionStorage.setItem(sentKey, keyOf(form))
  // Whoever signs out leaves nothing to whoever comes next.
  if (/\/salir$/.test(form.action)) sessionStorage.clear()
})
settle()
