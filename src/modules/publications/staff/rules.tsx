import { submit } from '#kernel/web'
import { Button, Choices, Form, FormEnd, formAt, PageHead, staffPage, TextInput } from '#ui'
import { setRule } from '../commands/rules.ts'
import { ruleOf } from '../queries/rules.ts'
import type { PublicationsTables } from '../tables.ts'
import { staffWords } from '../words/staff.ts'
import type { C } from './finding.ts'

const at = '/administrar/reglas-de-publicacion'

/** The institution's own rules of publication, each with its norm. */
export async function rulesPage(c: C): Promise<Response> {
  const said = staffWords[c.var.locale]
  const rule = await ruleOf(c.var.app.tables<PublicationsTables>(), 'one-person-approves')
  return staffPage(
    c,
    { title: said.rules },
    <>
      <PageHead title={said.rules} />
      <Form {...formAt(c, at)} hidden={{ name: 'one-person-approves' }}>
        <Choices
          kind="radio"
          name="value"
          label={said.onePerson}
          hint={said.onePersonHint}
          value={rule.value}
          inline
          options={[
            { value: 'no', label: said.no },
            { value: 'yes', label: said.yes },
          ]}
        />
        <TextInput name="source" label={said.ruleSource} value={rule.source} longest={500} />
        <FormEnd>
          <Button kind="main">{said.save}</Button>
        </FormEnd>
      </Form>
    </>,
  )
}
export const saveRule = submit(setRule, rulesPage, () => at)
