import type { Context } from 'hono'
import { holds } from './actor.ts'
import { asking } from './doors.ts'
import type { Env, Resource } from './module.ts'
import { invalid } from './refusals.ts'
import { denied } from './web.ts'

/** A query, asked in its address and answered in JSON. */
export const answerResource =
  // biome-ignore lint/suspicious/noExplicitAny: resources differ in input; only their common shape matters here.
  ({ grant, input, read, version }: Resource<any, any>) =>
    asking(grant, async (c: Context<Env>): Promise<Response> => {
      const { app, actor } = c.var
      if (grant !== undefined && !holds(actor, grant)) throw await denied(c, grant)
      const asked = { ...c.req.query(), ...c.req.param() }
      const parsed = input.safeParse(asked)
      if (!parsed.success) throw invalid(parsed.error.issues, asked)
      const output = await read(app, parsed.data, actor)
      if (version) c.header('etag', `"${version(output)}"`)
      return c.json(output)
    })
