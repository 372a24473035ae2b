import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Memory that a process really occupies, buffers and WebAssembly included; null when the system does not tell. */
export const residentMegabytes = async (pid: number | undefined): Promise<number | null> => {
  if (pid === undefined || process.platform === 'win32') return null
  try {
    const kilobytes = process.platform === 'linux' ? await fromProc(pid) : await fromPs(pid)
    return Number.isFinite(kilobytes) ? kilobytes / 1024 : null
  } catch {
    return null
  }
}

/** In kilobytes whatever the size of a page, unlike `statm`. */
const fromProc = async (pid: number) =>
  Number(/^VmRSS:\s+(\d+) kB/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1])

const fromPs = async (pid: number) => Number((await run('ps', ['-o', 'rss=', '-p', String(pid)])).stdout.trim())
