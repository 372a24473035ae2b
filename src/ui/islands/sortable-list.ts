/** Drag by the grip, with mouse, finger or pen; what is sent is the form that the arrows send. */
class SortableList extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('pointerdown', (event) => {
      const grip = (event.target as Element).closest('.grip')
      const item = grip?.closest('li')
      if (grip && item) this.#hold(grip, item, event)
    })
  }

  #hold(grip: Element, item: HTMLElement, start: PointerEvent): void {
    start.preventDefault()
    grip.setPointerCapture(start.pointerId)
    item.dataset['held'] = ''
    const place = item.nextSibling
    const move = (event: Event) => this.#move(item, (event as PointerEvent).clientY)
    const drop = () => {
      grip.removeEventListener('pointermove', move)
      delete item.dataset['held']
      if (item.nextSibling !== place) this.closest('form')?.requestSubmit()
    }
    grip.addEventListener('pointermove', move)
    grip.addEventListener('lostpointercapture', drop, { once: true })
  }

  #move(item: HTMLElement, y: number): void {
    const others = [...this.querySelectorAll('li')].filter((each) => each !== item)
    const after = others.find((each) => {
      const box = each.getBoundingClientRect()
      return y < box.top + box.height / 2
    })
    if (item.nextElementSibling !== (after ?? null)) item.parentElement?.insertBefore(item, after ?? null)
  }
}

customElements.define('sortable-list', SortableList)
