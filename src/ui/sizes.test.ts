import assert from 'node:assert/strict'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

// What a telephone on a slow line has to fetch before it can show a page.

test('all letters together weigh at most 80 kB', () => {
  const folder = join(import.meta.dirname, 'assets/fonts')
  const files = readdirSync(folder)
  const bytes = files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0)
  assert.ok(files.length >= 3)
  assert.ok(bytes <= 80_000, `${bytes} bytes`)
})

test('all islands together weigh at most 10 kB compressed', async () => {
  const bytes = gzipSync(await bundled('islands/index.ts')).length
  assert.ok(bytes > 4_000 && bytes <= 10_240, `${bytes} bytes`)
})

test('the editor, the one heavy island, weighs at most 80 kB compressed', async () => {
  const bytes = gzipSync(await bundled('islands/heavy-rich-text.ts')).length
  assert.ok(bytes > 20_000 && bytes <= 81_920, `${bytes} bytes`)
})

test('all styles together weigh at most 16 kB compressed', async () => {
  const bytes = gzipSync(await bundled('styles/index.css')).length
  assert.ok(bytes > 4_000 && bytes <= 16_384, `${bytes} bytes`)
})

async function bundled(entry: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, entry)],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: ['es2022', 'chrome111', 'firefox115', 'safari16.4'],
    external: ['*.woff2'],
    logLevel: 'silent',
  })
  return outputFiles[0]?.contents ?? new Uint8Array()
}
