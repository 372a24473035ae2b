import { localDateOf, shortDate } from '#kernel/pure/dates'
import {
  AskFirst,
  Button,
  Choices,
  type Column,
  DateInput,
  FieldRow,
  FoldedForm,
  FormEnd,
  formAt,
  Section,
  Select,
  Table,
  TextInput,
} from '#ui'
import { listAccounts } from '../queries/accounts.ts'
import { delegationsOf } from '../queries/delegations.ts'
import { holdingsOf, todayOf } from '../queries/holdings.ts'
import { type Token, tokensOf } from '../queries/sign-ins.ts'
import { words } from '../words.ts'
import { grantName, type Part, PostButton, type Timed } from './account-parts.tsx'

// What a person lends of their own: to programs, with tokens, and to other people.

/** Keys of programs, with what each may do. */
export async function Tokens({ c, known, zone }: Timed) {
  const { app, actor, locale } = c.var
  const said = words[locale]
  const rows = await tokensOf(app, known.account)
  const grants = [...actor.grants.keys()].filter((grant) => !grant.startsWith('identity.')).sort()
  const columns: readonly Column<Token>[] = [
    { key: 'label', title: said.label, value: ({ label }) => label },
    {
      key: 'grants',
      title: said.tokenGrants,
      value: (token) => token.grants.map((grant) => grantName(app, grant)[locale]).join('. '),
    },
    {
      key: 'expires',
      title: said.expires,
      value: ({ expires_at }) => shortDate(localDateOf(expires_at, zone), locale),
    },
    {
      key: 'revoke',
      title: '',
      value: () => null,
      cell: ({ id, label }) => (
        <AskFirst
          size="small"
          deed={said.revoke}
          name={said.revokeOf(label)}
          text={said.revokeText}
          action={`/cuenta/claves/${id}/revocar`}
        />
      ),
    },
  ]
  return (
    <Section id="claves" title={said.tokens} aside={<a href="/api">API</a>}>
      <p>{said.tokensText}</p>
      {rows.length > 0 && <Table caption={said.tokens} columns={columns} rows={rows} />}
      <FoldedForm summary={said.createToken} {...formAt(c, '/cuenta/claves')}>
        <TextInput name="label" label={said.label} />
        <Choices
          kind="checkbox"
          name="grants"
          label={said.tokenGrants}
          options={grants.map((value) => ({ value, label: grantName(app, value)[locale], hint: value }))}
        />
        <TextInput name="days" type="number" label={said.tokenDays} value={90} size="small" />
        <FormEnd>
          <Button>{said.createToken}</Button>
        </FormEnd>
      </FoldedForm>
    </Section>
  )
}

/** Who acts for whom, and a form to lend one's roles. */
export async function Delegations({ c, known }: Part) {
  const { app, locale } = c.var
  const said = words[locale]
  const today = await todayOf(app)
  const [all, held, accounts] = await Promise.all([
    delegationsOf(app, known.account, today),
    holdingsOf(app, known.account),
    listAccounts(app),
  ])
  const living = held.filter(({ validTo }) => validTo === null || validTo > today)
  const nameOf = (account: number) => accounts.find(({ id }) => id === account)?.name ?? ''
  return (
    <Section id="delegaciones" title={said.delegations}>
      <p>{said.delegationsText}</p>
      {all.map((each) => (
        <p class="row">
          <span>
            {nameOf(each.from_account_id)} → {nameOf(each.to_account_id)}, {shortDate(each.valid_from, locale)} –{' '}
            {shortDate(each.valid_to, locale)}. {each.reason}
          </span>
          {each.from_account_id === known.account && (
            <PostButton action={`/cuenta/delegaciones/${each.id}/terminar`}>{said.end}</PostButton>
          )}
        </p>
      ))}
      {living.length > 0 && (
        <FoldedForm summary={said.delegate} {...formAt(c, '/cuenta/delegaciones')}>
          <Select
            name="to"
            label={said.delegateTo}
            options={accounts
              .filter(({ id, state }) => id !== known.account && state === 'active')
              .map(({ id, name }) => ({ value: String(id), label: name }))}
          />
          <Choices
            kind="checkbox"
            name="holdings"
            label={said.delegateRoles}
            options={living.map(({ id, roleName }) => ({ value: String(id), label: roleName[locale] }))}
          />
          <FieldRow>
            <DateInput name="from" label={said.from} value={today} />
            <DateInput name="until" label={said.until} />
          </FieldRow>
          <TextInput name="reason" label={said.reason} />
          <FormEnd>
            <Button>{said.delegate}</Button>
          </FormEnd>
        </FoldedForm>
      )}
    </Section>
  )
}
