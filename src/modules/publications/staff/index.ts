import { Hono } from 'hono'
import { receiving, resumable } from '#commons/files'
import type { Env, NavItem, Order, Page, Routes } from '#kernel/module'
import { reading, submit } from '#kernel/web'
import { withQuery } from '#ui'
import { confirmBasis, retakeContent } from '../commands/basis.ts'
import { detachFile, renameFile } from '../commands/files.ts'
import { answerObservation, settleObservation, writeObservation } from '../commands/observations.ts'
import { publishDocument, schedulePublication, unschedulePublication } from '../commands/publish.ts'
import { abandonRequest, describeRequest, repeatRequest, setCalendarMode } from '../commands/requests.ts'
import {
  admitRequest,
  approveRequest,
  assignReviewer,
  refuseAdmission,
  resubmitRequest,
  returnWithObservations,
  submitRequest,
} from '../commands/reviews.ts'
import { rollBackDocument } from '../commands/rolling-back.ts'
import { noteSearchRemoval } from '../commands/search-removal.ts'
import { objectToPublication, publishUrgently, ratifyPublication } from '../commands/urgent.ts'
import { confirmValidity } from '../commands/validity.ts'
import { archiveDocument, withdrawDocument } from '../commands/withdrawals.ts'
import { publishedWords } from '../words/published.ts'
import { staffWords } from '../words/staff.ts'
import { termsWords } from '../words/terms.ts'
import { acknowledgement } from './acknowledgement.tsx'
import { actOnChosen, chosenForm } from './chosen.tsx'
import { withInstants } from './description.tsx'
import { type C, ofRequest, requestAsked } from './finding.ts'
import { endFreezeWindow, freezingPage, saveFreezeWindow } from './freezing.tsx'
import { historyPage } from './history.tsx'
import { importForm, importPage, takeBack } from './import.tsx'
import { limitPage, limitsPage, saveLimit } from './limits.tsx'
import { listPage, requestsFile } from './list.tsx'
import { newPage, saveNew } from './new.tsx'
import { publishedFile, publishedPage } from './published.tsx'
import { draftFile, receiveFiles, receiver } from './receiving.ts'
import { recordPage } from './record.tsx'
import { rulesPage, saveRule } from './rules.tsx'
import { countTasks } from './tasks.ts'
import { timesFile, timesPage } from './times.tsx'

const read = reading('publications.read')
const record = '/solicitudes/:folio{(?:SP-[0-9]{4}|IM)-[0-9]{6,9}}'
const limit = '/administrar/plazos/:clock/:round/:priority'
const freezing = '/administrar/ventanas-de-restriccion'
const here =
  (part = '') =>
  (c: C) =>
    `/solicitudes/${c.req.param('folio')}${part}`

/** A form of the record: it posts to a command about that request and comes back to the record. */
const onRecord = (command: Parameters<typeof submit>[0], part = '') =>
  submit(command as never, recordPage as Page, {
    input: async (sent, c) => withInstants(await ofRequest(sent, c), c),
    next: here(part),
  })

const moves = {
  submit: submitRequest,
  resubmit: resubmitRequest,
  admit: admitRequest,
  'refuse-admission': refuseAdmission,
  observe: returnWithObservations,
  approve: approveRequest,
  schedule: schedulePublication,
  unschedule: unschedulePublication,
  publish: publishDocument,
  'publish-urgently': publishUrgently,
  ratify: ratifyPublication,
  object: objectToPublication,
  revalidate: confirmValidity,
  archive: archiveDocument,
  abandon: abandonRequest,
} as const

export const staffRoutes: Routes = new Hono<Env>()
  .get('/solicitudes', read, listPage)
  .on('GET', ['/solicitudes.csv', '/solicitudes.xlsx'], read, requestsFile)
  .post(chosenForm.action, reading(chosenForm.grant), actOnChosen(listPage))
  .get(chosenForm.action, read, (c) => c.redirect(withQuery('/solicitudes', c.req.query()), 303))
  .get('/solicitudes/tiempos', read, timesPage)
  .on('GET', ['/solicitudes/tiempos.csv', '/solicitudes/tiempos.xlsx'], read, timesFile)
  .get('/solicitudes/importar', reading('publications.import'), importPage)
  .post('/solicitudes/importar', reading('publications.import'), receiving, importForm)
  .get('/solicitudes/importar/*', reading('publications.import'), (c) => c.redirect('/solicitudes/importar', 303))
  .post('/solicitudes/importar/:batch{[0-9]{1,15}}/deshacer', reading('publications.import'), takeBack)
  .get('/solicitudes/documentos', read, publishedPage)
  .on('GET', ['/solicitudes/documentos.csv', '/solicitudes/documentos.xlsx'], read, publishedFile)
  .get('/solicitudes/nueva', reading('publications.request'), newPage)
  .post('/solicitudes/nueva', reading('publications.request'), saveNew)
  .get('/administrar/reglas-de-publicacion', reading('directory.manage'), rulesPage)
  .post('/administrar/reglas-de-publicacion', reading('directory.manage'), saveRule)
  .get('/administrar/plazos', reading('directory.manage'), limitsPage)
  .get(limit, reading('directory.manage'), limitPage)
  .post(limit, reading('directory.manage'), saveLimit)
  .get(freezing, reading('publications.freeze'), freezingPage)
  .post(freezing, reading('publications.freeze'), saveFreezeWindow)
  .post(`${freezing}/:window{[0-9]{1,15}}/levantar`, reading('publications.freeze'), endFreezeWindow)
  .get(`${freezing}/*`, reading('publications.freeze'), (c) => c.redirect(freezing, 303))
  .get(record, read, recordPage)
  .get(`${record}/historia`, read, historyPage)
  .get(`${record}/acuse`, read, acknowledgement)
  .post(`${record}/datos`, read, onRecord(describeRequest as never, '#datos'))
  .post(`${record}/archivos`, read, receiving, receiveFiles(recordPage))
  .get(`${record}/archivos/:row{[0-9]{1,15}}`, read, draftFile)
  .post(`${record}/archivos/:file{[0-9]{1,15}}/nombre`, read, onRecord(renameFile as never, '#archivos'))
  .post(`${record}/archivos/:file{[0-9]{1,15}}/quitar`, read, onRecord(detachFile as never, '#archivos'))
  .post(`${record}/observaciones`, read, onRecord(writeObservation as never, '#observaciones'))
  .post(`${record}/observaciones/:observation{[0-9]{1,6}}/respuesta`, read, onRecord(answerObservation as never))
  .post(`${record}/observaciones/:observation{[0-9]{1,6}}/resultado`, read, onRecord(settleObservation as never))
  .post(`${record}/revisor`, read, onRecord(assignReviewer as never))
  .post(`${record}/computo`, read, onRecord(setCalendarMode as never))
  .post(`${record}/edicion`, read, onRecord(confirmBasis as never))
  .post(`${record}/contenido`, read, onRecord(retakeContent as never))
  .post(`${record}/buscadores`, read, onRecord(noteSearchRemoval as never, '#buscadores'))
  .post(
    `${record}/repetir`,
    read,
    submit(repeatRequest, recordPage, { input: ofRequest, next: (_, { folio }) => `/solicitudes/${folio}` }),
  )
  .post(
    `${record}/regresar`,
    read,
    submit(rollBackDocument, recordPage, {
      input: async (sent, c) => ({ ...sent, document: (await requestAsked(c)).document_id }),
      next: here(),
    }),
  )
  .post(
    `${record}/retirar`,
    read,
    submit(withdrawDocument, recordPage, {
      input: async (sent, c) => ({ ...sent, document: (await requestAsked(c)).document_id }),
      next: here(),
    }),
  )

for (const [move, command] of Object.entries(moves)) {
  staffRoutes.post(`${record}/${move}`, read, onRecord(command as never))
}
staffRoutes.route('/', resumable(`${record}/subidas`, receiver))
staffRoutes.route('/', resumable(`${record}/archivos/:file{[0-9]{1,15}}/subidas`, receiver))
// A form that was refused answers at its own address: whoever opens that address is taken to the record.
staffRoutes.get(`${record}/*`, read, (c) => c.redirect(here()(c), 303))

export const nav: readonly NavItem[] = [
  {
    group: 'publish',
    href: '/solicitudes/documentos',
    said: { es: publishedWords.es.title, en: publishedWords.en.title },
    icon: 'file-text',
    grant: 'publications.read',
  },
  {
    group: 'publish',
    href: '/solicitudes/importar',
    said: { es: staffWords.es.import.title, en: staffWords.en.import.title },
    icon: 'folder-up',
    grant: 'publications.import',
  },
  {
    group: 'publish',
    href: '/solicitudes',
    said: { es: staffWords.es.requests, en: staffWords.en.requests },
    icon: 'inbox',
    grant: 'publications.read',
    first: true,
    count: countTasks,
  },
  {
    group: 'administer',
    href: '/administrar/reglas-de-publicacion',
    said: { es: staffWords.es.rules, en: staffWords.en.rules },
    icon: 'sliders-horizontal',
    grant: 'directory.manage',
  },
  {
    group: 'administer',
    href: '/administrar/plazos',
    said: { es: termsWords.es.title, en: termsWords.en.title },
    icon: 'clock',
    grant: 'directory.manage',
  },
  {
    group: 'administer',
    href: freezing,
    said: { es: termsWords.es.freezing, en: termsWords.en.freezing },
    icon: 'ban',
    grant: 'publications.freeze',
  },
]

export const orders: readonly Order[] = [
  {
    href: '/solicitudes/nueva',
    said: { es: staffWords.es.newRequest, en: staffWords.en.newRequest },
    grant: 'publications.request',
  },
  {
    href: '/solicitudes/tiempos',
    said: { es: staffWords.es.timesTitle, en: staffWords.en.timesTitle },
    grant: 'publications.read',
  },
]
