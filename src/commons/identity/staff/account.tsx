import { institutionOf, zoneOf } from '#commons/directory'
import { holds } from '#kernel/actor'
import { sayDone } from '#kernel/done'
import { perform } from '#kernel/perform'
import { shortDateTime } from '#kernel/pure/dates'
import { forbidden } from '#kernel/refusals'
import { submit } from '#kernel/web'
import {
  Button,
  ButtonLink,
  Choices,
  type Column,
  CopyButton,
  Form,
  FormEnd,
  formAt,
  Notice,
  PageHead,
  Section,
  Stack,
  staffPage,
  Table,
  TextInput,
  WithAside,
} from '#ui'
import { setPreferences } from '../commands/accounts.ts'
import { delegate, revokeDelegation } from '../commands/delegations.ts'
import { changePassword } from '../commands/passwords.ts'
import { removeSecondStep, startSecondStep } from '../commands/second-step.ts'
import { endOtherSignIns, signOut } from '../commands/sign-ins.ts'
import { revokeToken } from '../commands/tokens.ts'
import { checkOwnPassword } from '../entering/steps.ts'
import { signInOf } from '../knowing.ts'
import type { Known } from '../queries/known.ts'
import { recoveryCodesLeft, type SignIn, secondStepOf, signInsOf } from '../queries/sign-ins.ts'
import { themes } from '../rules/account.ts'
import { holdsNoRole } from '../rules/grants.ts'
import { enrolment, qrOf } from '../second-step.ts'
import { houseKey, unseal } from '../secrets.ts'
import { words } from '../words.ts'
import { type Part, PostButton, type Timed } from './account-parts.tsx'
import { atDoor, type C, NewPassword } from './door.tsx'
import { Delegations, Tokens } from './lending.tsx'
import { OwnRoles } from './own-roles.tsx'

/** Only people have this page: a token has no account of its own. */
function ownSignIn(c: C): Known {
  const known = signInOf(c)
  if (!known || !holds(c.var.actor, 'identity.own')) throw forbidden('identity.own')
  return known
}

/** `/cuenta`: preferences, password, second step, sign-ins, tokens, delegations. */
export async function accountPage(c: C): Promise<Response> {
  const known = ownSignIn(c)
  const said = words[c.var.locale]
  const zone = await zoneOf(c.var.app)
  return staffPage(
    c,
    { title: said.account },
    <>
      <PageHead
        title={c.var.actor.name}
        above={said.account}
        below={known.email}
        actions={
          <form method="post" action="/salir">
            <Button icon="log-out">{said.signOut}</Button>
          </form>
        }
      />
      <WithAside asideLabel={said.preferences} aside={<Preferences c={c} known={known} />}>
        {await OwnRoles({ c, known })}
        {await Password({ c })}
        {await SecondStep({ c, known })}
        {await SignIns({ c, known, zone })}
        {!holdsNoRole(c.var.actor) && (await Tokens({ c, known, zone }))}
        {!holdsNoRole(c.var.actor) && (await Delegations({ c, known }))}
      </WithAside>
    </>,
  )
}

const Preferences = ({ c, known }: Part) => {
  const said = words[c.var.locale]
  return (
    <Section id="preferencias" title={said.preferences}>
      <Form {...formAt(c, '/cuenta/preferencias')}>
        <Choices
          kind="radio"
          name="locale"
          label={said.language}
          value={known.locale}
          options={(['es', 'en'] as const).map((value) => ({ value, label: said.languages[value] }))}
        />
        <Choices
          kind="radio"
          name="theme"
          label={said.theme}
          value={known.theme}
          options={themes.map((value) => ({ value, label: said.themes[value] }))}
        />
        <FormEnd>
          <Button>{said.save}</Button>
        </FormEnd>
      </Form>
    </Section>
  )
}

function Password({ c }: { c: C }) {
  const said = words[c.var.locale]
  return (
    <Section id="contrasena" title={said.changePassword}>
      <Form {...formAt(c, '/cuenta/contrasena')}>
        <TextInput name="current" type="password" label={said.current} autocomplete="current-password" />
        <NewPassword locale={c.var.locale} />
        <FormEnd>
          <Button>{said.save}</Button>
        </FormEnd>
      </Form>
    </Section>
  )
}

async function SecondStep({ c, known }: Part) {
  const { app, locale } = c.var
  const said = words[locale]
  const step = await secondStepOf(app, known.account)
  return (
    <Section id="segundo-paso" title={said.secondStep}>
      <p>{said.secondStepText}</p>
      {!step && (
        <form method="post" action="/cuenta/segundo-paso">
          <Button icon="shield-check">{said.secondStepStart}</Button>
        </form>
      )}
      {step && !step.confirmed_at && (await Enrol({ c, known, secret: step.secret }))}
      {step?.confirmed_at && (
        <Stack>
          <Notice tone="ok">
            <p>
              {said.secondStepOn} {said.secondStepLeft(await recoveryCodesLeft(app, known.account))}
            </p>
          </Notice>
          <Form {...formAt(c, '/cuenta/segundo-paso/quitar')} inline>
            <TextInput name="password" type="password" label={said.password} autocomplete="current-password" />
            <Button>{said.secondStepRemove}</Button>
          </Form>
        </Stack>
      )}
    </Section>
  )
}

async function Enrol({ c, known, secret }: Part & { readonly secret: Uint8Array }) {
  const { app, locale } = c.var
  const said = words[locale]
  const institution = await institutionOf(app)
  const opened = unseal(houseKey(app, 'second-step'), secret, `account:${known.account}`)
  const { uri, typed } = enrolment(opened, institution?.acronym ?? 'Pregonero', known.email)
  return (
    <Stack>
      <p>{said.secondStepScan}</p>
      <QrCode uri={uri} label={said.secondStepQr} />
      <p>{said.secondStepKey}</p>
      <p class="hash">{typed}</p>
      <p class="row">
        <CopyButton text={typed.replaceAll(' ', '')} />
        <ButtonLink href={uri}>{said.secondStepOpen}</ButtonLink>
      </p>
      <Form {...formAt(c, '/cuenta/segundo-paso/confirmar')} inline>
        <TextInput name="code" label={said.code} autocomplete="one-time-code" inputmode="numeric" size="small" />
        <Button kind="main">{said.secondStepConfirm}</Button>
      </Form>
    </Stack>
  )
}

/** Dark on light in either theme: a camera reads no other. */
const QrCode = ({ uri, label }: { uri: string; label: string }) => {
  const { size, path } = qrOf(uri)
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect class="qr-light" width={size} height={size} />
      <path class="qr-dark" d={path} />
    </svg>
  )
}

async function SignIns({ c, known, zone }: Timed) {
  const { app, locale } = c.var
  const said = words[locale]
  const rows = await signInsOf(app, known.account, app.clock())
  const when = (date: Date) => shortDateTime(date, zone, locale)
  const columns: readonly Column<SignIn>[] = [
    { key: 'browser', title: said.browser, value: ({ browser }) => browser },
    { key: 'since', title: said.since, value: ({ created_at }) => when(created_at) },
    { key: 'seen', title: said.lastSeen, value: ({ seen_at }) => when(seen_at) },
    {
      key: 'end',
      title: '',
      value: () => null,
      cell: ({ id }) =>
        id === known.id ? said.thisOne : <PostButton action={`/cuenta/sesiones/${id}/cerrar`}>{said.end}</PostButton>,
    },
  ]
  return (
    <Section
      id="sesiones"
      title={said.signIns}
      count={rows.length}
      aside={rows.length > 1 && <PostButton action="/cuenta/sesiones/cerrar-demas">{said.endOthers}</PostButton>}
    >
      <Table caption={said.signIns} columns={columns} rows={rows} />
    </Section>
  )
}

const back = (part: string) => () => `/cuenta#${part}`

export const savePreferences = submit(setPreferences, accountPage, back('preferencias'))
export const savePassword = atDoor(accountPage, async (c, input) => {
  const { app, actor } = c.var
  await checkOwnPassword(c, ownSignIn(c), 'current', () => perform(app, changePassword, actor, input))
  return c.redirect('/entrar?listo', 303)
})
export const beginSecondStep = submit(startSecondStep, accountPage, {
  input: (_, c) => ({ key: houseKey(c.var.app, 'second-step') }),
  next: back('segundo-paso'),
})
export const endSecondStep = atDoor(accountPage, async (c, input) => {
  const { app, actor } = c.var
  const recorded = (entry: number | undefined) => sayDone(c, entry)
  await checkOwnPassword(c, ownSignIn(c), 'password', () => perform(app, removeSecondStep, actor, input, { recorded }))
  return c.redirect(back('segundo-paso')(), 303)
})
export const endSignIn = submit(signOut, accountPage, back('sesiones'))
export const endOthers = submit(endOtherSignIns, accountPage, {
  input: (_, c) => ({ signIn: ownSignIn(c).id }),
  next: back('sesiones'),
})
export const endToken = submit(revokeToken, accountPage, back('claves'))
export const lend = submit(delegate, accountPage, back('delegaciones'))
export const endDelegation = submit(revokeDelegation, accountPage, back('delegaciones'))
