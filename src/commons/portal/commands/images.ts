import { z } from 'zod'
import { blobsOf, sentBy } from '#commons/files'
import type { Command } from '#kernel/command'
import { sha256, text } from '#kernel/fields'
import { missing } from '#kernel/refusals'
import { imageKept } from '../events.ts'
import { isImageType, largestImageBytes } from '../rules/images.ts'
import type { PortalTables } from '../tables.ts'
import { wrong } from './structure.ts'

const keeping = z.object({ sha256, name: text(200) })

/** Whoever composes keeps pictures for pages, whoever administers keeps the logo: the same is asked of both. */
const kept: Omit<Command<PortalTables, z.infer<typeof keeping>, { sha256: string }>, 'name' | 'summary' | 'grant'> = {
  input: keeping,
  personal: { fields: ['name'], subject: ({ sha256: hash }) => `portal.image-${hash}` },
  async run(work, { sha256: hash, name }) {
    const blob = (await blobsOf(work, [hash])).get(hash)
    if (!blob || blob.erasedAt || !(await sentBy(work, hash, work.actor.id))) throw missing()
    if (!blob.inspectedAt) throw wrong('files', (words) => words.pictureUnseen)
    const { mime, bytes, widthPixels: width, heightPixels: height } = blob
    if (!isImageType(mime) || !width || !height) throw wrong('files', (words) => words.notAPicture(name))
    if (bytes > largestImageBytes) throw wrong('files', (words) => words.pictureTooLarge(name))
    await work.db
      .insertInto('portal.image')
      .values({
        ...{ sha256: hash, name, media_type: mime, width, height, bytes },
        ...{ kept_at: work.now, kept_by: work.actor.id },
      })
      .onConflict((clash) => clash.column('sha256').doNothing())
      .execute()
    work.announce(imageKept, { sha256: hash })
    return { sha256: hash }
  },
}

export const keepImage: Command<PortalTables, z.infer<typeof keeping>, { sha256: string }> = {
  name: 'portal.keep-image',
  summary: 'Keep a picture that one has sent in the library of the portal.',
  grant: 'portal.compose',
  ...kept,
}

export const keepLogo: Command<PortalTables, z.infer<typeof keeping>, { sha256: string }> = {
  name: 'portal.keep-logo',
  summary: 'Keep a picture in the library of the portal, for the institution to be known by.',
  grant: 'directory.manage',
  ...kept,
}
