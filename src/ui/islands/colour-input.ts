import { contrastOf, parseHex } from '../contrast.ts'

/** Ties the browser's chooser to the colour's name, and says how it reads while it is chosen. */
class ColourInput extends HTMLElement {
  connectedCallback(): void {
    const chooser = this.querySelector<HTMLInputElement>('[type=color]')
    const named = this.querySelector<HTMLInputElement>('[name]')
    if (!chooser || !named) return
    this.addEventListener('input', ({ target }) => {
      if (target === chooser) {
        named.value = chooser.value
        named.dispatchEvent(new Event('input', { bubbles: true }))
      } else this.#show(chooser, named.value.trim())
    })
  }

  #show(chooser: HTMLInputElement, name: string): void {
    const [colour, ground] = [parseHex(name), parseHex(this.dataset['ground'] ?? '')]
    const says = this.querySelector('[data-contrast]')
    if (says) says.textContent = ''
    if (!says || !colour || !ground) return
    chooser.value = name.length === 4 ? name.replaceAll(/[^#]/g, '$&$&') : name
    this.querySelector('text')?.setAttribute('fill', name)
    says.textContent = this.dataset['said']?.replace('{n}', contrastOf(colour, ground).toFixed(1)) ?? ''
  }
}

customElements.define('colour-input', ColourInput)
