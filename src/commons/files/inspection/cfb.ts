import type { Bytes } from './bytes.ts'

/** The names inside a compound file: what old Office files and encrypted new ones are made of. Damaged: none. */
export const compoundNames = (bytes: Bytes): Promise<ReadonlySet<string>> => bytes.once(readNames)

const headerSizeBytes = 512
const directoryEntryBytes = 128
const mostSectors = 4096
const lastRealSector = 0xfffffffa

const readNames = async (bytes: Bytes): Promise<ReadonlySet<string>> => {
  const names = new Set<string>()
  const header = Buffer.from(await bytes.slice(0, headerSizeBytes))
  if (header.length < headerSizeBytes) return names
  const sectorBytes = header.readUInt16LE(30) === 12 ? 4096 : 512
  const readSector = async (sector: number) => {
    const start = (sector + 1) * sectorBytes
    return Buffer.from(await bytes.slice(start, start + sectorBytes))
  }
  let sector = header.readUInt32LE(48)
  for (let count = 0; sector < lastRealSector && count < mostSectors; count++) {
    const content = await readSector(sector)
    if (content.length === 0) break
    for (const name of namesIn(content)) names.add(name)
    sector = await nextSector(header, sector, sectorBytes, readSector)
  }
  return names
}

const namesIn = (sector: Buffer): readonly string[] => {
  const names: string[] = []
  for (let place = 0; place + directoryEntryBytes <= sector.length; place += directoryEntryBytes) {
    const lengthBytes = sector.readUInt16LE(place + 64)
    if (lengthBytes > 2 && lengthBytes <= 64) names.push(sector.toString('utf16le', place, place + lengthBytes - 2))
  }
  return names
}

/** The header lists the first 109 sectors of the allocation table: enough for 7 MB of directory. */
const nextSector = async (
  header: Buffer,
  sector: number,
  sectorBytes: number,
  readSector: (sector: number) => Promise<Buffer>,
): Promise<number> => {
  const perSector = sectorBytes / 4
  const index = Math.floor(sector / perSector)
  if (index >= 109) return lastRealSector
  const table = await readSector(header.readUInt32LE(76 + index * 4))
  const place = (sector % perSector) * 4
  return place + 4 <= table.length ? table.readUInt32LE(place) : lastRealSector
}
