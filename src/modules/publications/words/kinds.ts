import type { Locale, Said } from '#kernel/words'
import type { Kind } from '../rules/kinds.ts'
import type { Move } from '../rules/machine.ts'
import type { Objection } from '../rules/objections.ts'
import type { PublicationsWords } from '../words.es.ts'
import { words } from '../words.ts'
import { en } from './kinds.en.ts'
import { es } from './kinds.es.ts'
import { staffWords } from './staff.ts'

const own = { es, en }

function merged(locale: Locale, kind: Kind) {
  const [house, staff] = [words[locale], staffWords[locale]]
  const mine = kind === 'withdraw' || kind === 'correct-metadata' ? own[locale][kind] : undefined
  const states = { ...house.states, ...mine?.states }
  const verbs = { ...house.verbs, ...mine?.verbs }
  return {
    states,
    verbs,
    titled: mine?.titled ?? ((title: string) => title),
    actions: { ...staff.actions, ...mine?.actions },
    tasks: { ...staff.tasks, ...mine?.tasks },
    clocks: { ...house.clocks, ...mine?.clocks },
    labels: { ...labelsOf(locale), ...mine?.labels },
    tells: mine?.tells ?? tellsOf(house.tells),
    notices: mine ? { ...house.notices, ...own[locale].notices } : house.notices,
    deadlines: mine ? { ...house.deadlines, ...own[locale].deadlines } : house.deadlines,
    notYet: (move: Move) => house.notYet(verbs[move]),
    objection(found: Objection): string {
      const said =
        found.code === 'missing'
          ? mine?.lacks[found.field as keyof typeof mine.lacks]
          : mine?.objections[found.code as keyof typeof mine.objections]
      return said ?? house.objection(found, states)
    },
  }
}

function labelsOf(locale: Locale) {
  const {
    newRequest: newTitle,
    openHint,
    withdrawalReason,
    groundKind,
    summaryHint,
    changeNote,
    whatBinds,
    notBefore,
    scheduleAt,
    ask,
  } = staffWords[locale]
  return {
    newTitle,
    openHint,
    withdrawalReason,
    groundKind,
    summaryHint,
    changeNote,
    whatBinds,
    notBefore,
    scheduleAt,
    askAt: ask.at,
  }
}

const tellsOf = (house: PublicationsWords['tells']) => ({
  opened: house.requestOpened,
  approved: house.requestApproved(false, ''),
  approvedOwn: (source: string) => house.requestApproved(true, source),
  scheduled: house.publicationScheduled,
  unscheduled: house.publicationUnscheduled,
  failed: house.publicationFailed,
  published: house.documentPublished,
})

type OfKind = ReturnType<typeof merged>
const each = (locale: Locale): Readonly<Record<Kind, OfKind>> => ({
  publish: merged(locale, 'publish'),
  update: merged(locale, 'update'),
  withdraw: merged(locale, 'withdraw'),
  'correct-metadata': merged(locale, 'correct-metadata'),
})
const table = { es: each('es'), en: each('en') }

/** The words of a request of that kind: nobody is told that what they asked to take down is being published. */
export const wordsOf = (kind: Kind, locale: Locale): OfKind => table[locale][kind]

export const sayOf = (kind: Kind, pick: (words: OfKind) => string): Said => ({
  es: pick(table.es[kind]),
  en: pick(table.en[kind]),
})
