// Counts the rows that were chosen, chooses them all, and a whole stretch with Shift.

let last: HTMLInputElement | undefined

const boxesOf = (form: string | null): HTMLInputElement[] =>
  [...document.querySelectorAll<HTMLInputElement>('[data-pick]')].filter((box) => box.getAttribute('form') === form)

function count(): void {
  for (const says of document.querySelectorAll<HTMLElement>('[data-picked]')) {
    const form = says.closest('form')?.id ?? null
    const boxes = boxesOf(form)
    const chosen = boxes.filter((box) => box.checked).length
    const text = says.dataset['picked']?.replace('{n}', String(chosen)) ?? ''
    if (says.textContent !== text) says.textContent = text
    const all = boxes[0]?.closest('table')?.querySelector<HTMLInputElement>('[data-pick-all]')
    if (!all) continue
    all.checked = chosen > 0 && chosen === boxes.length
    all.indeterminate = chosen > 0 && chosen < boxes.length
  }
}

document.addEventListener('click', (event) => {
  const box = event.target as HTMLInputElement
  if (box.matches?.('[data-pick-all]')) {
    for (const each of box.closest('table')?.querySelectorAll<HTMLInputElement>('[data-pick]') ?? []) {
      each.checked = box.checked
    }
  } else if (box.matches?.('[data-pick]')) {
    const boxes = boxesOf(box.getAttribute('form'))
    const [from = 0, to = 0] = [boxes.indexOf(last ?? box), boxes.indexOf(box)].sort((a, b) => a - b)
    if (event.shiftKey && from >= 0) for (const each of boxes.slice(from, to)) each.checked = box.checked
    last = box
  } else return
  count()
})
document.addEventListener('adopted', count)
count()
