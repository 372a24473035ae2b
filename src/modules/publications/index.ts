import type { Reader } from '#kernel/database'
import { every, type Module, on } from '#kernel/module'
import { api } from './api.ts'
import { confirmBasis, retakeContent } from './commands/basis.ts'
import { checkFiles } from './commands/checking.ts'
import { attachFile, detachFile, renameFile } from './commands/files.ts'
import { liftFreezeWindow, setFreezeWindow } from './commands/freezing.ts'
import { importDocuments, undoImport } from './commands/importing.ts'
import { setLimit } from './commands/limits.ts'
import { answerObservation, settleObservation, writeObservation } from './commands/observations.ts'
import { publishDocument, publishScheduled, schedulePublication, unschedulePublication } from './commands/publish.ts'
import { lapseRequests, remindDeadlines } from './commands/reminders.ts'
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
import { recordTarget } from './commands/targets.ts'
import { objectToPublication, publishUrgently, ratifyPublication } from './commands/urgent.ts'
import { callForRevalidation, confirmValidity, rearmSchedules } from './commands/validity.ts'
import { recordVerification } from './commands/verification.ts'
import { archiveDocument, withdrawDocument } from './commands/withdrawals.ts'
import { checkTarget } from './errands/targets.ts'
import { verifyImport, verifyPublication, verifyWithdrawal } from './errands/verification.ts'
import { documentPublished, documentsImported, documentWithdrawn } from './events.ts'
import first from './migrations/0001-publications.sql'
import { verify } from './offers/verify.ts'
import { holds, publicLists, searchables, sitemap } from './offers.ts'
import { portalRoutes } from './portal/index.ts'
import { homePanels } from './portal/panels.tsx'
import { draftFilesOf, findRequest as requestIn } from './queries/requests.ts'
import { abouts } from './staff/abouts.ts'
import { nav, orders, staffRoutes } from './staff/index.ts'
import { tasks } from './staff/tasks.ts'
import { figures, late } from './staff/today.ts'
import type { PublicationsTables } from './tables.ts'
import { tells } from './tells.ts'
import { importing } from './terminal.ts'
import { say, words } from './words.ts'

export { attachFile } from './commands/files.ts'
export { answerObservation, writeObservation } from './commands/observations.ts'
export { publishDocument, schedulePublication } from './commands/publish.ts'
export { abandonRequest, describeRequest, openRequest } from './commands/requests.ts'
export {
  admitRequest,
  approveRequest,
  resubmitRequest,
  returnWithObservations,
  submitRequest,
} from './commands/reviews.ts'
export { publishUrgently } from './commands/urgent.ts'
export { callForRevalidation } from './commands/validity.ts'
export { archiveDocument, withdrawDocument } from './commands/withdrawals.ts'
export * from './events.ts'

/** One request, by number, with all its columns. */
export const findRequest = (reader: Reader, id: number) => requestIn(reader.tables<PublicationsTables>(), id)
export const filesOfRequest = (reader: Reader, id: number) => draftFilesOf(reader.tables<PublicationsTables>(), id)

export const publications: Module = {
  name: 'publications',
  title: say((words) => words.moduleTitle),
  needs: ['directory', 'identity', 'files', 'portal', 'notifications'],
  migrations: [{ name: 'publications/0001-publications', text: first }],
  commands: [
    openRequest,
    repeatRequest,
    describeRequest,
    setCalendarMode,
    abandonRequest,
    attachFile,
    renameFile,
    detachFile,
    confirmBasis,
    retakeContent,
    checkFiles,
    submitRequest,
    resubmitRequest,
    admitRequest,
    assignReviewer,
    refuseAdmission,
    writeObservation,
    answerObservation,
    settleObservation,
    returnWithObservations,
    approveRequest,
    schedulePublication,
    unschedulePublication,
    publishDocument,
    publishScheduled,
    publishUrgently,
    ratifyPublication,
    objectToPublication,
    rollBackDocument,
    withdrawDocument,
    noteSearchRemoval,
    archiveDocument,
    callForRevalidation,
    confirmValidity,
    remindDeadlines,
    lapseRequests,
    rearmSchedules,
    recordVerification,
    recordTarget,
    importDocuments,
    undoImport,
    setRule,
    setLimit,
    setFreezeWindow,
    liftFreezeWindow,
  ],
  errands: [verifyPublication, verifyImport, verifyWithdrawal, checkTarget],
  grants: Object.fromEntries(
    Object.entries(words.es.grants).map(([grant, es]) => [
      grant,
      { es, en: words.en.grants[grant as keyof typeof words.en.grants], within: 'area' },
    ]),
  ),
  facesPublic: true,
  portal: portalRoutes,
  staff: staffRoutes,
  nav,
  orders,
  tasks,
  late,
  figures,
  abouts,
  api,
  reactions: [
    on(documentPublished, verifyPublication),
    on(documentsImported, verifyImport),
    on(documentWithdrawn, verifyWithdrawal),
  ],
  schedule: [
    every('5 0 * * *', callForRevalidation),
    // The shortest terms are of an hour: whoever owes them hears of it with some of it left.
    every('*/5 * * * *', remindDeadlines),
    every('*/15 * * * *', lapseRequests),
    every('* * * * *', rearmSchedules),
  ],
  tells,
  publicLists,
  homePanels,
  sitemap,
  searchables,
  holds,
  verify,
  terminal: [importing],
}
