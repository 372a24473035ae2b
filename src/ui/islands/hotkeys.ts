// `/` and Ctrl K find; in a list j and k walk, x chooses, Enter opens. Never while typing.

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.altKey) return
  const typing = (event.target as Element).closest('input:not([type=checkbox]), textarea, select, dialog')
  const control = event.ctrlKey || event.metaKey
  const key = event.key.toLowerCase()
  if ((key === '/' && !typing && !control) || (key === 'k' && control)) {
    const find = document.querySelector<HTMLInputElement>('[data-find]')
    if (!find) return
    event.preventDefault()
    find.focus()
    find.select()
  } else if (!typing && !control) walk(event, key)
})

function walk(event: KeyboardEvent, key: string): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-rows] tbody tr')]
  const at = rows.findIndex((row) => row.contains(document.activeElement))
  const row = rows[at]
  if (key === 'j' || key === 'k') {
    const next = rows[key === 'j' ? at + 1 : at < 0 ? 0 : at - 1]
    if (!next) return
    next.tabIndex = -1
    next.focus()
    next.scrollIntoView({ block: 'nearest' })
  } else if (key === 'x') row?.querySelector<HTMLElement>('[data-pick]')?.click()
  else if (key === 'enter' && row === event.target) row?.querySelector('a')?.click()
  else return
  if (rows.length > 0) event.preventDefault()
}
