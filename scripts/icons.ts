import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

// Inlines the drawings the house uses from the Lucide set, so that no page waits for an icon.

const names =
  `archive arrow-down arrow-left arrow-right arrow-up at-sign ban bell between-horizontal-start between-vertical-start
bold book-open bookmark building-2 calendar calendar-check calendar-clock calendar-days calendar-heart chart-line
check chevron-down chevron-left chevron-right chevron-up chevrons-up-down circle circle-alert circle-check circle-dot
circle-question-mark circle-x clock clock-alert columns-3 contrast copy database download ellipsis external-link eye
eye-off file file-check file-plus file-search file-text file-up fingerprint-pattern folder folder-open folder-up gavel
globe grip-vertical hash heading-2 heading-3 history house image inbox info italic key-round landmark languages link
list list-checks list-filter list-ordered lock log-in log-out mail map menu message-square message-square-text minus
moon newspaper octagon-x paperclip pause pencil play plus printer quote redo-2 refresh-cw remove-formatting rotate-ccw
save scale search send settings shapes shield-check sliders-horizontal sun table tag trash-2 triangle-alert undo-2
unlink upload user user-check user-plus users x`.split(/\s+/)

const root = join(import.meta.dirname, '..')

function drawingOf(name: string): string {
  const svg = readFileSync(join(root, `node_modules/lucide-static/icons/${name}.svg`), 'utf8')
  const inside = svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'))
  return inside
    .replace(/\s*\n\s*/g, '')
    .replaceAll(' />', '/>')
    .trim()
}

const key = (name: string): string => (name.includes('-') ? `'${name}'` : name)
const lines = names.map((name) => `  ${key(name)}: '${drawingOf(name)}',`)
const { version } = JSON.parse(readFileSync(join(root, 'node_modules/lucide-static/package.json'), 'utf8')) as {
  version: string
}
writeFileSync(
  join(root, 'src/ui/icons.generated.ts'),
  `// Drawings of Lucide ${version} (ISC licence), written by scripts/icons.ts.\nexport const icons = {\n${lines.join('\n')}\n} as const\n`,
)
console.log(`${names.length} icons`)
