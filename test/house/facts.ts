import type { Module } from '#kernel/module'
import { modules } from '../../src/app.ts'
import { startingRoles } from '../../src/commons/identity/rules/roles.ts'
import { commandsOf, excusesIn, offeredBy } from './commands.ts'
import { importsOf, isTest, type Source, sourcesIn, withoutComments } from './sources.ts'

/** What holds of the house as a whole. */
export interface Fact {
  readonly sentence: string
  look(): {
    /** How many things were read: never none. */
    readonly read: number
    readonly faults: readonly string[]
    /** What it says of things that are wrong: each must be something. */
    readonly samples: readonly (readonly string[])[]
  }
}

const sources = sourcesIn(['src/**/*.{ts,tsx}']).filter(({ path }) => !isTest(path))
const ownOf = (module: string) =>
  sources.filter(({ path }) => new RegExp(`^src/(commons|modules)/${module}/`).test(path))

type Needing = Pick<Module, 'name' | 'needs'> & { readonly doors: readonly string[] }
/** `needs` are earlier modules, and all whose front doors it uses, and no others. */
const faultsOfNeeds = (needing: readonly Needing[]): readonly string[] =>
  needing.flatMap(({ name, needs, doors }, at) => [
    ...needs
      .filter((need) => !needing.slice(0, at).some((each) => each.name === need))
      .map((need) => `${name}: ${need} is not before it`),
    ...doors.filter((door) => !needs.includes(door)).map((door) => `${name} imports ${door} and does not need it`),
    ...needs.filter((need) => !doors.includes(need)).map((need) => `${name} needs ${need} and does not import it`),
  ])
const doorsUsedBy = (module: string): readonly string[] => [
  ...new Set(
    ownOf(module)
      .flatMap(importsOf)
      .flatMap(({ name }) => /^#(?:commons|modules)\/([\w-]+)/.exec(name)?.[1] ?? []),
  ),
]

/** At the door there is no account yet: no role gives these. */
const ofTheDoor = ['identity.enter', 'notifications.subscribe']

interface Grants {
  readonly named: readonly string[]
  readonly asked: readonly string[]
  readonly given: readonly string[]
  readonly atTheDoor: readonly string[]
}
const faultsOfGrants = ({ named, asked, given, atTheDoor }: Grants): readonly string[] => [
  ...asked
    .filter((grant) => !named.includes(grant) && !atTheDoor.includes(grant))
    .map((grant) => `${grant} has no words`),
  ...named.filter((grant) => !asked.includes(grant)).map((grant) => `nothing asks for ${grant}`),
  ...given.filter((grant) => !named.includes(grant)).map((grant) => `a role gives ${grant}, which there is not`),
  ...atTheDoor
    .filter((grant) => named.includes(grant) || !asked.includes(grant))
    .map((grant) => `${grant} is no exception`),
]
/** By name, in code: `reading('…')`, `holds(actor, '…')`, `grant: '…'`, `grants.has('…')`. */
const askedIn = (source: Source): readonly string[] =>
  [
    ...withoutComments(source.text).matchAll(
      /(?:\b(?:reading|holds|reaches|areasOf|accountsWith)\([^()]*?|\bgrants?: |\bgrants\.(?:has|get)\()'([a-z]+\.[a-z-]+)'/g,
    ),
  ].map(([, grant]) => grant as string)
const grantsOf = (): Grants => ({
  named: modules.flatMap(({ grants }) => Object.keys(grants ?? {})),
  asked: [
    ...new Set([
      ...modules.flatMap(({ commands, nav }) => [...commands, ...(nav ?? [])].map(({ grant }) => grant)),
      ...modules.flatMap(({ api = [] }) => api.flatMap((each) => (each.method === 'GET' ? (each.grant ?? []) : []))),
      ...sources.filter(({ path }) => !path.endsWith('identity/rules/roles.ts')).flatMap(askedIn),
    ]),
  ],
  given: startingRoles.flatMap(({ grants }) => grants),
  atTheDoor: ofTheDoor,
})

const documented = (name: string, readme: string) =>
  readme.includes(`\`${name}\``) ? [] : [`its README does not name ${name}`]

/** Of commands that nobody reaches, or of excuses that none needs: both are wrong. */
const faultsOfReach = (names: readonly string[], isReached: (name: string) => boolean, excused: readonly string[]) => [
  ...names.filter((name) => !isReached(name) && !excused.includes(name)).map((name) => `nobody reaches ${name}`),
  ...excused.filter((name) => !names.includes(name) || isReached(name)).map((name) => `${name} is no exception`),
]

const camel = (name: string) =>
  name.split('.')[1]?.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase()) ?? ''
const pages = sources.filter(({ path }) => /\/(?:staff|portal)\/|\/terminal\.ts$|\/pages\.tsx$/.test(path))
/** By a page or the terminal that names it, by the API, by a schedule or a reaction. */
const isReached = (name: string) =>
  offeredBy(modules).has(name) ||
  modules.some(({ schedule = [], reactions = [] }) =>
    [...schedule, ...reactions].some(({ job }) => job.name === name),
  ) ||
  pages.some(({ text }) => new RegExp(`\\b${camel(name)}\\b`).test(withoutComments(text)))

export const facts: readonly Fact[] = [
  {
    sentence: 'a module imports the front doors that it needs, no others, and they come before it',
    look: () => ({
      read: modules.length,
      faults: faultsOfNeeds(modules.map(({ name, needs }) => ({ name, needs, doors: doorsUsedBy(name) }))),
      samples: [
        faultsOfNeeds([
          { name: 'a', needs: ['b'], doors: ['b'] },
          { name: 'b', needs: [], doors: [] },
        ]),
        faultsOfNeeds([{ name: 'a', needs: [], doors: ['b'] }]),
        faultsOfNeeds([
          { name: 'b', needs: [], doors: [] },
          { name: 'a', needs: ['b'], doors: [] },
        ]),
      ],
    }),
  },
  {
    sentence: 'every grant that is asked for has words, and every grant with words is asked for',
    look: () => {
      const right = { named: ['a.b'], asked: ['a.b'], given: ['a.b'], atTheDoor: [] }
      return {
        read: grantsOf().asked.length,
        faults: faultsOfGrants(grantsOf()),
        samples: [
          faultsOfGrants({ ...right, asked: ['a.b', 'a.c'] }),
          faultsOfGrants({ ...right, named: ['a.b', 'a.c'] }),
          faultsOfGrants({ ...right, given: ['a.c'] }),
          faultsOfGrants({ ...right, atTheDoor: ['a.b'] }),
        ],
      }
    },
  },
  {
    sentence: 'every command is documented in the README of its module',
    look: () => ({
      read: commandsOf(modules).length,
      faults: modules.flatMap(({ name, commands }) => {
        const readme = sourcesIn([`src/{commons,modules}/${name}/README.md`])[0]?.text ?? ''
        return commands.flatMap((command) => documented(command.name, readme))
      }),
      samples: [documented('files.receive', '# Files')],
    }),
  },
  {
    sentence: 'every command is reached by a page, the API, a schedule or a reaction',
    look: () => ({
      read: commandsOf(modules).length,
      faults: faultsOfReach(commandsOf(modules), isReached, excusesIn('reached')),
      samples: [
        faultsOfReach(['a.b'], () => false, []),
        faultsOfReach(['a.b'], () => true, ['a.b']),
        faultsOfReach([], () => true, ['a.gone']),
      ],
    }),
  },
  {
    sentence: 'whatever a form can do, the API can',
    look: () => ({
      read: commandsOf(modules).length,
      faults: faultsOfReach(commandsOf(modules), (name) => offeredBy(modules).has(name), excusesIn('api')),
      samples: [faultsOfReach(['a.b'], () => false, []), faultsOfReach(['a.b'], () => true, ['a.b'])],
    }),
  },
]
