import { endpoint, type Operation } from '#kernel/module'
import { confirmBasis, retakeContent } from './commands/basis.ts'
import { checkFiles } from './commands/checking.ts'
import { attachFile, detachFile, renameFile } from './commands/files.ts'
import { liftFreezeWindow, setFreezeWindow } from './commands/freezing.ts'
import { importDocuments, undoImport } from './commands/importing.ts'
import { setLimit } from './commands/limits.ts'
import { answerObservation, settleObservation, writeObservation } from './commands/observations.ts'
import { publishDocument, schedulePublication, unschedulePublication } from './commands/publish.ts'
import { abandonRequest, describeRequest, openRequest, repeatRequest, setCalendarMode } from './commands/requests.ts'
import {
  admitRequest,
  approveRequest,
  assignReviewer,
  refuseAdmission,
  resubmitRequest,
  returnWithObservations,
  submitRequest,
} from './commands/reviews.ts'
import { rollBackDocument } from './commands/rolling-back.ts'
import { setRule } from './commands/rules.ts'
import { noteSearchRemoval } from './commands/search-removal.ts'
import { objectToPublication, publishUrgently, ratifyPublication } from './commands/urgent.ts'
import { confirmValidity } from './commands/validity.ts'
import { archiveDocument, withdrawDocument } from './commands/withdrawals.ts'
import { checks, clocks, history, observations } from './resources/inside.ts'
import { restrictions, serviceLimits } from './resources/terms.ts'
import { imports, rules, times } from './resources/times.ts'
import { document, documents, request, requests } from './resources.ts'

export const api: readonly Operation[] = [
  requests,
  request,
  observations,
  checks,
  clocks,
  history,
  times,
  endpoint('POST', '/requests', openRequest),
  endpoint('PATCH', '/requests/:request', describeRequest),
  endpoint('POST', '/requests/:request/repetitions', repeatRequest),
  endpoint('PUT', '/requests/:request/calendar-mode', setCalendarMode),
  endpoint('POST', '/requests/:request/files', attachFile),
  endpoint('PATCH', '/requests/:request/files/:file', renameFile),
  endpoint('DELETE', '/requests/:request/files/:file', detachFile),
  endpoint('PUT', '/requests/:request/basis', confirmBasis),
  endpoint('POST', '/requests/:request/retaking', retakeContent),
  endpoint('POST', '/requests/:request/checks', checkFiles, 202),
  endpoint('POST', '/requests/:request/submission', submitRequest),
  endpoint('POST', '/requests/:request/resubmission', resubmitRequest),
  endpoint('POST', '/requests/:request/abandonment', abandonRequest),
  endpoint('POST', '/requests/:request/admission', admitRequest),
  endpoint('POST', '/requests/:request/admission-refusal', refuseAdmission),
  endpoint('PUT', '/requests/:request/reviewer', assignReviewer),
  endpoint('POST', '/requests/:request/observations', writeObservation),
  endpoint('POST', '/requests/:request/observations/:observation/answers', answerObservation),
  endpoint('PUT', '/requests/:request/observations/:observation/outcome', settleObservation),
  endpoint('POST', '/requests/:request/return', returnWithObservations),
  endpoint('POST', '/requests/:request/approval', approveRequest),
  endpoint('PUT', '/requests/:request/schedule', schedulePublication),
  endpoint('DELETE', '/requests/:request/schedule', unschedulePublication),
  endpoint('POST', '/requests/:request/publication', publishDocument),
  endpoint('POST', '/requests/:request/urgent-publication', publishUrgently),
  endpoint('POST', '/requests/:request/ratification', ratifyPublication),
  endpoint('POST', '/requests/:request/objection', objectToPublication),
  endpoint('POST', '/requests/:request/revalidation', confirmValidity),
  endpoint('PUT', '/requests/:request/search-removal', noteSearchRemoval),
  endpoint('POST', '/requests/:request/archive', archiveDocument),
  documents,
  document,
  endpoint('POST', '/documents/:document/withdrawal', withdrawDocument),
  endpoint('POST', '/documents/:document/roll-back', rollBackDocument),
  rules,
  endpoint('PUT', '/publication-rules/:name', setRule),
  serviceLimits,
  endpoint('PUT', '/service-limits/:clock/:round/:priority', setLimit),
  restrictions,
  endpoint('POST', '/freeze-windows', setFreezeWindow),
  endpoint('POST', '/freeze-windows/:window/lifting', liftFreezeWindow),
  imports,
  endpoint('POST', '/imports', importDocuments),
  endpoint('POST', '/imports/:batch/undoing', undoImport),
]
