import type { CheckContext } from '#commons/files'
import { findSection } from '#commons/portal'
import type { Reader } from '#kernel/database'
import { missing } from '#kernel/refusals'
import { nameRule } from '../rules/names.ts'
import type { PublicationsTables } from '../tables.ts'
import { liveHashes } from './documents.ts'
import { draftFilesOf } from './requests.ts'

/** What a section takes while it says nothing else: the formats of the domain's openness table, classes A and B. */
const everyday =
  'pdf csv tsv txt json geojson xml html md odt ods odp docx xlsx pptx png jpg jpeg svg zip mp3 mp4'.split(' ')
const largestBytes = 2_000_000_000

/** What the automatic checks of one file need to know of the rest: they have no database. */
export async function contextOf(
  reader: Reader,
  request: number,
  draftFile: number,
): Promise<{ sha256: string; context: CheckContext }> {
  const db = reader.tables<PublicationsTables>()
  const files = await draftFilesOf(db, request)
  const file = files.find(({ id }) => id === draftFile)
  if (!file) throw missing()
  const asked = await db
    .selectFrom('publications.request')
    .select(['section_id', 'document_id'])
    .where('id', '=', request)
    .executeTakeFirst()
  const section = asked?.section_id ? await findSection(reader, asked.section_id) : undefined
  const live = await liveHashes(db, [file.sha256])
  return {
    sha256: file.sha256,
    context: {
      originalName: file.public_name,
      title: file.title,
      declaredType: '',
      allowedExtensions: section?.allowedExtensions ?? everyday,
      limitBytes: section?.largestBytes ?? largestBytes,
      nameRule,
      // Names are unique in a request by its own index: a file that arrives changes nothing for the others.
      siblings: [],
      // The same document may carry its own file on to the next edition.
      live: live
        .filter(({ document }) => document !== asked?.document_id)
        .map(({ sha256, title, key }) => ({ sha256, title, address: `/documentos/${key}` })),
    },
  }
}
