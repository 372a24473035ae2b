import { institutionOf, setLogo } from '#commons/directory'
import { inspectContents, receiveForm } from '#commons/files'
import { perform } from '#kernel/perform'
import { Refusal } from '#kernel/refusal'
import { submit } from '#kernel/web'
import { AskFirst, Button, FileInput, Form, FormEnd, formAt, PageHead, Section as Part, staffPage } from '#ui'
import { keepLogo } from '../commands/images.ts'
import { imageTypes, largestImageBytes } from '../rules/images.ts'
import { say } from '../words.ts'
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

/** It is looked into as any picture, stands in the library of the portal, and then stands for the institution. */
export async function receiveLogo(c: C): Promise<Response> {
  const { app, actor } = c.var
  try {
    const { taken, refused } = await receiveForm(c, {
      limitBytes: largestImageBytes,
      mostFiles: 1,
      async each({ sha256, name }) {
        await inspectContents.run(app, { contents: [{ sha256, extension: '' }] })
        await perform(app, keepLogo, actor, { sha256, name })
        await perform(app, setLogo, actor, { logo: sha256 })
      },
    })
    const [first] = refused
    if (first) throw first.refusal
    if (taken.length === 0) throw nothingChosen()
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    c.set('attempt', { refusal, input: {} })
    c.status(refusal.status)
    return logoPage(c)
  }
  return c.redirect(at, 303)
}

const nothingChosen = () =>
  new Refusal(
    'invalid',
    say((words) => words.cannot),
    [{ field: 'files', said: say((words) => words.staff.noFile) }],
  )

export const dropLogo = submit(setLogo, logoPage, { input: () => ({}), next: () => at })
