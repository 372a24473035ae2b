import { Hono } from 'hono'
import type { Env, Routes } from '#kernel/module'
import { reading } from '#kernel/web'
import {
  accountPage,
  beginSecondStep,
  endDelegation,
  endOthers,
  endSecondStep,
  endSignIn,
  endToken,
  lend,
  savePassword,
  savePreferences,
} from './account.tsx'
import {
  accountsFile,
  accountsPage,
  closeAccount,
  dropStep,
  giveRole,
  newAccountPage,
  oneAccountPage,
  reopenAccount,
  saveNewAccount,
  sendInvitation,
  takeRole,
} from './accounts.tsx'
import { enterHouse, leave, passPage, passStep, resetPage, sendReset, signInPage, usePass } from './door.tsx'
import { importAccountsForm, importAccountsPage } from './importing.tsx'
import { confirmStep, makeToken } from './once.tsx'
import { newRolePage, rolePage, rolesPage, saveNewRole, saveRole } from './roles.tsx'
import { foundHouse, setUpPage } from './set-up.tsx'
import { saveView, takeView, viewsPage } from './views.tsx'

export { interrupted } from './door.tsx'

/** Open to people who have not signed in: how they do. */
export const doorRoutes: Routes = new Hono<Env>()
  .get('/entrar', signInPage)
  .post('/entrar', enterHouse)
  .get('/entrar/segundo-paso', (c) => c.redirect('/entrar', 303))
  .post('/entrar/segundo-paso', passStep)
  .post('/salir', leave)
  .get('/restablecer', resetPage)
  .post('/restablecer', sendReset)
  .get('/restablecer/:token', passPage)
  .post('/restablecer/:token', usePass)
  .get('/invitacion/:token', passPage)
  .post('/invitacion/:token', usePass)
  .get('/inicio', setUpPage)
  .post('/inicio', foundHouse)

const own = reading('identity.own')
const manage = reading('identity.manage')
const accountAt = '/administrar/cuentas/:account{[0-9]{1,15}}'

export const staffRoutes: Routes = new Hono<Env>()
  .get('/cuenta', own, accountPage)
  .get('/cuenta/vistas', own, viewsPage)
  .post('/cuenta/vistas', own, saveView)
  .get('/cuenta/vistas/*', own, (c) => c.redirect('/cuenta/vistas', 303))
  .post('/cuenta/vistas/:view{[0-9]{1,15}}/quitar', own, takeView)
  .get('/cuenta/*', own, (c) => c.redirect('/cuenta', 303))
  .post('/cuenta/preferencias', own, savePreferences)
  .post('/cuenta/contrasena', own, savePassword)
  .post('/cuenta/segundo-paso', own, beginSecondStep)
  .post('/cuenta/segundo-paso/confirmar', own, confirmStep)
  .post('/cuenta/segundo-paso/quitar', own, endSecondStep)
  .post('/cuenta/sesiones/cerrar-demas', own, endOthers)
  .post('/cuenta/sesiones/:signIn/cerrar', own, endSignIn)
  .post('/cuenta/claves', own, makeToken)
  .post('/cuenta/claves/:token/revocar', own, endToken)
  .post('/cuenta/delegaciones', own, lend)
  .post('/cuenta/delegaciones/:delegation/terminar', own, endDelegation)
  .get('/administrar/cuentas', manage, accountsPage)
  .on('GET', ['/administrar/cuentas.csv', '/administrar/cuentas.xlsx'], manage, accountsFile)
  .get('/administrar/cuentas/nueva', manage, newAccountPage)
  .post('/administrar/cuentas/nueva', manage, saveNewAccount)
  .get('/administrar/cuentas/hoja', manage, importAccountsPage)
  .post('/administrar/cuentas/hoja', manage, importAccountsForm)
  .get(accountAt, manage, oneAccountPage)
  .get(`${accountAt}/*`, manage, (c) => c.redirect(`/administrar/cuentas/${c.req.param('account')}`, 303))
  .post(`${accountAt}/funciones`, manage, giveRole)
  .post(`${accountAt}/funciones/:holding/quitar`, manage, takeRole)
  .post(`${accountAt}/cerrar`, manage, closeAccount)
  .post(`${accountAt}/reabrir`, manage, reopenAccount)
  .post(`${accountAt}/invitar`, manage, sendInvitation)
  .post(`${accountAt}/quitar-segundo-paso`, manage, dropStep)
  .get('/administrar/funciones', manage, rolesPage)
  .get('/administrar/funciones/nueva', manage, newRolePage)
  .post('/administrar/funciones/nueva', manage, saveNewRole)
  .get('/administrar/funciones/:role{[0-9]{1,15}}', manage, rolePage)
  .post('/administrar/funciones/:role{[0-9]{1,15}}', manage, saveRole)
