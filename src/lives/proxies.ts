import { strayProxySpoke } from '#commons/identity'
import type { App } from '#kernel/app'

/** What is wrong with how the house is told of the proxies in front of it; nothing means that nothing is seen. */
export async function proxyFault(app: App): Promise<string | undefined> {
  const { baseUrl, trustedProxies } = app.config
  if (trustedProxies > 0) return undefined
  const shared = 'everybody shares its address, and failed sign-ins of one make all others wait.'
  if (baseUrl.startsWith('https:')) {
    return `TLS ends before the house, and no proxy is trusted: ${shared} Set PREGONERO_TRUSTED_PROXIES.`
  }
  return (await strayProxySpoke(app))
    ? `X-Forwarded-For came this week, and no proxy is trusted. If one stands in front, ${shared} Set PREGONERO_TRUSTED_PROXIES.`
    : undefined
}
