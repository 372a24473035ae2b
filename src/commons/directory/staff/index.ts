import { Hono } from 'hono'
import type { Env, Routes } from '#kernel/module'
import { reading } from '#kernel/web'
import {
  areaPage,
  areasFile,
  areasPage,
  closeAppointment,
  endArea,
  newAreaPage,
  replaceArea,
  saveAppointment,
  saveArea,
  saveNewArea,
  savePost,
} from './areas.tsx'
import { calendarHome, calendarPage, saveCalendar } from './calendar.tsx'
import { institutionPage, saveInstitution, saveTheme } from './institution.tsx'
import { erasePerson, newPersonPage, peopleFile, peoplePage, personPage, saveNewPerson, savePerson } from './people.tsx'

const manage = reading('directory.manage')
const area = '/administrar/areas/:area{[0-9]{1,15}}'
const person = '/administrar/personas/:person{[0-9]{1,15}}'
const year = '/administrar/calendario/:year{2[01][0-9]{2}}'

export const staffRoutes: Routes = new Hono<Env>()
  .get('/administrar/institucion', manage, institutionPage)
  .post('/administrar/institucion', manage, saveInstitution)
  .get('/administrar/institucion/apariencia', manage, (c) => c.redirect('/administrar/institucion', 303))
  .post('/administrar/institucion/apariencia', manage, saveTheme)
  .get('/administrar/areas', manage, areasPage)
  .on('GET', ['/administrar/areas.csv', '/administrar/areas.xlsx'], manage, areasFile)
  .get('/administrar/areas/nueva', manage, newAreaPage)
  .post('/administrar/areas/nueva', manage, saveNewArea)
  .get(area, manage, areaPage)
  .post(area, manage, saveArea)
  .get(`${area}/*`, manage, (c) => c.redirect(`/administrar/areas/${c.req.param('area')}`, 303))
  .post(`${area}/cerrar`, manage, endArea)
  .post(`${area}/sucesora`, manage, replaceArea)
  .post(`${area}/cargos`, manage, savePost)
  .post(`${area}/cargos/:post{[0-9]{1,15}}/nombrar`, manage, saveAppointment)
  .post(`${area}/nombramientos/:appointment{[0-9]{1,15}}/terminar`, manage, closeAppointment)
  .get('/administrar/personas', manage, peoplePage)
  .on('GET', ['/administrar/personas.csv', '/administrar/personas.xlsx'], manage, peopleFile)
  .get('/administrar/personas/nueva', manage, newPersonPage)
  .post('/administrar/personas/nueva', manage, saveNewPerson)
  .get(person, manage, personPage)
  .post(person, manage, savePerson)
  .get(`${person}/suprimir`, manage, (c) => c.redirect(`/administrar/personas/${c.req.param('person')}`, 303))
  .post(`${person}/suprimir`, manage, erasePerson)
  .get('/administrar/calendario', manage, calendarHome)
  .get(year, manage, calendarPage)
  .post(year, manage, saveCalendar)
