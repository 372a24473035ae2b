import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { say } from './refusals.ts'
import { Obstacle } from './terminal.ts'

/** Another process holds the embedded database: two of them would silently lose data. */
export class FolderInUse extends Obstacle {
  constructor(folder: string, pid: number) {
    super(say((words) => words.folderInUse(folder, pid)))
  }
}

/** Holds a folder for this process; returns how to let it go. PGlite has no lock of its own. */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'pregonero.lock')
  for (let attempt = 0; ; attempt++) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' })
      return () => rmSync(file, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt > 1) throw error
      const holder = holderOf(file)
      if (holder && holder !== process.pid) throw new FolderInUse(folder, holder)
      rmSync(file, { force: true })
    }
  }
}

/** The living process that holds the lock; a lock left by a dead one holds nothing. */
export function holderOf(file: string): number | undefined {
  if (!existsSync(file)) return undefined
  const pid = Number(readFileSync(file, 'utf8'))
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  try {
    process.kill(pid, 0)
    return pid
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? pid : undefined
  }
}
