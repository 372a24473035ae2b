import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Env } from '#kernel/module'
import { Section } from '#ui'
import { words } from './words.ts'

/** Beside what is new: how to be told of it. */
export async function homePanels(c: Context<Env>): Promise<readonly Child[]> {
  const said = words[c.var.locale]
  return [
    <Section id="recibir" title={said.panelTitle} large>
      <p class="sub">{said.panelText}</p>
      <p class="row">
        <a href="/suscripciones">{said.subscribe}</a>
        <a href="/novedades.atom">{said.feed}</a>
      </p>
    </Section>,
  ]
}
