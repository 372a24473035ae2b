import type { App } from '#kernel/app'
import { Button } from '#ui'
import type { Known } from '../queries/known.ts'
import type { C } from './door.tsx'

/** A part of the account's page. */
export interface Part {
  readonly c: C
  readonly known: Known
}
export interface Timed extends Part {
  readonly zone: string
}

export const PostButton = ({ action, children }: { action: string; children?: string }) => (
  <form method="post" action={action}>
    <Button size="small">{children}</Button>
  </form>
)

/** What a grant is called by the module that owns it. */
export const grantName = (app: App, grant: string): { readonly es: string; readonly en: string } =>
  app.modules.map(({ grants }) => grants?.[grant]).find(Boolean) ?? { es: grant, en: grant }
