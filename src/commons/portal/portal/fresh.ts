import { etag } from 'hono/etag'
import type { C } from './speech.tsx'

const tagged = etag()

/** A browser may keep the page, and asks each time whether it is still the same: a slow line then carries 200 bytes. */
export async function fresh(c: C, next: () => Promise<void>): Promise<void> {
  await tagged(c, async () => {
    await next()
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'private, no-cache')
  })
}
