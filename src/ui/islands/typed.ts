export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

export const isControl = (element: Element): element is Control => element.matches('input, textarea, select')

const toggles = (control: Control): control is HTMLInputElement => /^(checkbox|radio)$/.test(control.type)

/** What a control holds now. */
export const heldIn = (control: Control): string => (toggles(control) ? String(control.checked) : control.value)

/** What it held when the page came. */
export function givenTo(control: Control): string {
  if (toggles(control)) return String(control.defaultChecked)
  if (!(control instanceof HTMLSelectElement)) return control.defaultValue
  const options = [...control.options]
  return (options.find(({ defaultSelected }) => defaultSelected) ?? options[0])?.value ?? ''
}

export function put(control: Control, value: string): void {
  if (toggles(control)) control.checked = value === 'true'
  else control.value = value
  control.dispatchEvent(new Event('input', { bubbles: true }))
}
