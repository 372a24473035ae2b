class CopyButton extends HTMLElement {
  connectedCallback(): void {
    const says = this.querySelector('span')
    const before = says?.textContent ?? ''
    this.querySelector('button')?.addEventListener('click', async () => {
      await navigator.clipboard.writeText(this.dataset['text'] ?? '')
      if (!says) return
      says.textContent = this.dataset['done'] ?? before
      setTimeout(() => {
        says.textContent = before
      }, 2000)
    })
  }
}

// Only a secure page may copy; elsewhere the button stays unseen.
if (navigator.clipboard) customElements.define('copy-button', CopyButton)
