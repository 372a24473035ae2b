import { inspectContents, receiveForm } from '#commons/files'
import { perform } from '#kernel/perform'
import { bytes } from '#kernel/pure/numbers'
import { Refusal } from '#kernel/refusal'
import { Button, FileInput, Form, FormEnd, formAt, PageHead, Section as Part, staffPage } from '#ui'
import { keepImage } from '../commands/images.ts'
import { listImages } from '../queries/home.ts'
import { imageTypes, largestImageBytes } from '../rules/images.ts'
import type { PortalTables } from '../tables.ts'
import { say } from '../words.ts'
import { type C, said } from './shared.ts'

const at = '/portal/imagenes'
const mostAtOnce = 20

/** `/portal/imagenes`: the pictures that pages and features may show. */
export async function imagesPage(c: C): Promise<Response> {
  const w = said(c)
  const images = await listImages(c.var.app.tables<PortalTables>())
  return staffPage(
    c,
    { title: w.images, live: 'public.portal' },
    <>
      <PageHead title={w.images} below={w.imagesBelow} />
      <Form {...formAt(c, `${at}/archivos`)} files>
        <FileInput name="files" label={w.uploadImages} hint={w.imagesText} accept={imageTypes.join()} multiple />
        <FormEnd>
          <Button kind="main">{w.upload}</Button>
        </FormEnd>
      </Form>
      <Part id="biblioteca" title={w.library} count={images.length}>
        {images.length === 0 && <p>{w.noImages}</p>}
        <ul class="pictures">
          {images.map(({ sha256, name, width, height, bytes: size }) => (
            <li>
              <a href={`/imagenes/${sha256}`}>
                <img src={`/imagenes/${sha256}`} alt="" width={width} height={height} loading="lazy" />
                {name}
              </a>
              <span class="muted num">
                {width} × {height}, {bytes(size)}
              </span>
            </li>
          ))}
        </ul>
      </Part>
    </>,
  )
}

/** Each picture is looked into by the reviewer of files before it is kept: its header is as hostile as any. */
export async function receiveImages(c: C): Promise<Response> {
  const { app, actor } = c.var
  try {
    const { taken, refused } = await receiveForm(c, {
      limitBytes: largestImageBytes,
      mostFiles: mostAtOnce,
      async each({ sha256, name }) {
        await inspectContents.run(app, { contents: [{ sha256, extension: '' }] })
        await perform(app, keepImage, actor, { sha256, name })
      },
    })
    const [first] = refused
    if (first) throw first.refusal
    if (taken.length === 0) throw nothingChosen()
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    c.set('attempt', { refusal, input: {} })
    c.status(refusal.status)
    return imagesPage(c)
  }
  return c.redirect(`${at}#biblioteca`, 303)
}

const nothingChosen = () =>
  new Refusal(
    'invalid',
    say((words) => words.cannot),
    [{ field: 'files', said: say((words) => words.staff.noFile) }],
  )
