import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { settings } from '#config'
import { openApiOf } from '#kernel/openapi'
import { modules } from '../src/app.ts'
import {
  excusesItsSql,
  isPure,
  isShort,
  keepsItsRoom,
  keepsItsSchema,
  looksLeft,
  type Rule,
  saysNothingForbidden,
  speaksEnglish,
  staysHome,
  writesThroughTheDoor,
} from './house/rules.ts'
import { importsOf, root, sourcesIn } from './house/sources.ts'

const sources = sourcesIn(['src/**/*.{ts,tsx}'])
const migrations = sourcesIn(['src/**/migrations/*.sql'])

/** Each rule, and a file that breaks it: a check that cannot fail proves nothing. */
const rules: readonly (readonly [sentence: string, rule: Rule, path: string, broken: string])[] = [
  ['no relative import leaves its module', staysHome, 'src/commons/files/a.ts', "import { b } from '../identity/b.ts'"],
  ['the kernel knows no module', looksLeft, 'src/kernel/a.ts', "import { b } from '#commons/files'"],
  ['commons know no module', looksLeft, 'src/commons/files/a.ts', "import { b } from '#modules/publications'"],
  ['rules import only what is pure', keepsItsRoom, 'src/modules/x/rules/a.ts', "import { b } from '#kernel/database'"],
  ['pages do not write', writesThroughTheDoor, 'src/modules/x/staff/a.tsx', "work.db.insertInto('x.y')"],
  ['files are short', isShort, 'src/modules/x/a.ts', '\n'.repeat(301)],
  ['nothing forbidden is said', saysNothingForbidden, 'src/kernel/a.ts', "console.log('x')"],
  ['rules ask neither the clock nor chance', isPure, 'src/modules/x/rules/a.ts', 'const now = new Date()'],
  ['Spanish lives in words', speaksEnglish, 'src/modules/x/commands/a.ts', "const title = 'Sección'"],
  ['SQL by hand has a reason', excusesItsSql, 'src/modules/x/queries/a.ts', 'sql`select 1`'],
]

for (const [sentence, rule, path, broken] of rules) {
  test(`house: ${sentence}`, () => {
    assert.notDeepEqual(rule({ path, text: broken }), [], 'the rule does not fire on what breaks it')
    assert.deepEqual(sources.flatMap(rule), [])
  })
}

test('house: each migration names only its own schema', () => {
  const broken = { path: 'src/modules/x/migrations/0001.sql', text: 'create table y.z (id bigint)' }
  assert.notDeepEqual(keepsItsSchema(broken), [])
  assert.ok(migrations.length > 4)
  assert.deepEqual(migrations.flatMap(keepsItsSchema), [])
})

test('house: a module imports only the front doors that it needs, and they come before it', () => {
  const names = modules.map(({ name }) => name)
  for (const { name, needs } of modules) {
    assert.ok(
      needs.every((need) => names.indexOf(need) >= 0 && names.indexOf(need) < names.indexOf(name)),
      `${name} needs ${needs.join(', ')}`,
    )
    const own = sources.filter(({ path }) => new RegExp(`^src/(commons|modules)/${name}/`).test(path))
    const doors = own
      .filter(({ path }) => !/\.test\.|-house\.ts$/.test(path))
      .flatMap((source) => importsOf(source).filter((each) => /^#(commons|modules)\//.test(each)))
      .map((door) => door.split('/')[1] as string)
    assert.deepEqual(
      [...new Set(doors)].filter((door) => !needs.includes(door)),
      [],
      `${name} imports what it does not need`,
    )
  }
})

test('house: every grant that a command asks for is named in words', () => {
  const named = new Set(modules.flatMap(({ grants }) => Object.keys(grants ?? {})))
  const asked = modules.flatMap(({ commands }) => commands.map(({ grant }) => grant))
  // Whoever is at the door has no account yet: no role gives this grant.
  assert.deepEqual(
    [...new Set(asked)].filter((grant) => !named.has(grant)),
    ['identity.enter', 'notifications.subscribe'],
  )
})

test('house: .env.example names every setting, and no other', () => {
  const text = readFileSync(join(root, '.env.example'), 'utf8')
  const named = [...text.matchAll(/^#?\s?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name)
  assert.deepEqual(named.toSorted(), Object.keys(settings.shape).toSorted())
})

test('house: every command is documented in its module, and reached by page, API, schedule or reaction', () => {
  const exceptions = new Set([
    // At the door: only for people who have not signed in.
    ...['identity.set-up', 'identity.sign-in', 'identity.note-presence', 'identity.ask-reset', 'identity.accept-pass'],
    ...['identity.pass-second-step', 'identity.reset-password'],
    // Said by errands of the house itself.
    ...['files.record-run', 'files.record-erasure', 'files.release-unheld', 'publications.record-verification'],
    // Registered by whoever takes an upload in, after asking the storage.
    ...['files.receive', 'files.receive-many'],
    ...['directory.found-institution', 'publications.publish-scheduled'],
  ])
  const pages = sources.filter(
    ({ path }) => /\/(staff|portal)\//.test(path) || /terminal\.ts$|\/pages\.tsx$/.test(path),
  )
  for (const module of modules) {
    const readme = globSync(`src/{commons,modules}/${module.name}/README.md`, { cwd: root })[0]
    assert.ok(readme, `${module.name} has no README`)
    const text = readFileSync(join(root, readme), 'utf8')
    const offered = new Set(module.api?.flatMap((each) => (each.method === 'GET' ? [] : each.command.name)))
    const rung = new Set([...(module.schedule ?? []), ...(module.reactions ?? [])].map(({ job }) => job.name))
    for (const { name } of module.commands) {
      assert.ok(text.includes(`\`${name}\``), `${readme} does not name ${name}`)
      const camel = name.split('.')[1]?.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase()) ?? ''
      const paged = pages.some(({ text: page }) => new RegExp(`\\b${camel}\\b`).test(page))
      assert.ok(offered.has(name) || rung.has(name) || paged || exceptions.has(name), `nobody reaches ${name}`)
    }
  }
})

test('house: every package that the house runs on has its reason written down', () => {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  const reasons = readFileSync(join(root, 'docs/decisions/dependencies.md'), 'utf8')
  for (const [name, version] of Object.entries(dependencies)) {
    assert.match(version, /^\d/, `${name} is not pinned`)
    assert.ok(reasons.includes(`\`${name}\``), `docs/decisions/dependencies.md does not speak of ${name}`)
  }
})

test('house: each page of documentation has one title, and its links lead somewhere', () => {
  const pages = sourcesIn(['*.md', 'docs/**/*.md', 'src/**/README.md'])
  assert.ok(pages.length > 10)
  for (const { path, text } of pages) {
    const bare = text.replaceAll(/```[\s\S]*?```/g, '')
    assert.equal(bare.match(/^# /gm)?.length, 1, `${path} has not one title`)
    for (const [, target = ''] of bare.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)) {
      const found = globSync(join(path, '..', target), { cwd: root })
      assert.ok(found.length > 0, `${path} points at ${target}, which is not there`)
    }
  }
})

test('house: whatever a form can do, the API can', () => {
  // A person's own password and second step are theirs alone, in a browser; so is the door before they are known.
  const own =
    /^identity\.(change-password|(?:start|confirm|remove|pass)-second-step|sign-in|accept-pass|ask-reset|set-up|note-presence|reset-password)$/
  const others = new Set([
    // Uploads have an address of their own; citizens subscribe without an account.
    ...['files.receive', 'files.receive-many', 'notifications.ask-subscription'],
    ...['notifications.confirm-subscription', 'notifications.end-subscription', 'directory.found-institution'],
    // The house itself says these: by a schedule, a reaction or an errand.
    ...['files.record-run', 'files.record-erasure', 'files.release-unheld', 'publications.record-verification'],
    ...['publications.publish-scheduled', 'publications.call-for-revalidation', 'publications.lapse-requests'],
    'publications.rearm-schedules',
  ])
  const offered = new Set(
    modules.flatMap(({ api }) => (api ?? []).flatMap((each) => (each.method === 'GET' ? [] : each.command.name))),
  )
  const commands = modules.flatMap((module) => module.commands.map(({ name }) => name))
  const missing = commands.filter((name) => !offered.has(name) && !own.test(name) && !others.has(name))
  assert.deepEqual(missing, [])
  assert.deepEqual(
    [...others].filter((name) => offered.has(name) || !commands.includes(name)),
    [],
    'an exception that is none',
  )
})

test('house: the OpenAPI document says every operation once, with its grant, input and refusals', () => {
  const { paths } = openApiOf(modules, { url: 'https://portal.example.mx', version: '1' })
  const said = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  const operations = modules.flatMap(({ api }) => api ?? [])
  assert.equal(said.length, operations.length)
  assert.equal(new Set(said.map(({ operation }) => operation.operationId)).size, said.length)
  for (const { path, operation } of said) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    const parameters = operation['parameters'] as { name: string; in: string }[]
    assert.deepEqual(
      parameters.filter((each) => each.in === 'path').map(({ name }) => name),
      named,
      path,
    )
    assert.ok('default' in (operation['responses'] as object), path)
  }
})
