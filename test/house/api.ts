import type { Module } from '#kernel/module'
import { type OpenApi, openApiOf } from '#kernel/openapi'
import { modules } from '../../src/app.ts'

/** What docs/api/openapi.json must say: the document of a house whose address is an example. */
export const apiDocument = (of: readonly Module[] = modules): string =>
  `${JSON.stringify(openApiOf(of, { url: 'https://portal.example', version: '1' }), null, 2)}\n`

/** Every operation once, with a name of its own, the parameters of its path, and how it refuses. */
export function faultsOfApi({ paths }: Pick<OpenApi, 'paths'>, operations: number): readonly string[] {
  const said = Object.entries(paths).flatMap(([path, methods]) =>
    Object.values(methods).map((operation) => ({ path, operation })),
  )
  const ids = said.map(({ operation }) => operation.operationId)
  return [
    ...(said.length === operations ? [] : [`${said.length} operations are said, of ${operations}`]),
    ...ids.filter((id, at) => ids.indexOf(id) < at).map((id) => `${id} is said twice`),
    ...said.flatMap(({ path, operation }) => {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).join()
      const parameters = (operation['parameters'] as { name: string; in: string }[])
        .filter((each) => each.in === 'path')
        .map(({ name }) => name)
        .join()
      return [
        ...(named === parameters ? [] : [`${path} takes ${parameters}`]),
        ...('default' in (operation['responses'] as object) ? [] : [`${path} does not say how it refuses`]),
        ...(operation['x-grant'] === undefined ? [`${path} does not say what it asks`] : []),
      ]
    }),
  ]
}
