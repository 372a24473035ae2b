import type { App } from '#kernel/app'
import { sequence } from '#kernel/sequencer'
import { workOff } from '#kernel/worker'
import type { Acronym, Person, SectionKey } from './cast.ts'
import { type Fault, faults } from './faults.ts'
import type { Telling } from './furnish.ts'
import { at, type Stage } from './house.ts'
import { lifeOf, mend, open } from './lives.ts'
import type { Asked, Destiny } from './requests.ts'

// The load of the minutes of 15 November 2017: 1,904 requests and 11,448 files in 144 days (5 months of a committee).

export const load = { requests: 1_904, files: 11_448, days: 144 } as const
const day = 86_400_000
const together = 40

interface Subject {
  readonly by: Person
  readonly area: Acronym
  readonly section: SectionKey
  readonly what: string
  readonly ground: Asked['ground']
  readonly reference: string
  readonly kinds: readonly string[]
}

const subjects: readonly Subject[] = [
  subject(
    'ines',
    'ADM',
    'contratos',
    'Contratos y convenios',
    'transparency-obligation',
    'LGTAIP, art. 70, XXVIII',
    'csv pdf xlsx',
  ),
  subject(
    'ines',
    'ADM',
    'remuneraciones',
    'Viáticos y gastos de representación',
    'transparency-obligation',
    'LGTAIP, art. 70, IX',
    'xlsx csv',
  ),
  subject('daniela', 'PPP', 'partidos', 'Ministraciones a los partidos', 'resolution', 'Acuerdo CG/ORD', 'csv pdf png'),
  subject(
    'daniela',
    'OE',
    'actas',
    'Acta de la junta distrital',
    'transparency-obligation',
    'LGTAIP, art. 74, I',
    'pdf docx',
  ),
  subject(
    'ines',
    'SPE',
    'convocatorias',
    'Convocatoria y resultados del concurso',
    'dissemination',
    'Programa anual de trabajo',
    'pdf odt txt',
  ),
  subject(
    'daniela',
    'PPP',
    'datos',
    'Afiliación por entidad',
    'transparency-obligation',
    'LGTAIP, art. 74, I',
    'csv json zip txt',
  ),
  subject('daniela', 'OE', 'lineamientos', 'Criterios operativos', 'resolution', 'Acuerdo JGE/ORD', 'pdf docx'),
]

function subject(
  by: Person,
  area: Acronym,
  section: SectionKey,
  what: string,
  ground: Asked['ground'],
  reference: string,
  kinds: string,
): Subject {
  return { by, area, section, what, ground, reference, kinds: kinds.split(' ') }
}

const months = 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ')

/** In a thousand requests, so many end so: most are published, some are still on their way. */
const destinies: readonly (readonly [Destiny, number])[] = [
  ['published', 830],
  ['in-review', 30],
  ['with-observations', 25],
  ['approved', 15],
  ['submitted', 20],
  ['draft', 25],
  ['withdrawn', 15],
  ['archived', 20],
  ['abandoned', 20],
]

function destinyOf(index: number): Destiny {
  let place = (index * 389) % 1000
  for (const [destiny, share] of destinies) {
    if (place < share) return destiny
    place -= share
  }
  return 'published'
}

/** One request in so many has a file with a fault, each time another. */
const faultyEvery = 9
const faultsOf = (index: number, files: number): Readonly<Record<number, Fault>> =>
  index % faultyEvery === 4 ? { [index % files]: faults[Math.floor(index / faultyEvery) % faults.length] as Fault } : {}

/** The nth request of the load, always the same, with its share of the files. */
export function requestAt(index: number, files: number): Asked {
  const { what, kinds, ...rest } = subjects[index % subjects.length] as Subject
  const month = `${months[index % 12]} de ${2017 + (index % 9)}`
  const names = Array.from(
    { length: files },
    (_, at) => `${rest.area.toLowerCase()}-${index + 1}-${at + 1}.${kinds[at % kinds.length]}`,
  )
  return {
    ...rest,
    title: `${what}, ${month}, expediente ${index + 1}`,
    summary: `${what} correspondientes a ${month}, con sus anexos.`,
    files: names,
    faults: faultsOf(index, files),
    destiny: destinyOf(index),
  }
}

/** How many files each request has: few have many, as in life, and together they are the total. */
export function shares(requests: number, files: number): readonly number[] {
  const weights = Array.from({ length: requests }, (_, at) => (at % 97 === 0 ? 60 : at % 11 === 0 ? 14 : 1 + (at % 6)))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const given = weights.map((weight) => Math.max(1, Math.floor((weight / sum) * files)))
  let left = files - given.reduce((total, each) => total + each, 0)
  for (let at = 0; left !== 0; at = (at + 1) % requests) {
    if (left < 0 && (given[at] as number) <= 1) continue
    given[at] = (given[at] as number) + Math.sign(left)
    left -= Math.sign(left)
  }
  return given
}

/** Furnishes the load through the same commands as everything else, spread over its days. */
export async function furnishLoad(app: App, stage: Stage, scale: number, tell: Telling): Promise<void> {
  const requests = Math.max(1, Math.round(load.requests * scale))
  const counts = shares(requests, Math.max(requests, Math.round(load.files * scale)))
  const now = app.clock()
  const start = now.getTime() - load.days * day
  for (let from = 0; from < requests; from += together) {
    const some = counts.slice(from, from + together)
    const when = new Date(start + (from / requests) * (load.days - 10) * day)
    const opened: { asked: Asked; request: number }[] = []
    for (const [offset, files] of some.entries()) {
      const asked = requestAt(from + offset, files)
      opened.push({ asked, request: await open(at(app, when), stage, asked) })
      tell('load', from + offset + 1, requests)
    }
    await workOff(at(app, when))
    for (const { asked, request } of opened) await mend(at(app, when), stage, asked, request)
    await workOff(at(app, when))
    const steps = opened.flatMap(({ asked, request }) => lifeOf(stage, asked, request, when, now))
    for (const { act } of steps.toSorted((a, b) => a.when.getTime() - b.when.getTime())) await act(app)
    await workOff(app)
    await sequence(app)
  }
}
