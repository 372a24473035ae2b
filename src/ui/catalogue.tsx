import { Button } from './button.tsx'
import { Actions } from './catalogue/actions.tsx'
import { Forms } from './catalogue/forms.tsx'
import { Foundations } from './catalogue/foundations.tsx'
import { Lists } from './catalogue/lists.tsx'
import { Head, Records } from './catalogue/records.tsx'
import { samplesOf } from './catalogue/spec.tsx'
import { Choice } from './choices.tsx'
import { Form, FormEnd } from './form.tsx'
import type { Frame, Setting } from './frame.ts'
import { TextInput } from './inputs.tsx'
import { SimplePage } from './simple-page.tsx'
import { StaffPage } from './staff-page.tsx'

export { PortalCatalogue } from './catalogue/portal.tsx'

/** The living catalogue: every component of the desk, in all its states. */
export const Catalogue = ({ frame }: { frame: Frame }) => (
  <StaffPage frame={frame} title={samplesOf(frame.locale).title}>
    <Head />
    <Foundations />
    <Actions />
    <Forms />
    <Lists />
    <Records />
  </StaffPage>
)

/** The frame of a single task, with the most usual one. */
export const SimpleCatalogue = ({ setting }: { setting: Setting }) => {
  const samples = samplesOf(setting.locale)
  return (
    <SimplePage setting={setting} title={samples.signIn} kicker={samples.title}>
      <Form action="#entrar">
        <TextInput name="email" type="email" label={samples.email} autocomplete="username" />
        <TextInput name="password" type="password" label={samples.password} autocomplete="current-password" />
        <Choice name="stay" value="yes" label={samples.stay} />
        <FormEnd>
          <Button kind="main" size="large">
            {samples.enter}
          </Button>
        </FormEnd>
      </Form>
    </SimplePage>
  )
}
