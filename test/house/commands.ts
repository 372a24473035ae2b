import type { Module } from '#kernel/module'

export const commandsOf = (modules: readonly Module[]): readonly string[] =>
  modules.flatMap(({ commands }) => commands.map(({ name }) => name))
/** The commands that the API offers. */
export const offeredBy = (modules: readonly Module[]): ReadonlySet<string> =>
  new Set(modules.flatMap(({ api }) => (api ?? []).flatMap((each) => (each.method === 'GET' ? [] : each.command.name))))

interface Excuse {
  readonly why: string
  /** Which of the rules it is excused from: being reached by somebody, being in the API. */
  readonly from: readonly ('reached' | 'api')[]
  readonly commands: readonly string[]
}

/** The written list of commands that no page or no program asks for. One that needs no excuse fails. */
const excuses: readonly Excuse[] = [
  {
    why: 'said by errands of the house itself, with what they learned',
    from: ['reached', 'api'],
    commands: [
      ...['files.record-run', 'files.record-erasure', 'files.release-unheld', 'publications.record-verification'],
      'publications.record-target',
      'publications.publish-scheduled',
      'identity.open-reset',
    ],
  },
  {
    why: 'rung by a schedule or a reaction: nobody asks for them',
    from: ['api'],
    commands: [
      ...['publications.call-for-revalidation', 'publications.lapse-requests', 'publications.rearm-schedules'],
      'identity.forget-account',
      'publications.remind-deadlines',
    ],
  },
  {
    why: 'performed by whoever takes an upload in, after asking the storage: uploads have addresses of their own',
    from: ['reached', 'api'],
    commands: ['files.receive', 'files.receive-many'],
  },
  {
    why: 'done within another command, or by a request that finds a sign-in',
    from: ['reached', 'api'],
    commands: ['directory.found-institution', 'identity.note-presence', 'identity.open-reset'],
  },
  {
    why: 'at the door, before there is an account: a program comes with a token that a person made',
    from: ['api'],
    commands: [
      ...['identity.set-up', 'identity.sign-in', 'identity.pass-second-step'],
      ...['identity.accept-pass', 'identity.reset-password'],
    ],
  },
  {
    why: 'what a person does with what is theirs alone: a program that holds a token must not widen what it may',
    from: ['api'],
    commands: [
      ...['identity.change-password', 'identity.start-second-step', 'identity.confirm-second-step'],
      'identity.remove-second-step',
    ],
  },
  {
    why: 'of citizens, who subscribe without an account and confirm by a letter',
    from: ['api'],
    commands: [
      ...['notifications.ask-subscription', 'notifications.confirm-subscription', 'notifications.end-subscription'],
    ],
  },
]
export const excusesIn = (rule: 'reached' | 'api'): readonly string[] =>
  excuses.filter(({ from }) => from.includes(rule)).flatMap(({ commands }) => commands)
