import { submit } from '#kernel/web'
import { Button, Choice, Form, FormEnd, formAt, PageHead, staffPage, TextInput } from '#ui'
import { setRule } from '../commands/home.ts'
import { samePersonRule } from '../queries/home.ts'
import type { PortalTables } from '../tables.ts'
import { type C, said } from './shared.ts'

const at = '/administrar/regla-de-paginas'

/** `/administrar/regla-de-paginas`: whether a written norm lets one person write a page and publish it. */
export async function rulePage(c: C): Promise<Response> {
  const w = said(c)
  const rule = await samePersonRule(c.var.app.tables<PortalTables>())
  return staffPage(
    c,
    { title: w.rule },
    <>
      <PageHead title={w.rule} below={w.ruleText} />
      <Form {...formAt(c, at)}>
        <Choice name="allowed" value="true" label={w.ruleAllowed} checked={rule?.allowed} />
        <TextInput name="source" label={w.ruleSource} value={rule?.source} longest={500} optional />
        <FormEnd>
          <Button kind="main">{w.save}</Button>
        </FormEnd>
      </Form>
    </>,
  )
}

export const saveRule = submit(setRule, rulePage, () => at)
