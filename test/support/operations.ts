import { openApiOf } from '#kernel/openapi'
import { modules } from '../../src/app.ts'

export interface EndpointTold {
  readonly name: string
  /** Whether its document says that `If-Match` is taken. */
  readonly asksVersion: boolean
}

/** What the API's own document says of the writes at an address and below it. */
export function endpointsOf(address: string): readonly EndpointTold[] {
  const { paths } = openApiOf(modules, { url: 'https://portal.example.mx', version: '1' })
  const at = address.replaceAll(/:(\w+)/g, '{$1}')
  return Object.entries(paths)
    .filter(([path]) => path === at || path.startsWith(`${at}/`))
    .flatMap(([, methods]) => Object.entries(methods))
    .filter(([method]) => method !== 'get')
    .map(([, operation]) => ({
      name: operation.operationId,
      asksVersion: (operation['parameters'] as { name: string }[]).some(({ name }) => name === 'If-Match'),
    }))
}
