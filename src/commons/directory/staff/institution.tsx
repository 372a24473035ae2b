import type { Context } from 'hono'
import type { Env } from '#kernel/module'
import { missing } from '#kernel/refusals'
import { submit } from '#kernel/web'
import {
  Button,
  ButtonLink,
  Choices,
  ColourInput,
  FieldRow,
  Form,
  FormEnd,
  formAt,
  houseColours,
  PageHead,
  readability,
  Section,
  staffPage,
  TextArea,
  TextInput,
  WithAside,
} from '#ui'
import { describeInstitution, setTheme } from '../commands/institution.ts'
import { institutionOf } from '../queries/institution.ts'
import { letterings } from '../rules.ts'
import { words } from '../words.ts'

export type C = Context<Env>

const at = '/administrar/institucion'

/** `/administrar/institucion`: whose house this is. */
export async function institutionPage(c: C): Promise<Response> {
  const said = words[c.var.locale]
  const institution = await institutionOf(c.var.app)
  if (!institution) throw missing()
  return staffPage(
    c,
    { title: said.institution },
    <>
      <PageHead title={said.institution} below={said.institutionBelow} />
      <WithAside asideLabel={said.appearance} aside={<Appearance c={c} institution={institution} />}>
        <Form {...formAt(c, at)} hidden={{ version: institution.version }}>
          <FieldRow>
            <TextInput name="nameEs" label={said.nameEs} value={institution.name.es} />
            <TextInput name="nameEn" label={said.nameEn} value={institution.name.en} optional />
          </FieldRow>
          <TextInput name="acronym" label={said.acronym} value={institution.acronym} size="small" />
          <TextArea name="address" label={said.address} value={institution.address} rows={2} optional />
          <FieldRow>
            <TextInput name="phone" label={said.phone} value={institution.phone} optional />
            <TextInput name="officeHours" label={said.officeHours} value={institution.officeHours} optional />
          </FieldRow>
          <TextInput name="timeZone" label={said.timeZone} hint={said.timeZoneHint} value={institution.timeZone} />
          <TextInput name="webAddress" type="url" label={said.webAddress} value={institution.webAddress} optional />
          <TextInput name="licence" label={said.licence} hint={said.licenceHint} value={institution.licence} optional />
          <FormEnd>
            <Button kind="main">{said.save}</Button>
          </FormEnd>
        </Form>
      </WithAside>
    </>,
  )
}

type Institution = NonNullable<Awaited<ReturnType<typeof institutionOf>>>

const Appearance = ({ c, institution: { logo, theme, version } }: { c: C; institution: Institution }) => {
  const said = words[c.var.locale]
  return (
    <Section id="apariencia" title={said.appearance}>
      <p class="row">
        {logo && <img src={`/imagenes/${logo}`} alt="" width="48" height="48" />}
        <ButtonLink size="small" href="/administrar/logotipo">
          {logo ? said.changeLogo : said.putLogo}
        </ButtonLink>
      </p>
      <Form {...formAt(c, `${at}/apariencia`)} hidden={{ version }}>
        <ColourInput
          name="accent"
          label={said.accent}
          hint={said.accentHint}
          value={theme.accent}
          ground={readability.ground}
          least={readability.accent}
          standing={houseColours.accent}
          optional
        />
        <ColourInput
          name="second"
          label={said.second}
          value={theme.second}
          ground={readability.ground}
          least={readability.ink}
          standing={houseColours.ink}
          optional
        />
        <Choices
          kind="radio"
          name="letters"
          label={said.letters}
          value={theme.letters}
          options={letterings.map((value) => ({ value, label: said.lettersOf[value] }))}
        />
        <FormEnd>
          <Button>{said.save}</Button>
        </FormEnd>
      </Form>
    </Section>
  )
}

export const saveInstitution = submit(describeInstitution, institutionPage, () => at)
export const saveTheme = submit(setTheme, institutionPage, () => at)
