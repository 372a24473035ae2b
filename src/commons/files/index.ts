import { endpoint, every, type Module } from '#kernel/module'
import { erase } from './commands/erase.ts'
import { receive, receiveMany } from './commands/receive.ts'
import { recordErasure, recordRun, releaseUnheld } from './commands/record.ts'
import { eraseContent } from './errands/erase.ts'
import { inspectContents } from './errands/inspect.ts'
import { runChecks } from './errands/run-checks.ts'
import { sweep } from './errands/sweep.ts'
import type { Checked } from './events.ts'
import first from './migrations/0001-files.sql'
import { verify } from './offers/verify.ts'
import { resumable } from './transfer/resumable.ts'
import { say } from './words.ts'

export type { CheckContext, Finding, LiveFile, NameRule, Severity } from './checks/check.ts'
export { checkName, type Description, describe } from './checks/describe.ts'
export { askForChecks } from './commands/checks.ts'
export { erase } from './commands/erase.ts'
export { receive, receiveMany } from './commands/receive.ts'
export { inspectContents } from './errands/inspect.ts'
export { type Ask, runChecks } from './errands/run-checks.ts'
export { type Checked, contentChecked, contentErased, contentsReceived } from './events.ts'
export { blobsOf, type LibraryFile, openingsOf, type Run, runsOf, sentAmong, sentBy, textOf } from './queries.ts'
export { previewOf } from './rules/preview.ts'
export { asideOf, dropAside, setAside } from './transfer/aside.ts'
export { fitsBundle, serveBundle } from './transfer/bundle.ts'
export { type FormFile, receiveForm, receiving } from './transfer/form.ts'
export { receiveAllKept, receiveKept } from './transfer/kept.ts'
export { type Arrived, type Receiver, resumable } from './transfer/resumable.ts'
export { serveFile } from './transfer/serve.ts'

/** For programs: sends a content to the library; what is done with it is another operation. */
const uploads = resumable('/api/v1/uploads', { permit: () => {}, done: (_, kept) => kept })

export const files: Module = {
  name: 'files',
  title: say((words) => words.moduleTitle),
  needs: [],
  migrations: [{ name: 'files/0001-files', text: first }],
  commands: [receive, receiveMany, recordRun, erase, recordErasure, releaseUnheld],
  errands: [inspectContents, runChecks, eraseContent, sweep],
  grants: {
    'files.receive': { ...say((words) => words.grants.receive), within: 'own' },
    'files.erase': say((words) => words.grants.erase),
    'files.record': say((words) => words.grants.record),
  },
  staff: uploads,
  api: [endpoint('DELETE', '/contents/:sha256', erase)],
  schedule: [every('20 3 * * *', sweep)],
  verify,
  tells: {
    'files.received': ({ sha256s }: { sha256s: string[] }) => say((words) => words.tells.received(sha256s.length)),
    'files.checked': ({ blocking, must }: Checked) => say((words) => words.tells.checked(blocking, must)),
    'files.erasure-asked': () => say((words) => words.tells.erasureAsked),
    'files.erased': () => say((words) => words.tells.erased),
    'files.erasure-refused': () => say((words) => words.tells.erasureRefused),
    'files.released': () => say((words) => words.tells.released),
  },
}
