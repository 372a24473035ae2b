// A heavy island comes only to the pages that use it: the element says where it is.

function fetchIslands(): void {
  for (const { dataset } of document.querySelectorAll<HTMLElement>('[data-island]')) {
    if (dataset['island']) import(dataset['island']).catch(() => undefined)
  }
}

document.addEventListener('adopted', fetchIslands)
fetchIslands()
