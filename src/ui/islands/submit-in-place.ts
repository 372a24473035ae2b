import { adopt } from './adopt.ts'

// Spares a full page load. If anything goes wrong on the way, the form is sent as browsers always have.

async function send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const action = submitter?.getAttribute('formaction') ?? form.action
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form, submitter)) body.append(name, String(value))
  submitter?.setAttribute('aria-busy', 'true')
  const response = await fetch(action, { method: 'post', body, headers: { accept: 'text/html' } })
  // 5xx may still be an answer to show, but not one to be shown in part.
  if (response.status >= 500) throw new Error(String(response.status))
  if (response.redirected && response.url !== location.href) history.pushState(null, '', response.url)
  const html = await response.text()
  if (response.ok) form.closest('dialog')?.close()
  adopt(html, form)
  submitter?.removeAttribute('aria-busy')
  document.querySelector<HTMLElement>('main [autofocus]')?.focus()
}

document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement
  if (event.defaultPrevented || !('inPlace' in form.dataset) || form.enctype === 'multipart/form-data') return
  event.preventDefault()
  send(form, event.submitter).catch(() => {
    delete form.dataset['inPlace']
    form.requestSubmit(event.submitter)
  })
})

window.addEventListener('popstate', () => location.reload())
