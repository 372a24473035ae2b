import { areaNames } from '#commons/directory'
import { shortDate } from '#kernel/pure/dates'
import { Notice, Pairs, Section } from '#ui'
import { accountsWith, type Holding, holdingsOf, todayOf } from '../queries/holdings.ts'
import { words } from '../words.ts'
import type { Part } from './account-parts.tsx'

/** What this person does, and where; for whoever does nothing yet, who can give them a role. */
export async function OwnRoles({ c, known }: Part) {
  const { app, locale } = c.var
  const said = words[locale]
  const today = await todayOf(app)
  const held = (await holdingsOf(app, known.account)).filter(
    ({ validFrom, validTo }) => validFrom <= today && (validTo === null || validTo > today),
  )
  const areas = await areaNames(
    app,
    held.flatMap(({ area }) => area ?? []),
  )
  const whereOf = ({ area, validTo }: Holding) =>
    [
      area === null ? said.everywhere : areas.get(area)?.name[locale],
      validTo && `${said.until.toLowerCase()} ${shortDate(validTo, locale)}`,
    ]
      .filter(Boolean)
      .join(', ')
  return (
    <Section id="funciones" title={said.ownRoles}>
      {held.length === 0 && known.held.length === 0 ? (
        <Notice tone="warn">
          <p>
            {said.noOwnRoles} <Keepers keepers={await accountsWith(app, 'identity.manage')} said={said.askFor} />
          </p>
        </Notice>
      ) : (
        <Pairs items={held.map((holding) => ({ term: holding.roleName[locale], value: whereOf(holding) }))} />
      )}
    </Section>
  )
}

interface KeepersProps {
  readonly keepers: readonly { readonly name: string; readonly email: string }[]
  readonly said: string
}

/** Whoever gives roles, by name, a letter away. */
export const Keepers = ({ keepers, said }: KeepersProps) => (
  <>
    {said}{' '}
    {keepers.map(({ name, email }, at) => (
      <>
        {at > 0 && ', '}
        <a href={`mailto:${email}`}>{name}</a>
      </>
    ))}
    .
  </>
)
