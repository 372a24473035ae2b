import { globSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { settings } from '#config'
import { openApiOf } from '#kernel/openapi'
import { modules } from '../../src/app.ts'
import { apiDocument, faultsOfApi } from './api.ts'
import type { Fact } from './facts.ts'
import { faultsOfGlossary, shapesPublished, termsIn, typesPublishedBy } from './glossary.ts'
import { entrances, unusedEntrances } from './packages.ts'
import { digestsOf, faultsOfReleased, released } from './released.ts'
import { isTest, root, type Source, sourceAt, sourcesIn } from './sources.ts'
import { beside, unusedLeaves } from './writing.ts'

const differing = (one: readonly string[], other: readonly string[], where: string): readonly string[] =>
  one.filter((each) => !other.includes(each)).map((each) => `${where} ${each}`)
const sameOnBothSides = (one: readonly string[], other: readonly string[], sides: readonly [string, string]) => [
  ...differing(one, other, sides[0]),
  ...differing(other, one, sides[1]),
]

const settingsIn = (text: string) => [...text.matchAll(/^#?\s?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name as string)
const sidesOfSettings = ['config.ts does not read', '.env.example does not name'] as const

/** One title, and links that lead to files that are there. */
function faultsOfPage({ path, text }: Source, isThere: (target: string) => boolean): readonly string[] {
  const bare = text.replaceAll(/```[\s\S]*?```/g, '')
  const links = [...bare.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(([, target]) => target as string)
  return [
    ...(bare.match(/^# /gm)?.length === 1 ? [] : [`${path} has not one title`]),
    ...links
      .filter((target) => !isThere(normalize(join(dirname(path), target))))
      .map((target) => `${path} points at ${target}, which is not there`),
  ]
}
const isThere = (target: string) => globSync(target.replace(/\/$/, ''), { cwd: root }).length > 0

type Packages = Readonly<Record<string, string>>
const faultsOfPackages = (packages: Packages, listed: readonly string[]): readonly string[] => [
  ...Object.entries(packages)
    .filter(([, version]) => !/^\d+\.\d+\.\d+/.test(version))
    .map(([name]) => `${name} is not pinned`),
  ...sameOnBothSides(Object.keys(packages), listed, ['the table has no', 'package.json has no']),
]
const packagesInUse = (): Packages =>
  (JSON.parse(sourceAt('package.json').text) as { dependencies: Packages }).dependencies

const everySource = () => sourcesIn(['src/**/*.{ts,tsx}', 'scripts/*.mjs']).filter(({ path }) => !isTest(path))
const textOf = (pattern: string) =>
  sourcesIn([pattern])
    .map(({ text }) => text)
    .join('\n')
const glossary = () => ({
  terms: termsIn(sourceAt('GLOSSARY.md').text),
  codeOf: new Map([
    ['kernel', textOf('src/kernel/**/*.ts')],
    ...modules.map(({ name }): [string, string] => [name, textOf(`src/{commons,modules}/${name}/**/*.{ts,tsx}`)]),
  ]),
  published: sourcesIn(['src/{commons,modules}/*/index.ts']).flatMap(typesPublishedBy),
})
const term = { term: 'área', code: 'area', meaning: 'A unit.', source: 'LOAPF', module: 'x' }
const right = { terms: [term], codeOf: new Map([['x', 'const area_id = 1']]), published: [...shapesPublished, 'Area'] }

export const papers: readonly Fact[] = [
  {
    sentence: '.env.example names every setting, and no other',
    look: () => ({
      read: Object.keys(settings.shape).length,
      faults: sameOnBothSides(settingsIn(sourceAt('.env.example').text), Object.keys(settings.shape), sidesOfSettings),
      samples: [
        sameOnBothSides(settingsIn('# A_B=1'), [], sidesOfSettings),
        sameOnBothSides([], ['A_B'], sidesOfSettings),
      ],
    }),
  },
  {
    sentence: 'every package that the house runs on is pinned and has its reason, and no reason outlives its package',
    look: () => ({
      read: entrances.length,
      faults: faultsOfPackages(
        packagesInUse(),
        entrances.flatMap(({ packages }) => packages),
      ),
      samples: [
        faultsOfPackages({ a: '^1.0.0' }, ['a']),
        faultsOfPackages({ a: '1.0.0' }, []),
        faultsOfPackages({}, ['a']),
      ],
    }),
  },
  {
    sentence: 'every file by which the table says that a package enters imports it',
    look: () => ({
      read: entrances.flatMap(({ files }) => files).length,
      faults: unusedEntrances(entrances, everySource()),
      samples: [unusedEntrances([{ packages: ['a'], files: ['src/a.ts'] }], [{ path: 'src/a.ts', text: '' }])],
    }),
  },
  {
    sentence: 'the list of what writes beside the door names only what does',
    look: () => ({
      read: beside.size,
      faults: unusedLeaves(beside, everySource()),
      samples: [
        unusedLeaves(new Map([['src/a.ts', 'derived']]), [{ path: 'src/a.ts', text: '' }]),
        unusedLeaves(new Map([['src/a.ts', 'convenience']]), [{ path: 'src/a.ts', text: 'db.insertInto()' }]),
      ],
    }),
  },
  {
    sentence: 'each page of documentation has one title, and its links lead somewhere',
    look: () => {
      const pages = sourcesIn(['*.md', 'docs/**/*.md', 'src/**/README.md'])
      return {
        read: pages.length,
        faults: pages.flatMap((page) => faultsOfPage(page, isThere)),
        samples: [
          faultsOfPage({ path: 'a.md', text: 'No title' }, isThere),
          faultsOfPage({ path: 'a.md', text: '# One\n\n# Two' }, isThere),
          faultsOfPage({ path: 'docs/a.md', text: '# One\n\n[b](nowhere.md)' }, isThere),
        ],
      }
    },
  },
  {
    sentence: 'one term has one name: the glossary and the code agree',
    look: () => ({
      read: glossary().terms.length,
      faults: faultsOfGlossary(glossary()),
      samples: [
        faultsOfGlossary({ ...right, terms: [{ ...term, code: 'unit' }], published: shapesPublished }),
        faultsOfGlossary({ ...right, terms: [{ ...term, meaning: '' }] }),
        faultsOfGlossary({ ...right, terms: [{ ...term, module: 'y' }] }),
        faultsOfGlossary({ ...right, terms: [term, { ...term, term: 'unidad' }] }),
        faultsOfGlossary({ ...right, published: [...right.published, 'Parlour'] }),
        faultsOfGlossary({ ...right, published: ['Area'] }),
      ],
    }),
  },
  {
    sentence: 'a migration that was released stands as it was',
    look: () => ({
      read: Object.keys(digestsOf()).length,
      faults: faultsOfReleased(released, digestsOf(), sourceAt('CHANGELOG.md').text),
      samples: [
        faultsOfReleased({ 'x/0001': 'a' }, { 'x/0001': 'b' }, ''),
        faultsOfReleased({ 'x/0001': 'a' }, {}, ''),
        faultsOfReleased({}, digestsOf(), '# Changelog\n\n## 1.0.0\n'),
      ],
    }),
  },
  {
    sentence: 'the document of the API says every operation once, with its grant, input and refusals',
    look: () => {
      const operations = modules.flatMap(({ api }) => api ?? [])
      const { paths } = openApiOf(modules, { url: 'https://portal.example', version: '1' })
      const operation = { operationId: 'a', tags: [], summary: '', 'x-grant': null, parameters: [], responses: {} }
      return {
        read: operations.length,
        faults: faultsOfApi({ paths }, operations.length),
        samples: [faultsOfApi({ paths }, 1), faultsOfApi({ paths: { '/a/{b}': { get: operation } } }, 1)],
      }
    },
  },
  {
    sentence: 'docs/api/openapi.json is what the code says: npm run api writes it',
    look: () => {
      const differs = (document: string) => (sourceAt('docs/api/openapi.json').text === document ? [] : ['it differs'])
      return {
        read: apiDocument().length,
        faults: differs(apiDocument()),
        samples: [differs(apiDocument(modules.slice(1)))],
      }
    },
  },
]
