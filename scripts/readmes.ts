import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { modules } from '../src/app.ts'

// Writes the lists of commands and tables at the end of each module's README: node --import ./scripts/register.mjs
// scripts/readmes.ts. What stands above them is written by hand.

const root = join(import.meta.dirname, '..')
const mark = '## Commands'

for (const { name, commands, migrations } of modules) {
  const file = ['commons', 'modules'].map((layer) => join(root, 'src', layer, name, 'README.md')).find(existsSync)
  if (!file) throw new Error(`${name} has no README.`)
  const [above = ''] = readFileSync(file, 'utf8').split(`\n${mark}`)
  const lines = commands.map((command) => `- \`${command.name}\` — ${command.summary} Grant: \`${command.grant}\`.`)
  const tables = migrations.flatMap(({ text }) =>
    [...text.matchAll(/^create (?:table|view) (\S+)/gm)].map(([, table]) => `\`${table}\``),
  )
  const owned = tables.length > 0 ? `\n## Tables\n\n${tables.join(', ')}\n` : ''
  const listed = lines.length > 0 ? lines.join('\n') : 'None: it only shows.'
  writeFileSync(file, `${above.trimEnd()}\n\n${mark}\n\n${listed}\n${owned}`)
}
