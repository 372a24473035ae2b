document.addEventListener('input', (event) => {
  const area = event.target as HTMLTextAreaElement
  const limit = Number(area.dataset?.['limit'])
  const says = limit ? document.getElementById(`${area.id}-cuenta`) : null
  if (!says) return
  const length = [...area.value].length
  says.textContent = says.dataset['said']?.replace('{n}', String(length)) ?? ''
  says.classList.toggle('toned--bad', length > limit)
  // Said aloud only once it matters.
  if (length > limit) says.setAttribute('role', 'status')
  else says.removeAttribute('role')
})
