function count(area: HTMLTextAreaElement): void {
  const says = document.getElementById(`${area.id}-cuenta`)
  if (!says) return
  const [length, limit] = [[...area.value].length, Number(area.dataset['limit'])]
  says.textContent = says.dataset['said']?.replace('{n}', String(length)) ?? ''
  says.classList.toggle('toned--bad', length > limit)
  // Said aloud only once it matters.
  if (length > limit) says.setAttribute('role', 'status')
  else says.removeAttribute('role')
}

document.addEventListener('input', ({ target }) => target instanceof HTMLTextAreaElement && count(target))
function countAll(): void {
  for (const area of document.querySelectorAll('textarea')) count(area)
}
// Drafts were put back before this was heard; a page that took over another's words kept what was typed, not its count.
document.addEventListener('adopted', countAll)
countAll()
