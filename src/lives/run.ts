import { readFileSync } from 'node:fs'
import { actorOfEmail } from '#commons/identity'
import type { App } from '#kernel/app'
import { perform } from '#kernel/perform'
import type { TerminalCommand } from '#kernel/terminal'
import { operatorOf } from './life.ts'
import { NotUnderstood, type Options } from './terminal.ts'
import { say } from './words.ts'

export const run: TerminalCommand = {
  name: 'run',
  summary: say(({ run }) => run.summary),
  usage: say(({ run }) => run.usage),
  options: {
    input: { type: 'string', summary: say(({ run }) => run.input) },
    as: { type: 'string', summary: say(({ run }) => run.as) },
  },
  async run(app, [name, ...fields], options, out) {
    if (!name) {
      const all = [...app.commands.values()].map(({ name, summary, grant }) => ({ name, summary, grant }))
      out.data(all, () => all.map((each) => `${each.name.padEnd(40)} ${each.summary}`).join('\n'))
      return 0
    }
    const command = app.commands.get(name)
    if (!command) throw new NotUnderstood(say(({ run }) => run.noCommand(name)))
    const output = await perform(app, command, await actorFor(app, options), inputFrom(fields, options))
    out.data(output ?? {}, () => JSON.stringify(output ?? {}, null, 2))
    return 0
  },
}

async function actorFor(app: App, { as }: Options) {
  if (typeof as !== 'string') return operatorOf(app)
  const actor = await actorOfEmail(app, as)
  if (!actor) throw new NotUnderstood(say(({ run }) => run.noAccount(as)))
  return actor
}

/** `field=value` says one field; the same field twice is a list. */
function inputFrom(fields: readonly string[], { input }: Options): Record<string, unknown> {
  const given: Record<string, unknown> = typeof input === 'string' ? parsed(input) : {}
  for (const field of fields) {
    const at = field.indexOf('=')
    if (at < 1) throw new NotUnderstood(say(({ run }) => run.fieldValue(field)))
    const [name, value] = [field.slice(0, at), field.slice(at + 1)]
    given[name] = name in given ? [given[name], value].flat() : value
  }
  return given
}

function parsed(input: string): Record<string, unknown> {
  try {
    return JSON.parse(input === '-' ? readFileSync(0, 'utf8') : input)
  } catch (error) {
    throw new NotUnderstood(say(({ run }) => run.notJson((error as Error).message)))
  }
}
