import { strayProxySpoke } from '#commons/identity'
import type { App } from '#kernel/app'
import type { Said } from '#kernel/words'
import { say } from './words.ts'

/** What is wrong with how the house is told of the proxies in front of it; nothing means that nothing is seen. */
export async function proxyFault(app: App): Promise<Said | undefined> {
  const { baseUrl, trustedProxies } = app.config
  if (trustedProxies > 0) return undefined
  if (baseUrl.startsWith('https:')) return say(({ proxy }) => proxy.tlsBefore)
  return (await strayProxySpoke(app)) ? say(({ proxy }) => proxy.strayHeader) : undefined
}
