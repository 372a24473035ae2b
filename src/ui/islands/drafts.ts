// Keeps what was typed until the server accepts it: a closed tab, a lost line or an expired session loses nothing.

const keyOf = (form: HTMLFormElement): string => `borrador ${form.dataset['draft']}`
const forms = (): NodeListOf<HTMLFormElement> => document.querySelectorAll<HTMLFormElement>('form[data-draft]')
/** Set while a form is on its way; if the next page no longer has that form, it was accepted. */
const sentKey = 'borrador enviado'

type Texts = (HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement)[]
const textsOf = (form: HTMLFormElement): Texts =>
  [...form.elements].filter(
    (each): each is Texts[number] =>
      (each instanceof HTMLInputElement && !/^(hidden|password|file|checkbox|radio|submit)$/.test(each.type)) ||
      each instanceof HTMLTextAreaElement ||
      each instanceof HTMLSelectElement,
  )

function keep(form: HTMLFormElement): void {
  const values = Object.fromEntries(textsOf(form).map((each) => [each.name, each.value]))
  sessionStorage.setItem(keyOf(form), JSON.stringify(values))
}

/** What the server wrote into a field wins; a draft only fills what it left empty. */
function restore(form: HTMLFormElement): void {
  const kept = sessionStorage.getItem(keyOf(form))
  if (!kept) return
  const values = JSON.parse(kept) as Record<string, string>
  for (const each of textsOf(form)) {
    const value = values[each.name]
    if (value && !each.value) each.value = value
  }
}

function settle(): void {
  const sent = sessionStorage.getItem(sentKey)
  const here = [...forms()]
  sessionStorage.removeItem(sentKey)
  const refused = here.some((form) => keyOf(form) === sent && document.querySelector('main [role=alert]'))
  if (sent && !refused) sessionStorage.removeItem(sent)
  here.forEach(restore)
}

document.addEventListener('input', (event) => {
  const form = (event.target as HTMLInputElement).form
  if (form?.dataset['draft']) keep(form)
})
document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement
  if (form.dataset['draft']) sessionStorage.setItem(sentKey, keyOf(form))
})
document.addEventListener('adopted', () => sessionStorage.getItem(sentKey) && settle())
settle()
