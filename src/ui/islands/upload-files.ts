import { renew } from './adopt.ts'
import { type Chosen, chosenFrom, droppedFrom } from './dropped-files.ts'
import { NotReceived, sendFile } from './resumable.ts'

const atOnce = 2

/** Enhances a form with files: drag and drop, whole folders, a queue that survives a bad line. */
class UploadFiles extends HTMLElement {
  readonly #queue: (() => Promise<void>)[] = []
  #running = 0
  #refused = 0
  #sent = 0

  connectedCallback(): void {
    addEventListener('beforeunload', this.#hold)
    const input = this.querySelector<HTMLInputElement>('input[type=file]')
    this.addEventListener('click', (event) => {
      const button = (event.target as Element).closest('[data-choose], [data-choose-folder]')
      if (!button || !input) return
      input.webkitdirectory = button.matches('[data-choose-folder]')
      input.click()
    })
    input?.addEventListener('change', () => {
      this.#add(chosenFrom(input.files ?? []))
      input.value = ''
    })
    this.addEventListener('dragover', (event) => {
      event.preventDefault()
      this.dataset['over'] = ''
    })
    this.addEventListener('dragleave', () => delete this.dataset['over'])
    this.addEventListener('drop', (event) => {
      event.preventDefault()
      delete this.dataset['over']
      if (event.dataTransfer) void droppedFrom(event.dataTransfer).then((files) => this.#add(files))
    })
  }

  /** The browser asks before it leaves what is half sent. */
  readonly #hold = (event: Event): void => {
    if (this.#running > 0) event.preventDefault()
  }

  disconnectedCallback(): void {
    removeEventListener('beforeunload', this.#hold)
  }

  #add(files: readonly Chosen[]): void {
    for (const chosen of files) {
      const line = new Line(this, chosen)
      const start = () => this.#queue.push(() => this.#send(chosen, line))
      line.again = () => {
        this.#refused--
        start()
        this.#next()
      }
      start()
    }
    this.#next()
  }

  #next(): void {
    while (this.#running < atOnce) {
      const work = this.#queue.shift()
      if (!work) break
      this.#running++
      void work().then(() => {
        this.#running--
        this.#next()
      })
    }
    if (this.#running > 0 || this.#refused > 0) return
    const sent = this.#sent
    this.#sent = 0
    void renew().then(() => this.#tell(sent))
  }

  /** The files stand in the page by now: one line says how many came. From a dialog, it is said in what opened it. */
  #tell(sent: number): void {
    const words = this.dataset[sent === 1 ? 'doneOne' : 'done'] ?? ''
    const line = Object.assign(document.createElement('li'), {
      className: 'flash flash--ok',
      textContent: words.replace('{n}', String(sent)),
    })
    this.querySelector('.uploads')?.replaceChildren()
    const dialog = this.closest('dialog')
    dialog?.close()
    ;(dialog?.parentElement ?? this).querySelector('.uploads')?.replaceChildren(...(sent > 0 ? [line] : []))
  }

  async #send(chosen: Chosen, line: Line): Promise<void> {
    if (line.signal.aborted) return
    line.show('sending', 0)
    try {
      await sendFile(this.dataset['endpoint'] ?? '', chosen, {
        signal: line.signal,
        sent: (bytes) => line.show('sending', bytes),
        interrupted: () => line.show('retrying'),
      })
      line.show('sent', chosen.file.size)
      this.#sent++
    } catch (error) {
      if (line.signal.aborted) return
      this.#refused++
      line.show('refused', undefined, error instanceof NotReceived ? error.message : '')
    }
  }
}

/** One file of the queue, as it is seen. */
class Line {
  readonly #stop = new AbortController()
  readonly #element = document.createElement('li')
  readonly #says = document.createElement('p')
  readonly #bar = document.createElement('progress')
  readonly #button = document.createElement('button')
  readonly #words: DOMStringMap
  again = () => {}

  constructor(list: HTMLElement, { file, path }: Chosen) {
    this.#words = list.dataset
    const format = Object.assign(document.createElement('span'), { className: 'fmt' })
    format.textContent = file.name.split('.').at(-1)?.slice(0, 4).toUpperCase() ?? ''
    const middle = document.createElement('div')
    const name = Object.assign(document.createElement('p'), { className: 'name', textContent: path })
    this.#says.className = 'meta'
    Object.assign(this.#bar, { className: 'meter', max: file.size || 1, value: 0, ariaLabel: path })
    middle.append(name, this.#says, this.#bar)
    Object.assign(this.#button, { className: 'btn btn--small', type: 'button' })
    this.#button.onclick = () => this.#press()
    this.#element.append(format, middle, this.#button)
    list.querySelector('.uploads')?.append(this.#element)
    this.show('waiting')
  }

  get signal(): AbortSignal {
    return this.#stop.signal
  }

  /** `waiting`, `sending`, `retrying`, `sent` or `refused`; the words come with the page. */
  show(state: string, bytes?: number, why?: string): void {
    if (bytes !== undefined) this.#bar.value = bytes
    const percent = Math.floor((this.#bar.value / this.#bar.max) * 100)
    this.#element.dataset['state'] = state
    this.#says.textContent = [this.#words[state]?.replace('{n}', String(percent)), why].filter(Boolean).join('. ')
    this.#button.textContent = this.#words[state === 'refused' ? 'retry' : 'remove'] ?? ''
    this.#button.hidden = state === 'sent'
  }

  #press(): void {
    if (this.#element.dataset['state'] === 'refused') this.again()
    else {
      this.#stop.abort()
      this.#element.remove()
    }
  }
}

customElements.define('upload-files', UploadFiles)
