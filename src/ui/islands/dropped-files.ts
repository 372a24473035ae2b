/** A file and where it stood in its folder. */
export interface Chosen {
  readonly file: File
  readonly path: string
}

export const chosenFrom = (files: Iterable<File>): Chosen[] =>
  Array.from(files, (file) => ({ file, path: file.webkitRelativePath || file.name }))

/** Entries must be taken at once: the list is emptied when the event ends. */
export async function droppedFrom(data: DataTransfer): Promise<Chosen[]> {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry())
  if (entries.every((entry) => entry === null)) return chosenFrom(data.files)
  const found = await Promise.all(entries.map((entry) => (entry ? filesIn(entry) : [])))
  return found.flat()
}

async function filesIn(entry: FileSystemEntry): Promise<Chosen[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((done, failed) => (entry as FileSystemFileEntry).file(done, failed))
    return [{ file, path: entry.fullPath.replace(/^\//, '') }]
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const found: Chosen[] = []
  // A folder answers in pieces of a hundred, and with none when it has no more.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed))
    if (some.length === 0) return found
    found.push(...(await Promise.all(some.map(filesIn))).flat())
  }
}
