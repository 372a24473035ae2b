import { z } from 'zod'
import type { Schema } from './command.ts'
import type { Module, Operation } from './module.ts'

type Json = Readonly<Record<string, unknown>>
export interface OperationDocument extends Json {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly summary: string
  /** The grant that the caller needs; null where anybody may ask. */
  readonly 'x-grant': string | null
}
export interface OpenApi extends Json {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationDocument>>>>
}

/** The API of these modules as an OpenAPI 3.1 document. It is made from the code, so that it cannot say otherwise. */
export function openApiOf(
  modules: readonly Module[],
  server: { readonly url: string; readonly version: string },
): OpenApi {
  const paths: Record<string, Record<string, OperationDocument>> = {}
  for (const module of modules) {
    for (const operation of module.api ?? []) {
      const path = operation.path.replaceAll(/:(\w+)/g, '{$1}')
      paths[path] = { ...paths[path], [operation.method.toLowerCase()]: documentOf(module.name, operation) }
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Pregonero',
      version: server.version,
      description:
        'What a form of the desk can do, a program can do here, with the same grants, reasons and ledger. Errors are RFC 9457 problems.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: `${server.url}/api/v1` }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: problem },
      responses: {
        Problem: {
          description: 'What was refused and why, each reason with the field that it speaks of.',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  }
}

const problem = {
  type: 'object',
  required: ['type', 'title', 'status'],
  properties: {
    type: { type: 'string', examples: ['urn:pregonero:invalid'] },
    title: { type: 'string' },
    status: { type: 'integer' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['detail'],
        properties: { field: { type: 'string' }, detail: { type: 'string' } },
      },
    },
  },
}

function documentOf(module: string, operation: Operation): OperationDocument {
  const reads = operation.method === 'GET'
  const { name, summary, grant, input } = reads ? operation : operation.command
  const schema = schemaOf(input)
  const named = [...operation.path.matchAll(/:(\w+)/g)].map(([, parameter]) => parameter as string)
  const rest = Object.entries(schema.properties).filter(([property]) => !named.includes(property))
  const seen = !reads && 'version' in schema.properties
  // The version that was seen travels in the body or in If-Match.
  const required = schema.required.filter((property) => !named.includes(property) && property !== 'version')
  const inPath = named.map((parameter) => ({
    ...{ name: parameter, in: 'path', required: true },
    schema: schema.properties[parameter] ?? { type: 'string' },
  }))
  const inQuery = rest.map(([parameter, shape]) => ({
    ...{ name: parameter, in: 'query', required: required.includes(parameter), schema: shape },
  }))
  const body = { type: 'object', properties: Object.fromEntries(rest), ...(required.length > 0 ? { required } : {}) }
  const done = reads ? 200 : operation.done
  return {
    operationId: name,
    tags: [module],
    summary,
    'x-grant': grant ?? null,
    security: grant === undefined ? [{}] : [{ token: [] }],
    parameters: reads ? [...inPath, ...inQuery] : [...inPath, retryKey, ...(seen ? [ifMatch] : [])],
    ...(reads || rest.length === 0
      ? {}
      : { requestBody: { required: required.length > 0, content: { 'application/json': { schema: body } } } }),
    responses: {
      [done]: {
        description: 'Done',
        content: { 'application/json': { schema: reads ? schemaOf(operation.output) : { type: 'object' } } },
      },
      default: { $ref: '#/components/responses/Problem' },
    },
  }
}

const retryKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'The same key and input are done once and answered as the first time.',
  schema: { type: 'string', minLength: 8, maxLength: 100 },
}

const ifMatch = {
  name: 'If-Match',
  in: 'header',
  required: false,
  description: 'The `ETag` of the record as it was read, instead of `version`. Without either, 428; stale, 409.',
  schema: { type: 'string', pattern: '^"\\d+"$' },
}

interface ObjectSchema {
  readonly properties: Readonly<Record<string, unknown>>
  readonly required: readonly string[]
}

function schemaOf(schema: Schema<unknown>): ObjectSchema & Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema as z.ZodType, { io: 'input', unrepresentable: 'any' })
  return { ...rest, properties: rest.properties ?? {}, required: rest.required ?? [] }
}
