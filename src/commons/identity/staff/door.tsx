import type { Context } from 'hono'
import type { Env } from '#kernel/module'
import { perform } from '#kernel/perform'
import { Refusal } from '#kernel/refusal'
import { missing } from '#kernel/refusals'
import { inputOf } from '#kernel/web'
import { Button, ButtonLink, Form, FormEnd, formAt, Notice, simplePage, TextInput } from '#ui'
import { acceptPass } from '../commands/passwords.ts'
import { passSecondStep } from '../commands/second-step.ts'
import { signOut } from '../commands/sign-ins.ts'
import { askForReset } from '../entering/resetting.ts'
import { accountOfTicket, checkCode, checkPassword, letIn, ticketFor } from '../entering/steps.ts'
import { atTheDoor, forgetIn, signInOf } from '../knowing.ts'
import { passIsOpen, passMatches, passNumber } from '../letters.ts'
import { anyAccount } from '../queries/accounts.ts'
import { findPass } from '../queries/sign-ins.ts'
import { localPath } from '../rules/account.ts'
import { houseKey } from '../secrets.ts'
import { words } from '../words.ts'
import { held, heldIn, offerBack, pageOfForm } from './interrupted.tsx'

export type C = Context<Env>
type Page = (c: C) => Promise<Response>

const home = '/hoy'
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Runs what a form at the door asks; a refusal returns to its page with what was typed. */
export const atDoor =
  (page: Page, run: (c: C, input: Record<string, unknown>) => Promise<Response>) =>
  async (c: C): Promise<Response> => {
    const input = await inputOf(c)
    try {
      return await run(c, input)
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal
      c.set('attempt', { refusal, input })
      c.status(refusal.status)
      return page(c)
    }
  }

export async function signInPage(c: C): Promise<Response> {
  if (!(await anyAccount(c.var.app))) return c.redirect('/inicio', 303)
  const said = words[c.var.locale]
  const back = localPath(c.req.query('volver')) ?? localPath(c.var.attempt?.input['volver'])
  return simplePage(
    c,
    { title: said.signIn },
    <>
      {c.req.query('listo') !== undefined && (
        <Notice tone="ok">
          <p>{said.passwordSaved}</p>
        </Notice>
      )}
      <SignInForm c={c} hidden={{ volver: back, ...heldIn(c.var.attempt?.input) }} />
    </>,
  )
}

export const SignInForm = ({ c, hidden }: { c: C; hidden: Readonly<Record<string, string | undefined>> }) => {
  const said = words[c.var.locale]
  return (
    <Form {...formAt(c, '/entrar')} hidden={hidden}>
      <TextInput name="email" type="email" label={said.email} autocomplete="username" autofocus />
      <TextInput name="password" type="password" label={said.password} autocomplete="current-password" />
      <FormEnd>
        <Button kind="main" size="large" icon="log-in">
          {said.enter}
        </Button>
        <a href="/restablecer">{said.forgot}</a>
      </FormEnd>
    </Form>
  )
}

/** Whoever came in goes on where they were going, or is offered what they had sent. */
const goOn = (c: C, input: Record<string, unknown>): Response | Promise<Response> =>
  heldIn(input).held ? offerBack(c, input) : c.redirect(localPath(input['volver']) ?? home, 303)

/** A form came from whoever is no longer signed in: the door stands at its address. */
export function interrupted(c: C): Promise<Response> {
  const said = words[c.var.locale]
  return simplePage(
    c,
    { title: said.signIn },
    <SignInForm c={c} hidden={{ volver: pageOfForm(c), ...held(c, c.var.attempt?.input ?? {}) }} />,
  )
}

export const enterHouse = atDoor(signInPage, async (c, input) => {
  const { account, needs } = await checkPassword(c, text(input['email']), text(input['password']))
  if (needs === 'second-step') return secondStepPage(c, ticketFor(c, account), input)
  await letIn(c, account, false)
  return goOn(c, input)
})

function secondStepPage(c: C, ticket: string, input: Readonly<Record<string, unknown>>): Promise<Response> {
  const said = words[c.var.locale]
  const carried = { volver: localPath(input['volver']) ?? home, email: text(input['email']), ...heldIn(input) }
  return simplePage(
    c,
    { title: said.secondStep },
    <Form {...formAt(c, '/entrar/segundo-paso')} hidden={{ ticket, ...carried }}>
      <TextInput
        name="code"
        label={said.code}
        hint={said.secondStepHint}
        autocomplete="one-time-code"
        size="medium"
        autofocus
      />
      <FormEnd>
        <Button kind="main" size="large">
          {said.proceed}
        </Button>
        <a href="/entrar">{said.back}</a>
      </FormEnd>
    </Form>,
  )
}

const secondStepAgain: Page = (c) => {
  const input = c.var.attempt?.input ?? {}
  return secondStepPage(c, text(input['ticket']), input)
}

export const passStep = atDoor(secondStepAgain, async (c, input) => {
  const account = accountOfTicket(c, text(input['ticket']))
  const key = houseKey(c.var.app, 'second-step')
  const code = text(input['code'])
  await checkCode(c, account, () => perform(c.var.app, passSecondStep, atTheDoor, { account, key, code }))
  await letIn(c, account, true)
  return goOn(c, input)
})

export async function leave(c: C): Promise<Response> {
  const known = signInOf(c)
  if (known) await perform(c.var.app, signOut, c.var.actor, { signIn: known.id })
  forgetIn(c)
  return c.redirect('/', 303)
}

export function resetPage(c: C): Promise<Response> {
  const said = words[c.var.locale]
  const sent = c.req.query('enviada') !== undefined
  return simplePage(
    c,
    { title: said.resetTitle },
    sent ? (
      <Notice tone="ok">
        <p>{said.resetSent}</p>
      </Notice>
    ) : (
      <>
        <p>{said.resetText}</p>
        <Form {...formAt(c, '/restablecer')}>
          <TextInput name="email" type="email" label={said.email} autocomplete="username" autofocus />
          <FormEnd>
            <Button kind="main" size="large">
              {said.resetSend}
            </Button>
            <a href="/entrar">{said.back}</a>
          </FormEnd>
        </Form>
      </>
    ),
  )
}

export const sendReset = atDoor(resetPage, async (c, { email }) => {
  await askForReset(c, email)
  return c.redirect('/restablecer?enviada', 303)
})

/** `/invitacion/{token}` and `/restablecer/{token}`: the way of a letter. */
export async function passPage(c: C): Promise<Response> {
  const said = words[c.var.locale]
  const token = c.req.param('token') ?? ''
  const number = passNumber(token)
  const pass = number ? await findPass(c.var.app, number) : undefined
  if (!pass || !passMatches(houseKey(c.var.app, 'letter'), pass, token)) throw missing()
  if (!passIsOpen(pass, c.var.app.clock())) {
    return simplePage(
      c,
      { title: said.choosePassword },
      <>
        <Notice tone="warn">
          <p>{said.passEnded}</p>
        </Notice>
        <ButtonLink href="/restablecer">{said.resetTitle}</ButtonLink>
      </>,
    )
  }
  return simplePage(
    c,
    { title: said.choosePassword },
    <Form {...formAt(c, c.req.path)} action={c.req.path}>
      <NewPassword locale={c.var.locale} />
      <FormEnd>
        <Button kind="main" size="large">
          {said.save}
        </Button>
      </FormEnd>
    </Form>,
  )
}

export const NewPassword = ({ locale }: { locale: 'es' | 'en' }) => {
  const said = words[locale]
  return (
    <>
      <TextInput
        name="password"
        type="password"
        label={said.newPassword}
        hint={said.passwordHint}
        autocomplete="new-password"
      />
      <TextInput name="again" type="password" label={said.again} autocomplete="new-password" />
    </>
  )
}

export const usePass = atDoor(passPage, async (c, { password, again }) => {
  const key = houseKey(c.var.app, 'letter')
  await perform(c.var.app, acceptPass, atTheDoor, { token: c.req.param('token'), key, password, again })
  return c.redirect('/entrar?listo', 303)
})
