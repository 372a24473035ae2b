import { perform } from '#kernel/perform'
import { missing } from '#kernel/refusals'
import { Button, FieldGroup, Form, FormEnd, formAt, Select, simplePage, TextInput } from '#ui'
import { setUp } from '../commands/set-up.ts'
import { letIn } from '../entering/steps.ts'
import { atTheDoor } from '../knowing.ts'
import { anyAccount } from '../queries/accounts.ts'
import { houseKey } from '../secrets.ts'
import { words } from '../words.ts'
import { atDoor, type C, NewPassword } from './door.tsx'

/** `/inicio`: founds the house, once. Afterwards there is no such page. */
export async function setUpPage(c: C): Promise<Response> {
  if (await anyAccount(c.var.app)) throw missing()
  const said = words[c.var.locale]
  return simplePage(
    c,
    { title: said.setUpTitle },
    <>
      <p>{said.setUpText}</p>
      <Form {...formAt(c, '/inicio')} hidden={{ locale: c.var.locale }}>
        <TextInput name="code" label={said.setUpCode} hint={said.setUpCodeHint} autocomplete="off" size="medium" />
        <TextInput name="institution" label={said.institution} autocomplete="organization" />
        <TextInput name="institutionEn" label={said.institutionEn} optional />
        <TextInput name="acronym" label={said.acronym} size="small" />
        <FieldGroup title={said.you}>
          <PersonFields locale={c.var.locale} />
          <TextInput name="email" type="email" label={said.email} autocomplete="username" />
          <NewPassword locale={c.var.locale} />
        </FieldGroup>
        <FormEnd>
          <Button kind="main" size="large">
            {said.found}
          </Button>
        </FormEnd>
      </Form>
    </>,
  )
}

export const PersonFields = ({ locale }: { locale: 'es' | 'en' }) => {
  const said = words[locale]
  return (
    <>
      <TextInput name="givenNames" label={said.givenNames} autocomplete="given-name" />
      <TextInput name="familyNames" label={said.familyNames} autocomplete="family-name" />
      <TextInput name="treatment" label={said.treatment} size="small" optional placeholder={said.treatmentExample} />
      <Select
        name="gender"
        label={said.gender}
        value="n"
        none={null}
        options={(['f', 'm', 'n'] as const).map((value) => ({ value, label: said.genders[value] }))}
      />
    </>
  )
}

export const foundHouse = atDoor(setUpPage, async (c, input) => {
  const key = houseKey(c.var.app, 'set-up')
  const { account } = await perform(c.var.app, setUp, atTheDoor, { ...input, key })
  await letIn(c, account, false)
  return c.redirect('/hoy', 303)
})
