import { entersWhereListed } from './packages.ts'
import { isLayered, isRoom, keepsItsRoom, knowsOnlyItself, looksLeft, staysHome } from './rooms.ts'
import { explainsInEnglish, isCode, isNamed, saysNothingForbidden, saysNothingItself, speaksEnglish } from './saying.ts'
import { asksTheClockOfTheHouse, hasShortFunctions, isMeasured, isPure, isPurePlace, isShort, isTold } from './shape.ts'
import { isTest, type Source } from './sources.ts'
import { excusesItsSql, isOfTheServer, keepsItsSchema, writesThroughTheDoor } from './writing.ts'

/** What every file of a kind keeps, with files that break it: a rule that cannot fail proves nothing. */
export interface Rule {
  readonly sentence: string
  /** The files that it reads. */
  reads(path: string): boolean
  /** What is wrong with one of them; nothing when it keeps the rule. */
  faultsOf(source: Source): readonly string[]
  /** Each must be noticed: path and text. */
  readonly broken: readonly (readonly [path: string, text: string])[]
  /** Looks alike and keeps it. */
  readonly kept?: readonly (readonly [path: string, text: string])[]
  /** Files that break it all the same, and why; one that no longer does fails. */
  readonly excused?: Readonly<Record<string, string>>
}

const inSource = (path: string) => path.startsWith('src/') && !path.endsWith('.sql')
const inPure = (path: string) => path.startsWith('src/kernel/pure/') && !isTest(path)
const isTypeScript = (path: string) => /\.tsx?$/.test(path)

export const rules: readonly Rule[] = [
  {
    sentence: 'no relative import leaves its module',
    reads: isLayered,
    faultsOf: staysHome,
    broken: [
      ['src/commons/files/queries.ts', "import { b } from '../identity/queries.ts'"],
      ['src/kernel/app.ts', "export type { B } from '../ui/b.ts'"],
      ['src/modules/x/staff/a.tsx', "const late = await import('../../y/index.ts')"],
    ],
  },
  {
    sentence: 'layers look left: the kernel and ui name no module, commons none of the modules',
    reads: isLayered,
    faultsOf: looksLeft,
    broken: [
      ['src/kernel/a.ts', "import { b } from '#commons/files'"],
      ['src/kernel/a.ts', "import { b } from '#config'"],
      ['src/ui/a.tsx', "import { b } from '#commons/directory'"],
      ['src/commons/files/a.ts', "import { b } from '#modules/publications'"],
    ],
  },
  {
    sentence: 'each room of a module imports only what its row allows',
    reads: isRoom,
    faultsOf: keepsItsRoom,
    broken: [
      ['src/modules/x/rules/a.ts', "import { b } from '#kernel/database'"],
      ['src/modules/x/rules.ts', "import { b } from './queries.ts'"],
      ['src/modules/x/rules/a.ts', "import { b } from '../words.ts'"],
      ['src/modules/x/tables.ts', "import { b } from './rules.ts'"],
      ['src/modules/x/events.ts', "import { b } from './queries.ts'"],
      ['src/modules/x/queries/a.ts', "import { b } from '../commands/a.ts'"],
      ['src/modules/x/queries.ts', "import { b } from '#kernel/web'"],
      ['src/modules/x/commands/a.ts', "import { b } from '../staff/a.tsx'"],
      ['src/modules/x/commands/a.ts', "import { b } from '#kernel/perform'"],
      ['src/modules/x/commands/a.ts', "import { b } from '#ui'"],
      ['src/modules/x/errands.ts', "import { b } from '#kernel/web'"],
      ['src/modules/x/staff/a.tsx', "import { rows } from '../tables.ts'"],
      ['src/modules/x/portal/a.tsx', "import { b } from '../staff/a.tsx'"],
      ['src/modules/x/api.ts', "import { b } from '#commons/files'"],
      ['src/modules/x/words.es.ts', "import { b } from './queries.ts'"],
      ['src/modules/x/index.ts', "import { b } from '#kernel/web'"],
      ['src/modules/x/parlour.ts', 'export const tea = 1'],
    ],
    kept: [
      ['src/modules/x/staff/a.tsx', "import type { XTables } from '../tables.ts'"],
      ['src/modules/x/rules/a.ts', "import { days } from '#kernel/pure/dates'"],
    ],
    excused: {
      'src/commons/directory/commands/institution.ts':
        'whether a theme can be read is arithmetic of the design system, which owns the colours it stands on',
    },
  },
  {
    sentence: 'the pure part of the kernel imports only itself',
    reads: inPure,
    faultsOf: knowsOnlyItself,
    broken: [
      ['src/kernel/pure/a.ts', "import { createHash } from 'node:crypto'"],
      ['src/kernel/pure/a.ts', "import { b } from '../app.ts'"],
      ['src/kernel/pure/a.ts', "import { z } from 'zod'"],
    ],
  },
  {
    sentence: 'third parties enter only by the files that the table of packages names',
    reads: (path) => inSource(path) && !isTest(path),
    faultsOf: entersWhereListed,
    broken: [
      ['src/modules/x/commands/a.ts', "import { Hono } from 'hono'"],
      ['src/modules/x/staff/a.tsx', "import { sql } from 'kysely'"],
      ['src/kernel/a.ts', "import { marked } from 'marked'"],
      ['src/kernel/a.ts', "const pdf = await import('pdfjs-dist/legacy/build/pdf.mjs')"],
    ],
    kept: [['src/kernel/jobs.ts', "import { PgBoss } from 'pg-boss'"]],
  },
  {
    sentence: 'only commands write, and what the written list names',
    reads: isOfTheServer,
    faultsOf: writesThroughTheDoor,
    broken: [
      ['src/modules/x/staff/a.tsx', "work.db.insertInto('x.y')"],
      ['src/modules/x/queries.ts', "db.updateTable('x.y')"],
      ['src/commons/x/pages.tsx', "db.deleteFrom('x.y')"],
      ['src/modules/x/errands.ts', 'const db = app.db as never'],
      ['src/modules/x/offers.ts', 'sql`delete from x.y`'],
      ['src/modules/x/queries/a.ts', 'sql`\n    INSERT INTO x.y values (1)`'],
    ],
    kept: [['src/modules/x/commands.ts', "work.db.insertInto('x.y')"]],
  },
  {
    sentence: 'SQL by hand says why, directly above',
    reads: isOfTheServer,
    faultsOf: excusesItsSql,
    broken: [
      ['src/modules/x/queries/a.ts', 'sql`select 1`'],
      ['src/modules/x/queries/a.ts', '// By hand: far away.\n\nconst a = 1\n\nsql`select 1`'],
      ['src/modules/x/queries/a.ts', '// Counts them.\nawait sql<{ n: number }>`select 1`'],
      ['src/kernel/a.ts', 'sql.raw(text)'],
    ],
    kept: [['src/modules/x/queries/a.ts', '// By hand: no builder writes it.\nsql`select 1`']],
  },
  {
    sentence: 'each migration names only its own schema',
    reads: (path) => path.endsWith('.sql'),
    faultsOf: keepsItsSchema,
    broken: [
      ['src/modules/x/migrations/0001.sql', 'create table y.z (id bigint)'],
      ['src/modules/x/migrations/0001.sql', 'update y.z set id = 1'],
      ['src/modules/x/migrations/0001.sql', 'CREATE INDEX z_at ON Y.Z (at)'],
      ['src/modules/x/migrations/0001.sql', 'create table x.a (b bigint references "y"."z")'],
      ['src/modules/x/migrations/0001.sql', 'set search_path to y'],
    ],
    kept: [['src/modules/x/migrations/0001.sql', "create table x.a (b text check (b <> 'y.z')); -- y.z"]],
  },
  {
    sentence: 'Spanish stands in words, in public addresses and in data of Spanish',
    reads: (path) => inSource(path) && isCode(path),
    faultsOf: speaksEnglish,
    broken: [
      ['src/modules/x/commands/a.ts', "const title = 'Sección'"],
      ['src/modules/x/commands/a.ts', 'const title = "Sección"'],
      ['src/modules/x/commands/a.ts', 'const title = `Solicitud número uno`'],
      ['src/modules/x/commands/a.ts', "const title = 'La solicitud de la persona'"],
      ['src/modules/x/staff/a.tsx', 'const a = <p>Publicación</p>'],
      ['src/modules/x/staff/a.tsx', 'const a = <p>Faltan los archivos del acuerdo</p>'],
      ['src/modules/x/staff/a.tsx', 'const año = 2026'],
    ],
    kept: [
      ['src/modules/x/staff/a.ts', "const at = '/solicitudes/nueva'"],
      ['src/modules/x/rules/a.ts', '/** Quórum (Reglamento, art. 18). */'],
    ],
    excused: {
      'src/commons/identity/rules/roles.ts': 'data: the names of the roles that a house begins with, in both languages',
      'src/kernel/pure/dates.ts': 'data of Spanish: days, months and how a date is written',
      'src/kernel/pure/holidays.ts': 'data: the holidays of the law, in both languages',
      'src/lives/progress-page.ts': 'shown before there is a house, in both languages at once',
    },
  },
  {
    sentence: 'comments explain in English; Spanish in them is quoted or cites the law',
    reads: (path) => inSource(path) && isCode(path),
    faultsOf: explainsInEnglish,
    broken: [
      ['src/modules/x/a.ts', '// La sección del portal'],
      ['src/modules/x/a.ts', '/** Revisa que los archivos de la solicitud estén completos. */'],
    ],
    kept: [
      ['src/modules/x/a.ts', '/** Derecho de cancelación (LGPDPPSO, art. 46). */'],
      ['src/modules/x/a.ts', '/** Named in the arrows: «Subir Anexo 2». */'],
    ],
  },
  {
    sentence: 'no page says a word by itself, in any language',
    reads: (path) => path.startsWith('src/') && path.endsWith('.tsx') && !isTest(path),
    faultsOf: saysNothingItself,
    broken: [
      ['src/modules/x/staff/a.tsx', 'const a = <p>Enviar</p>'],
      ['src/modules/x/staff/a.tsx', 'const a = <h1 class="big">Send it</h1>'],
      ['src/modules/x/staff/a.tsx', 'const a = <TextInput name="a" label="Nombre" />'],
      ['src/ui/a.tsx', 'const a = <img alt="A chart" />'],
    ],
    excused: { 'src/ui/catalogue/foundations.tsx': 'specimens: each line of type is written with its own name' },
  },
  {
    sentence: 'files are short',
    reads: (path) => isTypeScript(path) && isMeasured(path),
    faultsOf: isShort,
    broken: [
      ['src/modules/x/a.ts', 'a\n'.repeat(301)],
      ['src/ui/catalogue/a.tsx', 'a\n'.repeat(301)],
      ['test/a.test.ts', 'a\n'.repeat(301)],
    ],
    kept: [['src/modules/x/words.es.ts', 'a\n'.repeat(301)]],
  },
  {
    sentence: 'functions have at most 60 lines',
    reads: (path) => isTypeScript(path) && isMeasured(path),
    faultsOf: hasShortFunctions,
    broken: [
      ['src/modules/x/a.ts', `export async function a() {\n${'  b()\n'.repeat(60)}}\n`],
      ['src/modules/x/a.ts', `const a = (b: number) => {\n${'  b()\n'.repeat(60)}}\n`],
      ['src/modules/x/a.ts', `class A {\n  async a(b: number): Promise<void> {\n${'    b()\n'.repeat(60)}  }\n}\n`],
      ['src/modules/x/a.ts', `function a(\n  b: number,\n): number {\n${'  b()\n'.repeat(60)}}\n`],
    ],
    kept: [
      ['src/modules/x/a.ts', `function a() {\n${'  b()\n'.repeat(40)}}\nfunction c() {\n${'  b()\n'.repeat(40)}}\n`],
    ],
  },
  {
    sentence: 'rules and the pure part of the kernel ask neither the clock, nor chance, nor the world',
    reads: isPurePlace,
    faultsOf: isPure,
    broken: ['new Date()', 'new Date( )', 'new Date', 'Date.now()', 'Math.random()', 'performance.now()']
      .concat([
        'process.env',
        "fetch('https://a.example')",
        'crypto.randomUUID()',
        'setTimeout(a, 1)',
        "import('./b.ts')",
      ])
      .map((asked) => ['src/modules/x/rules/a.ts', `export const a = () => ${asked}`] as const),
    kept: [
      ['src/modules/x/rules/a.ts', "const at = new Date(instant) // the process of new Date()\nconst b = 'process'"],
    ],
  },
  {
    sentence: 'commands, queries and errands ask the clock of the house',
    reads: isTold,
    faultsOf: asksTheClockOfTheHouse,
    broken: [
      ['src/modules/x/commands/a.ts', 'const now = new Date()'],
      ['src/modules/x/queries.ts', 'where(Date.now())'],
      ['src/modules/x/errands/a.ts', 'Math.random()'],
    ],
  },
  {
    sentence: 'nothing forbidden is said',
    reads: inSource,
    faultsOf: saysNothingForbidden,
    broken: [
      "console.log('x')",
      '// TODO: later',
      '// FIXME',
      'debugger',
      'test.skip(a)',
      'class AreaManager {}',
      "style-src 'unsafe-inline'",
    ]
      .concat(['const fileService = 1', 'function dateHelper() {}'])
      .map((said) => ['src/kernel/a.ts', said] as const),
  },
  {
    sentence: 'no file is called utils, helpers, common or types',
    reads: isTypeScript,
    faultsOf: isNamed,
    broken: ['src/modules/x/utils.ts', 'src/modules/x/helpers/dates.ts', 'src/modules/x/common.ts']
      .concat(['src/modules/x/types.ts', 'src/modules/x/staff/date-utils.tsx', 'test/support/helper.ts'])
      .map((path) => [path, ''] as const),
    kept: [['src/commons/files/queries.ts', '']],
  },
]
