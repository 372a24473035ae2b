import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** A file that the build wrote: its name changes with its content, so that browsers keep it for a year. */
export interface StaticFile {
  readonly type: string
  readonly etag: string
  readonly identity: Buffer
  readonly gzip?: Buffer
  readonly br?: Buffer
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
}

/** Everything under `assets/` of a build, in memory: it is small and every page asks for it. */
export function openStaticFiles(folder: string): ReadonlyMap<string, StaticFile> {
  const files = new Map<string, StaticFile>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)]
    if (!entry.isFile() || !type) continue
    const path = join(entry.parentPath, entry.name)
    files.set(relative(folder, path).replaceAll(sep, '/'), fileOf(readFileSync(path), type))
  }
  return files
}

function fileOf(identity: Buffer, type: string): StaticFile {
  const etag = `"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`
  if (!/^text|svg/.test(type)) return { type, etag, identity }
  const br = brotliCompressSync(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
  return { type, etag, identity, gzip: gzipSync(identity), br }
}
