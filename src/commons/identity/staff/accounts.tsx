import { areasOf, livingAreas, zoneOf } from '#commons/directory'
import { shortDate, shortDateTime } from '#kernel/pure/dates'
import { matches } from '#kernel/pure/text'
import { missing } from '#kernel/refusals'
import { submit } from '#kernel/web'
import {
  AskFirst,
  askedOf,
  Button,
  ButtonLink,
  type Column,
  DateInput,
  Empty,
  FieldRow,
  Form,
  FormEnd,
  formAt,
  listFile,
  listing,
  PageHead,
  Pairs,
  Row,
  Section,
  Select,
  State,
  sorted,
  staffPage,
  Table,
  TextInput,
} from '#ui'
import { disableAccount, enableAccount } from '../commands/accounts.ts'
import { openAccount } from '../commands/opening.ts'
import { inviteAgain } from '../commands/passwords.ts'
import { endRole, grantRole } from '../commands/roles.ts'
import { removeSecondStepOf } from '../commands/second-step.ts'
import { type Account, listAccounts } from '../queries/accounts.ts'
import { type Holding, holdingsOf, rolesOf, rolesToday, todayOf } from '../queries/holdings.ts'
import { words } from '../words.ts'
import { PostButton } from './account-parts.tsx'
import type { C } from './door.tsx'
import { PersonFields } from './set-up.tsx'

const tones = { active: 'ok', invited: 'warn', disabled: 'plain' } as const

const list = '/administrar/cuentas'

async function gather(c: C) {
  const { app, locale } = c.var
  const said = words[locale]
  const asked = askedOf(c, list, { by: 'name' })
  const [accounts, zone] = await Promise.all([listAccounts(app), zoneOf(app)])
  const held = await rolesToday(
    app,
    accounts.map(({ id }) => id),
  )
  const { q = '', estado } = asked.query
  const found = accounts.filter(
    ({ name, email, state }) => matches(`${name} ${email}`, q) && (!estado || estado === state),
  )
  const columns: readonly Column<Account>[] = [
    {
      key: 'name',
      title: said.name,
      value: ({ name }) => name,
      cell: ({ id, name }) => <a href={`/administrar/cuentas/${id}`}>{name}</a>,
      sortable: true,
    },
    { key: 'email', title: said.email, value: ({ email }) => email, sortable: true },
    {
      key: 'roles',
      title: said.roles,
      value: ({ id }) => (held.get(id) ?? []).map((role) => role[locale]).join(', ') || said.withoutRoles,
    },
    {
      key: 'state',
      title: said.state,
      value: ({ state }) => said.states[state],
      cell: ({ state }) => <State tone={tones[state]} word={said.states[state]} />,
      sortable: true,
    },
    { key: 'second', title: said.secondStep, value: ({ secondStep }) => (secondStep ? said.yes : said.no) },
    {
      key: 'seen',
      title: said.lastSeen,
      value: ({ lastSeen }) => lastSeen ?? null,
      cell: ({ lastSeen }) => (lastSeen ? shortDateTime(lastSeen, zone, locale) : said.never),
      ...{ sortable: true, whole: true },
    },
  ]
  return { asked, columns, rows: sorted(found, columns, asked) }
}

/** `/administrar/cuentas`: who comes in. */
export async function accountsPage(c: C): Promise<Response> {
  const said = words[c.var.locale]
  return staffPage(
    c,
    { title: said.accounts, live: 'identity.accounts' },
    <>
      <PageHead
        title={said.accounts}
        below={said.accountsBelow}
        actions={
          <>
            <ButtonLink icon="file-up" href="/administrar/cuentas/hoja">
              {said.importing.title}
            </ButtonLink>
            <ButtonLink kind="main" icon="user-plus" href="/administrar/cuentas/nueva">
              {said.openAccount}
            </ButtonLink>
          </>
        }
      />
      {
        await listing(c, {
          ...(await gather(c)),
          title: said.accounts,
          filters: (
            <>
              <TextInput name="q" type="search" label={said.findAccount} size="medium" />
              <Select
                name="estado"
                label={said.state}
                none={said.anyState}
                options={(['active', 'invited', 'disabled'] as const).map((value) => ({
                  value,
                  label: said.states[value],
                }))}
              />
            </>
          ),
          empty: <Empty title={said.noAccounts} icon="users" />,
        })
      }
    </>,
  )
}

export async function accountsFile(c: C): Promise<Response> {
  const { columns, rows } = await gather(c)
  return listFile(c, 'cuentas', columns, rows)
}

export async function newAccountPage(c: C): Promise<Response> {
  const said = words[c.var.locale]
  return staffPage(
    c,
    { title: said.openAccount, crumbs: [{ href: '/administrar/cuentas', label: said.accounts }] },
    <>
      <PageHead title={said.openAccount} below={said.openAccountText} />
      <Form {...formAt(c, '/administrar/cuentas/nueva')}>
        <TextInput name="email" type="email" label={said.email} autocomplete="off" />
        <PersonFields locale={c.var.locale} />
        <FieldRow>{await RoleFields({ c, none: said.noRoleYet })}</FieldRow>
        <FormEnd>
          <Button kind="main">{said.openAccount}</Button>
        </FormEnd>
      </Form>
    </>,
  )
}
export const saveNewAccount = submit(openAccount, newAccountPage, (_, { account }) => `/administrar/cuentas/${account}`)

const addressOf = (c: C) => `/administrar/cuentas/${c.req.param('account')}`

/** `/administrar/cuentas/{number}`: one account, its roles and what can be done with it. */
export async function oneAccountPage(c: C): Promise<Response> {
  const { app, locale } = c.var
  const said = words[locale]
  const number = Number(c.req.param('account'))
  const [account] = await listAccounts(app, [number])
  if (!account) throw missing()
  const zone = await zoneOf(app)
  return staffPage(
    c,
    {
      title: account.name,
      live: `identity.account-${number}`,
      crumbs: [{ href: '/administrar/cuentas', label: said.accounts }],
    },
    <>
      <PageHead title={account.name} below={account.email} actions={<Doings account={account} locale={locale} />} />
      <Pairs
        items={[
          { term: said.state, value: <State tone={tones[account.state]} word={said.states[account.state]} /> },
          { term: said.secondStep, value: account.secondStep ? said.yes : said.no },
          {
            term: said.lastSeen,
            value: account.lastSeen ? shortDateTime(account.lastSeen, zone, locale) : said.never,
          },
        ]}
      />
      {await Roles({ c, account: number })}
    </>,
  )
}

const Doings = ({ account, locale }: { account: Account; locale: 'es' | 'en' }) => {
  const said = words[locale]
  const at = `/administrar/cuentas/${account.id}`
  return (
    <Row>
      {account.state !== 'disabled' && <PostButton action={`${at}/invitar`}>{said.inviteAgain}</PostButton>}
      {account.secondStep && (
        <AskFirst
          size="small"
          deed={said.removeSecondStep}
          text={said.removeSecondStepText}
          action={`${at}/quitar-segundo-paso`}
        />
      )}
      {account.state === 'disabled' ? (
        <PostButton action={`${at}/reabrir`}>{said.enable}</PostButton>
      ) : (
        <AskFirst size="small" deed={said.disable} text={said.disableText} action={`${at}/cerrar`} />
      )}
    </Row>
  )
}

/** What somebody does, and for whom. */
async function RoleFields({ c, none }: { c: C; none?: string }) {
  const { app, locale } = c.var
  const said = words[locale]
  const [roles, living] = await Promise.all([rolesOf(app), livingAreas(app, await todayOf(app))])
  return (
    <>
      <Select
        name="role"
        label={said.role}
        none={none}
        options={roles.map((role) => ({
          value: String(role.id),
          label: locale === 'es' ? role.name_es : role.name_en,
        }))}
      />
      <Select
        name="area"
        label={said.area}
        none={said.everywhere}
        options={living.map(({ id, acronym, name }) => ({ value: String(id), label: `${acronym}, ${name[locale]}` }))}
      />
    </>
  )
}

async function Roles({ c, account }: { c: C; account: number }) {
  const { app, locale } = c.var
  const said = words[locale]
  const today = await todayOf(app)
  const [holdings, every] = await Promise.all([holdingsOf(app, account), areasOf(app)])
  const areaName = (area: number | null) =>
    area === null ? said.everywhere : (every.find(({ id }) => id === area)?.name[locale] ?? '')
  const columns: readonly Column<Holding>[] = [
    { key: 'role', title: said.role, value: ({ roleName }) => roleName[locale] },
    { key: 'area', title: said.area, value: ({ area }) => areaName(area) },
    { key: 'from', title: said.from, value: ({ validFrom }) => shortDate(validFrom, locale) },
    { key: 'until', title: said.until, value: ({ validTo }) => (validTo ? shortDate(validTo, locale) : '') },
    {
      key: 'end',
      title: '',
      value: () => null,
      cell: ({ id, validTo }) =>
        validTo === null || validTo > today ? (
          <PostButton action={`${addressOf(c)}/funciones/${id}/quitar`}>{said.endRole}</PostButton>
        ) : null,
    },
  ]
  return (
    <Section id="funciones" title={said.roles} count={holdings.length}>
      {holdings.length === 0 ? <p>{said.noRoles}</p> : <Table caption={said.roles} columns={columns} rows={holdings} />}
      <Form {...formAt(c, `${addressOf(c)}/funciones`)} inline label={said.giveRole}>
        {await RoleFields({ c })}
        <DateInput name="from" label={said.from} value={today} />
        <DateInput name="until" label={said.until} optional />
        <Button>{said.give}</Button>
      </Form>
    </Section>
  )
}

const again = (c: C) => addressOf(c)
export const giveRole = submit(grantRole, oneAccountPage, again)
export const takeRole = submit(endRole, oneAccountPage, again)
export const closeAccount = submit(disableAccount, oneAccountPage, again)
export const reopenAccount = submit(enableAccount, oneAccountPage, again)
export const sendInvitation = submit(inviteAgain, oneAccountPage, again)
export const dropStep = submit(removeSecondStepOf, oneAccountPage, again)
