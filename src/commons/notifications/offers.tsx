import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Env } from '#kernel/module'
import { Button, Form, Section, TextInput } from '#ui'
import { words } from './words.ts'

/** Beside what is new on the home page: how to hear of it next time. */
export async function homePanels(c: Context<Env>): Promise<readonly Child[]> {
  const said = words[c.var.locale]
  return [
    <Section id="por-correo" title={said.subscribe} large>
      <Form action="/suscripciones" hidden={{ locale: c.var.locale }}>
        <p>{said.subscribeText}</p>
        <TextInput name="email" type="email" label={said.email} autocomplete="email" />
        <Button>{said.ask}</Button>
      </Form>
    </Section>,
  ]
}
