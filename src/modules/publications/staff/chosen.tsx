import { accountsWith } from '#commons/identity'
import { sayDone } from '#kernel/done'
import { perform } from '#kernel/perform'
import { type Reason, Refusal } from '#kernel/refusal'
import { missing } from '#kernel/refusals'
import { inputOf } from '#kernel/web'
import type { Locale, Said } from '#kernel/words'
import { type Asked, Button, Select, type Selecting, Selection, withQuery } from '#ui'
import { admitRequest, assignReviewer } from '../commands/reviews.ts'
import { findByFolio, type Request } from '../queries/requests.ts'
import type { PublicationsTables } from '../tables.ts'
import { staffWords } from '../words/staff.ts'
import { addressOf, type C, mayRead } from './finding.ts'

/** What can be done at once with several requests. Each is a command of its own, decided on the version that was seen. */
const deeds = { admit: admitRequest, assign: assignReviewer } as const
/** More than a page of the list shows. */
const mostChosen = 100
export const chosenForm = { grant: 'publications.admit', action: '/solicitudes/elegidas', id: 'elegidas' } as const

/** The boxes of the list: which request, and the version of it that stood there. */
export const selectingFor = (c: C): Selecting<Request> => ({
  ...{ form: chosenForm.id, name: 'chosen' },
  valueOf: ({ folio, version }) => `${folio}.${version}`,
  labelOf: ({ folio }) => folio,
  chosen: ({ folio }) => chosenIn(c.var.attempt?.input ?? {}).some((each) => each.folio === folio),
})

export async function Chosen({ c, asked }: { c: C; asked: Asked }) {
  const { app, locale } = c.var
  const said = staffWords[locale]
  const able = await accountsWith(app, 'publications.review')
  return (
    <Selection form={chosenForm.id} action={withQuery(chosenForm.action, asked.query)}>
      <Select
        name="reviewer"
        label={said.reviewer}
        value={String(c.var.attempt?.input['reviewer'] ?? '')}
        options={able.map(({ actor, name }) => ({ value: actor, label: name }))}
      />
      {(['admit', 'assign'] as const).map((deed) => (
        <Button name="deed" value={deed}>
          {said.chosen[deed]}
        </Button>
      ))}
    </Selection>
  )
}

interface Picked {
  readonly folio: string
  readonly version: number
}
const chosenIn = ({ chosen }: Readonly<Record<string, unknown>>): readonly Picked[] =>
  [chosen ?? []].flat().map((each) => {
    const [folio = '', version] = String(each).split('.')
    return { folio, version: Number(version) }
  })

const both = (pick: (locale: Locale) => string): Said => ({ es: pick('es'), en: pick('en') })

/** One after another; what was refused is said by its folio, and stays chosen. */
export const actOnChosen = (page: (c: C) => Promise<Response>) => async (c: C) => {
  const sent = await inputOf(c)
  const picked = chosenIn(sent)
  const entries: number[] = []
  const refused: (Picked & { readonly refusal: Refusal })[] = []
  const back = (refusal: Refusal, input: typeof sent = sent) => {
    c.set('attempt', { refusal, input })
    c.status(refusal.status)
    return page(c)
  }
  const lacking = lackingIn(sent)
  if (lacking) return back(lacking)
  if (picked.length > mostChosen) throw missing()
  for (const each of picked) {
    const refusal = await actOn(c, sent, each, (entry) => entry && entries.push(entry))
    if (refusal) refused.push({ ...each, refusal })
  }
  if (refused.length > 0) {
    const left = refused.map(({ folio, version }) => `${folio}.${version}`)
    return back(refusalOf(refused, picked.length), { ...sent, chosen: left })
  }
  sayDone(c, ...entries)
  return c.redirect(withQuery('/solicitudes', c.req.query()), 303)
}

/** What has to be said once, and not of each. */
function lackingIn(sent: Readonly<Record<string, unknown>>): Refusal | undefined {
  const fields: readonly (readonly [string, Said])[] = [
    ...(sent['reviewer'] ? [] : [['reviewer', both((locale) => staffWords[locale].ask.reviewer)] as const]),
    ...(sent['chosen'] ? [] : [['chosen', both((locale) => staffWords[locale].chosen.none)] as const]),
  ]
  if (fields.length === 0) return undefined
  return new Refusal(
    'invalid',
    both((locale) => fields.map(([, said]) => said[locale]).join(' ')),
    fields.map(([field, said]) => ({ field, said })),
  )
}

async function actOn(
  c: C,
  { deed, reviewer }: Readonly<Record<string, unknown>>,
  { folio, version }: Picked,
  recorded: (entry: number | undefined) => void,
): Promise<Refusal | undefined> {
  const { app, actor } = c.var
  const command = deed === 'admit' || deed === 'assign' ? deeds[deed] : undefined
  const request = await findByFolio(app.tables<PublicationsTables>(), folio)
  try {
    if (!command || !request || !mayRead(c.var, request)) throw missing()
    await perform(app, command, actor, { request: request.id, version, reviewer }, { recorded })
    return undefined
  } catch (refusal) {
    if (refusal instanceof Refusal) return refusal
    throw refusal
  }
}

function refusalOf(refused: readonly (Picked & { readonly refusal: Refusal })[], picked: number): Refusal {
  const reasons = refused.map(({ folio, refusal: { said, reasons } }): Reason => {
    const why = (locale: Locale) =>
      reasons.length > 0 ? reasons.map((each) => each.said[locale]).join(' ') : said[locale]
    return { said: both((locale) => staffWords[locale].chosen.of(folio, why(locale))), href: addressOf({ folio }) }
  })
  const done = picked - refused.length
  return new Refusal(
    'conflict',
    both((locale) => staffWords[locale].chosen.refused(done, refused.length)),
    reasons,
  )
}
