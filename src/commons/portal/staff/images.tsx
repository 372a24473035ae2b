import { perform } from '#kernel/perform'
import { bytes } from '#kernel/pure/numbers'
import { Button, FileInput, Form, FormEnd, formAt, PageHead, Section as Part, staffPage } from '#ui'
import { keepImage } from '../commands/images.ts'
import { listImages } from '../queries/home.ts'
import { imageTypes } from '../rules/images.ts'
import type { PortalTables } from '../tables.ts'
import { receivePictures } from './receiving.ts'
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

export const receiveImages = (c: C): Promise<Response> =>
  receivePictures(c, {
    ...{ most: mostAtOnce, page: imagesPage, next: `${at}#biblioteca` },
    keep: (picture, knock) => perform(c.var.app, keepImage, c.var.actor, picture, knock),
  })
