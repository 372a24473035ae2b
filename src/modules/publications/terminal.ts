import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { zoneOf } from '#commons/directory'
import { actorOfEmail } from '#commons/identity'
import type { App } from '#kernel/app'
import { perform } from '#kernel/perform'
import { localDateOf } from '#kernel/pure/dates'
import { textOfSheet } from '#kernel/sheets'
import type { ExitCode, Output, TerminalCommand } from '#kernel/terminal'
import { undoImport } from './commands/importing.ts'
import { bringIn } from './importing/bring.ts'
import { readSheet } from './importing/sheet.ts'
import { sayInTerminal as say, terminalWords } from './words/terminal.ts'

type Options = Readonly<Record<string, string | boolean>>

/** Who it is done as: an account, or whoever sits at the machine. */
async function actorFor(app: App, as: string | boolean | undefined) {
  if (typeof as !== 'string') return { ...app.steward, id: 'terminal', name: 'terminal' }
  return actorOfEmail(app, as)
}

async function bring(app: App, folder: string, options: Options, out: Output): Promise<ExitCode> {
  const said = terminalWords[out.locale].importing
  const sheetFile = typeof options['sheet'] === 'string' ? resolve(options['sheet']) : ''
  const root = resolve(folder)
  if (!existsSync(sheetFile) || !existsSync(root)) {
    const lost = existsSync(root) ? sheetFile : root
    out.error(lost === '' ? said.noSheet : said.noFile(lost))
    return 1
  }
  const actor = await actorFor(app, options['as'])
  if (!actor) {
    out.error(said.noAccount(String(options['as'])))
    return 1
  }
  const today = localDateOf(app.clock(), await zoneOf(app))
  const has = (path: string) => existsSync(join(root, path)) && statSync(join(root, path)).isFile()
  const { lines, bad } = await readSheet(app, textOfSheet(readFileSync(sheetFile)), today, has)
  for (const { line, column, said } of bad) out.error(`${sheetFile}:${line} ${column}: ${said[out.locale]}`)
  if (options['apply'] !== true || (bad.length > 0 && options['skip-bad'] !== true)) {
    const preview = lines
      .slice(0, 20)
      .map(({ line, title, publishedOn, files }) => ({ line, title, publishedOn, files }))
    out.data({ ready: lines.length, bad: bad.length, preview }, () =>
      [
        ...preview.map(
          ({ line, title, publishedOn, files }) => `${line}  ${publishedOn}  ${title}  (${files.join(', ')})`,
        ),
        said.would(lines.length, bad.length),
      ].join('\n'),
    )
    return bad.length > 0 ? 1 : 0
  }
  const brought = await bringIn(
    app,
    actor,
    sheetFile,
    lines,
    (path) => createReadStream(join(root, path)),
    (done, total) => out.progress(done, total, said.label),
  )
  out.data(brought, () =>
    brought.documents === 0 ? said.nothing : said.brought(brought.documents, brought.batches.join(' ')),
  )
  return 0
}

async function undo(app: App, batches: readonly string[], options: Options, out: Output): Promise<ExitCode> {
  const actor = await actorFor(app, options['as'])
  if (!actor || batches.length === 0) return 2
  let documents = 0
  for (const batch of batches) documents += (await perform(app, undoImport, actor, { batch: Number(batch) })).documents
  out.data({ documents }, () => terminalWords[out.locale].importing.takenBack(documents))
  return 0
}

export const importing: TerminalCommand = {
  name: 'import',
  summary: say(({ importing }) => importing.summary),
  usage: say(({ importing }) => importing.usage),
  options: {
    sheet: { type: 'string', summary: say(({ importing }) => importing.sheet) },
    apply: { type: 'boolean', summary: say(({ importing }) => importing.apply) },
    'skip-bad': { type: 'boolean', summary: say(({ importing }) => importing.skipBad) },
    as: { type: 'string', summary: say(({ importing }) => importing.as) },
  },
  async run(app, [what, ...rest], options, out) {
    if (what === 'undo') return undo(app, rest, options, out)
    if (what) return bring(app, what, options, out)
    out.error(`pregonero import ${importing.usage[out.locale]}`)
    return 2
  },
}
