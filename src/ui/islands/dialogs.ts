// A link leads to what it names, whatever hides it: a dialog opens, what is folded unfolds. Without this file it leads
// to it in the page.

function reveal(hash: string): boolean {
  const place = hash.length > 1 && document.getElementById(hash.slice(1))
  if (!place) return false
  let shown = false
  for (let up: Element | null = place; up; up = up.parentElement) {
    if (up instanceof HTMLDetailsElement) up.open = true
    if (up instanceof HTMLDialogElement && !up.open) {
      up.showModal()
      shown = true
    }
  }
  if (place.matches('input, textarea, select')) place.focus()
  return shown
}

const pageOf = (address: string) => address.split('#')[0]

/** One that came open, with the reasons of its form, stands before everything else. */
function raise(): void {
  for (const dialog of document.querySelectorAll<HTMLDialogElement>('dialog[open]:not(:modal)')) {
    dialog.open = false
    dialog.showModal()
  }
}

document.addEventListener('click', (event) => {
  const target = event.target as Element
  const link = target.closest<HTMLAnchorElement>('a[href*="#"]')
  if (target.closest('[data-close]')) {
    event.preventDefault()
    target.closest('dialog')?.close()
  } else if (link && pageOf(link.href) === pageOf(location.href)) {
    if (link.dataset['dialog']) link.closest<HTMLElement>('[popover]')?.hidePopover()
    if (reveal(link.hash)) event.preventDefault()
  }
  // A click on the veil, which belongs to the dialog itself.
  if (target instanceof HTMLDialogElement && target.open && outside(target, event)) target.close()
})

function outside(dialog: HTMLDialogElement, { clientX: x, clientY: y }: MouseEvent): boolean {
  const box = dialog.getBoundingClientRect()
  return x < box.left || x > box.right || y < box.top || y > box.bottom
}

document.addEventListener('adopted', raise)
raise()
reveal(location.hash)
