import { institutionOf, setLogo } from '#commons/directory'
import { perform } from '#kernel/perform'
import { submit } from '#kernel/web'
import { AskFirst, Button, FileInput, Form, FormEnd, formAt, PageHead, Section as Part, staffPage } from '#ui'
import { keepLogo } from '../commands/images.ts'
import { imageTypes } from '../rules/images.ts'
import { receivePictures } from './receiving.ts'
import { type C, said } from './shared.ts'

const at = '/administrar/logotipo'

/** `/administrar/logotipo`: the mark of the institution, on every page of the house. */
export async function logoPage(c: C): Promise<Response> {
  const w = said(c)
  const institution = await institutionOf(c.var.app)
  const logo = institution?.logo
  return staffPage(
    c,
    { title: w.logo, crumbs: [{ href: '/administrar/institucion', label: w.institution }] },
    <>
      <PageHead title={w.logo} below={w.logoBelow} />
      <Part id="actual" title={w.logoNow}>
        {!logo && <p>{w.noLogo}</p>}
        {logo && (
          <>
            <p class="logo-proof">
              <img src={`/imagenes/${logo}`} alt={w.logoOf(institution.name[c.var.locale])} />
              <img src={`/imagenes/${logo}`} alt="" width="36" height="36" />
            </p>
            <AskFirst size="small" deed={w.dropLogo} text={w.dropLogoText} action={`${at}/quitar`} />
          </>
        )}
      </Part>
      <Part id="nuevo" title={w.newLogo}>
        <Form {...formAt(c, at)} files>
          <FileInput name="files" label={w.logoFile} hint={w.logoHint} accept={imageTypes.join()} />
          <FormEnd>
            <Button kind="main">{w.useLogo}</Button>
          </FormEnd>
        </Form>
      </Part>
    </>,
  )
}

/** It stands in the library of the portal as any picture, and then stands for the institution. */
export const receiveLogo = (c: C): Promise<Response> =>
  receivePictures(c, {
    ...{ most: 1, page: logoPage, next: at },
    async keep(picture, knock) {
      await perform(c.var.app, keepLogo, c.var.actor, picture)
      await perform(c.var.app, setLogo, c.var.actor, { logo: picture.sha256 }, knock)
    },
  })

export const dropLogo = submit(setLogo, logoPage, { input: () => ({}), next: () => at })
