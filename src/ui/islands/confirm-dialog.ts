// Links to a dialog open it; without this file they lead to it in the page.

document.addEventListener('click', (event) => {
  const target = event.target as Element
  const opener = target.closest<HTMLAnchorElement>('a[data-dialog]')
  const dialog = opener && document.querySelector(opener.hash)
  if (dialog instanceof HTMLDialogElement) {
    event.preventDefault()
    opener?.closest<HTMLElement>('[popover]')?.hidePopover()
    dialog.showModal()
  }
  if (target.closest('[data-close]')) {
    event.preventDefault()
    target.closest('dialog')?.close()
  }
  // A click on the veil, which belongs to the dialog itself.
  if (target instanceof HTMLDialogElement && target.open && outside(target, event)) target.close()
})

function outside(dialog: HTMLDialogElement, { clientX: x, clientY: y }: MouseEvent): boolean {
  const box = dialog.getBoundingClientRect()
  return x < box.left || x > box.right || y < box.top || y > box.bottom
}

// An address that names a dialog opens its page with it.
const asked = location.hash && document.getElementById(location.hash.slice(1))
if (asked instanceof HTMLDialogElement) asked.showModal()
