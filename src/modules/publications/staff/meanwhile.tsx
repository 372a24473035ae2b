import { reaches } from '#kernel/actor'
import { ButtonLink, FormDialog, formAt, Notice, Row } from '#ui'
import { changesSince, type Overtaken, othersUnderWay, overtakenOf } from '../queries/basis.ts'
import { findDocument } from '../queries/documents.ts'
import { leftOutOf } from '../queries/repeating.ts'
import { findRequest, type Request } from '../queries/requests.ts'
import type { Changes } from '../rules/changes.ts'
import { keepsFiles } from '../rules/kinds.ts'
import { beforePublication, editable } from '../rules/machine.ts'
import type { PublicationsTables } from '../tables.ts'
import { meanwhileWords } from '../words/meanwhile.ts'
import { addressOf, type C, mayRead, seenOf } from './finding.ts'

interface Props {
  readonly c: C
  readonly request: Request
}

/** What happened to the document while the request was on its way, before anything is lost by it. */
export async function Meanwhile({ c, request }: Props) {
  if (!beforePublication.includes(request.state)) return null
  return (
    <>
      {await OvertakenBy({ c, request })}
      {await UnderWay({ c, request })}
    </>
  )
}

async function OvertakenBy({ c, request }: Props) {
  const { app, actor, locale } = c.var
  const said = meanwhileWords[locale]
  const db = app.tables<PublicationsTables>()
  const overtaken = await overtakenOf(db, request)
  const document = overtaken && request.document_id ? await findDocument(db, request.document_id) : undefined
  if (!overtaken || !document) return null
  const changes = await changesSince(db, document.id, overtaken)
  const decides = editable.includes(request.state) && reaches(actor, 'publications.request', request.area_id)
  return (
    <>
      <Notice tone="warn">
        <p>{said.overtaken(overtaken.begun, overtaken.live)}</p>
        <p>
          <b>{said.changed}</b>
        </p>
        <Changed changes={changes} c={c} />
        <p>
          <a href={`/documentos/${document.key}/v/${overtaken.live}`}>{said.seeEdition(overtaken.live)}</a>
        </p>
        {decides ? (
          <Row>
            <ButtonLink href="#confirmar-edicion" dialog>
              {said.confirm(overtaken.live)}
            </ButtonLink>
            <ButtonLink href="#tomar-contenido" dialog>
              {said.retake}
            </ButtonLink>
          </Row>
        ) : (
          <p>{said.areaDecides}</p>
        )}
      </Notice>
      {decides && <Ways c={c} request={request} overtaken={overtaken} />}
    </>
  )
}

const Changed = ({ c, changes }: { c: C; changes: Changes }) => {
  const said = meanwhileWords[c.var.locale]
  const { fields, added, removed, replaced } = changes
  const lines = [
    ...(fields.length > 0 ? [said.fieldsChanged(fields.map((field) => said.fields[field]))] : []),
    ...(added.length > 0 ? [said.added(added)] : []),
    ...(replaced.length > 0 ? [said.replaced(replaced)] : []),
    ...(removed.length > 0 ? [said.removed(removed)] : []),
  ]
  return (
    <ul>
      {(lines.length > 0 ? lines : [said.sameContent]).map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )
}

/** The two ways out: what the request holds stands on the newer edition, or gives way to it. */
const Ways = ({ c, request, overtaken: { live } }: Props & { overtaken: Overtaken }) => {
  const said = meanwhileWords[c.var.locale]
  const hidden = { ...seenOf(request), edition: live }
  const here = addressOf(request)
  return (
    <>
      <FormDialog
        place="confirmar-edicion"
        title={said.confirm(live)}
        text={keepsFiles(request.kind) ? said.confirmDataText(live) : said.confirmText(live)}
        {...formAt(c, `${here}/edicion`)}
        hidden={hidden}
      />
      <FormDialog
        place="tomar-contenido"
        title={said.retake}
        text={said.retakeText(live)}
        bad
        {...formAt(c, `${here}/contenido`)}
        hidden={hidden}
      />
    </>
  )
}

/** Who else is changing the same document: told before either of them goes live. */
async function UnderWay({ c, request }: Props) {
  const said = meanwhileWords[c.var.locale]
  const others = await othersUnderWay(c.var.app.tables<PublicationsTables>(), request)
  const read = others.filter((other) => mayRead(c.var, other))
  if (read.length === 0) return null
  return (
    <Notice>
      <p>
        {said.underWay(read.length)}{' '}
        {read.map((other, at) => (
          <>
            {at > 0 && ', '}
            <a href={addressOf(other)}>{other.folio}</a>
          </>
        ))}
        . {said.underWayText}
      </p>
    </Notice>
  )
}

/** Files of the request that this one repeats, which could not be taken along, and why. */
export async function LeftOut({ c, request }: Props) {
  const { app, locale } = c.var
  const said = meanwhileWords[locale]
  if (request.repeats_id === null || !beforePublication.includes(request.state)) return null
  const [left, earlier] = await Promise.all([
    leftOutOf(app, request),
    findRequest(app.tables<PublicationsTables>(), request.repeats_id),
  ])
  if (left.length === 0 || !earlier) return null
  return (
    <Notice tone="warn">
      <p>{said.leftOut(earlier.folio)}</p>
      <ul>
        {left.map(({ name, why }) => (
          <li>
            {name}: {said.leftOutWhy[why]}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
