import { Hono } from 'hono'
import type { Env, Routes } from '#kernel/module'
import { reading } from '#kernel/web'
import { bodiesPage, bodyPage, newBodyPage, saveBody, saveNewBody, saveNewSeat } from './bodies.tsx'
import { at, type C } from './finding.ts'
import { closeDesignation, closeSeat, saveAccreditation, saveDesignation, saveSeat, seatPage } from './seats.tsx'

const read = reading('sessions.read')
const govern = reading('sessions.govern')
const body = `${at}/:acronym`
const seat = `${body}/lugares/:seat{[0-9]{1,15}}`
const designation = `${seat}/designaciones/:designation{[0-9]{1,15}}`

/** Addresses that only take forms lead to the page that has them. */
const toSeat = (c: C) => c.redirect(`${at}/${c.req.param('acronym')}/lugares/${c.req.param('seat')}`, 303)
const toBody = (c: C) => c.redirect(`${at}/${c.req.param('acronym')}`, 303)

export const staffRoutes: Routes = new Hono<Env>()
  .get(at, read, bodiesPage)
  .get(`${at}/nuevo`, govern, newBodyPage)
  .post(`${at}/nuevo`, govern, saveNewBody)
  .get(body, read, bodyPage)
  .post(body, govern, saveBody)
  .get(`${body}/lugares`, read, toBody)
  .post(`${body}/lugares`, govern, saveNewSeat)
  .get(seat, read, seatPage)
  .post(seat, govern, saveSeat)
  .get(`${seat}/*`, read, toSeat)
  .post(`${seat}/terminar`, govern, closeSeat)
  .post(`${seat}/designaciones`, govern, saveDesignation)
  .post(`${designation}/acreditar`, govern, saveAccreditation)
  .post(`${designation}/terminar`, govern, closeDesignation)
