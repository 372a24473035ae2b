import { sectionsOf } from '#commons/portal'
import type { Locale } from '#kernel/words'
import { type Pair, Pairs, Section } from '#ui'
import type { Request } from '../queries/requests.ts'
import { wordsOf } from '../words/kinds.ts'
import { staffWords } from '../words/staff.ts'
import { words } from '../words.ts'
import type { C } from './finding.ts'

const pair = (term: string, value: string | undefined): Pair[] => (value ? [{ term, value }] : [])

/** What is asked, in a line; of a withdrawal, why, and what its readers will find instead. */
export function askedOf(request: Request, locale: Locale): readonly Pair[] {
  const said = staffWords[locale]
  const own = wordsOf(request.kind, locale)
  const reason = request.withdrawal_reason
  return [
    { term: said.kind, value: words[locale].kinds[request.kind] },
    { term: said.title, value: request.title },
    ...(request.kind === 'withdraw'
      ? [
          ...pair(own.labels.withdrawalReason, reason ? words[locale].withdrawalReasons[reason] : undefined),
          ...pair(said.withdrawalTarget, request.withdrawal_target),
          ...pair(said.withdrawalNote, request.withdrawal_note),
        ]
      : pair(own.labels.changeNote, request.change_note)),
  ]
}

/** What the area wrote, for whoever reads the request and may not write in it. */
export async function Asked({ c, request }: { c: C; request: Request }) {
  const { app, locale } = c.var
  const said = staffWords[locale]
  const section = (await sectionsOf(app)).find(({ id }) => id === request.section_id)
  return (
    <Section id="datos" title={said.description}>
      <Pairs
        items={[
          ...askedOf(request, locale),
          ...pair(said.summary, request.summary),
          ...(request.kind === 'withdraw'
            ? []
            : pair(said.section, section && ((locale === 'en' && section.titleEn) || section.titleEs))),
          ...pair(said.timingReason, request.timing_reason),
        ]}
      />
    </Section>
  )
}
