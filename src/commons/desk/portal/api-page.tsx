import type { Context } from 'hono'
import type { Env } from '#kernel/module'
import { type OperationDocument, openApiOf } from '#kernel/openapi'
import { PageHead, portalPage, Section, Table } from '#ui'
import { words } from '../words.ts'

type C = Context<Env>

interface Line extends OperationDocument {
  readonly method: string
  readonly path: string
}

/** The API, readable: what there is, which grant each needs, and how to ask. */
export async function apiPage(c: C): Promise<Response> {
  const { app, locale } = c.var
  const said = words[locale]
  const { paths } = openApiOf(app.modules, { url: app.config.baseUrl, version: '1' })
  const lines = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Line => ({ ...operation, method: method.toUpperCase(), path })),
  )
  const modules = Map.groupBy(lines, ({ tags }) => tags[0] as string)
  const titleOf = (name: string) => app.modules.find((module) => module.name === name)?.title?.[locale] ?? name
  return portalPage(
    c,
    { title: said.api, description: said.apiBelow },
    <>
      <PageHead title={said.api} below={said.apiBelow} large />
      <ul class="prose">
        <li>
          <a href="/api/v1/openapi.json">{said.apiSpecification}</a>: <code>{app.config.baseUrl}/api/v1</code>
        </li>
        <li>{said.apiToken}</li>
        <li>{said.apiErrors}</li>
        <li>{said.apiRetry}</li>
        <li>{said.apiPages}</li>
      </ul>
      {[...modules].map(([module, operations]) => (
        <Section id={module} title={titleOf(module)} large>
          <Table
            caption={titleOf(module)}
            rows={operations}
            columns={[
              {
                key: 'operation',
                title: said.operation,
                value: ({ method, path }) => `${method} ${path}`,
                cell: ({ method, path }) => (
                  <code>
                    {method} {path}
                  </code>
                ),
              },
              {
                key: 'what',
                title: said.what,
                value: ({ summary }) => summary,
                cell: ({ summary }) => <span lang="en">{summary}</span>,
              },
              {
                key: 'grant',
                title: said.grantNeeded,
                value: (operation) => operation['x-grant'],
                cell: (operation) => (operation['x-grant'] ? <code>{operation['x-grant']}</code> : said.open),
              },
            ]}
          />
        </Section>
      ))}
    </>,
  )
}
