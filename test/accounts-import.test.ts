import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { modules } from '../src/app.ts'
import { terminalOf } from '../src/lives/index.ts'
import { performLine } from '../src/lives/terminal.ts'
import { type Furnished, openFurnished } from './support/furnished.ts'

const sheet = (...lines: string[]) => ['Nombre;Apellidos;Correo;Área;Función;Idioma', ...lines].join('\r\n')
const good = sheet(
  'Renata;Solórzano Paz;renata.solorzano@iea.example;PPP|OE;Enlace de área;',
  'Ulises;Ibarra;Ulises.Ibarra@iea.example;todas;consulta;inglés',
)
const wrong = sheet(
  'Renata;Solórzano;renata.solorzano@iea.example;PPP;Enlace de área;',
  ';Nadie;sin-arroba;XX;Reina;',
  'Paula;Rentería;paula.renteria@iea.example;GC;consulta;',
  'Otra;Renata;renata.solorzano@iea.example;;consulta;',
)
const address = '/administrar/cuentas/hoja'

/** Sends the sheet as a file, in the encoding that Excel in Spanish saves. */
async function send(house: Furnished, text: string, step: string) {
  const form = new FormData()
  form.append('sheet', new File([new Uint8Array(Buffer.from(text, 'latin1'))], 'cuentas.csv'))
  form.append('step', step)
  return house.request(address, 'joel', { method: 'POST', body: form })
}
const accountsOf = async (house: Furnished) =>
  JSON.parse((await house.ask('GET', '/api/v1/accounts?limit=200', 'joel')).text).items as {
    email: string
    state: string
  }[]

test('a sheet opens accounts with their roles, and each person is invited in their language', async (t) => {
  const house = await openFurnished(t)
  const preview = await send(house, good, 'check')
  assert.equal(preview.status, 200)
  assert.match(preview.text, /Renata Solórzano Paz[\s\S]*PPP, OE[\s\S]*Ulises Ibarra[\s\S]*Todas las áreas/)
  assert.match(preview.text, /Abrir las 2 cuentas/)
  assert.equal(
    (await accountsOf(house)).some(({ email }) => email.startsWith('renata')),
    false,
    'to check opens nothing',
  )

  const sent = house.mail.sent.length
  const rows = /<textarea[^>]*name="rows"[^>]*>([\s\S]*?)<\/textarea>/.exec(preview.text)?.[1] ?? ''
  const opened = await house.send(address, 'joel', { rows, step: 'apply' })
  assert.match(opened.text, /Se abrieron 2 cuentas/)
  await house.work()
  const letters = house.mail.sent.slice(sent)
  assert.deepEqual(letters.map(({ to, subject }) => `${to}: ${subject}`).toSorted(), [
    'renata.solorzano@iea.example: Su cuenta en Pregonero',
    'ulises.ibarra@iea.example: Your account in Pregonero',
  ])
  const page = await house.request('/administrar/cuentas', 'joel')
  const [, account] = /cuentas\/(\d+)">Renata Solórzano Paz/.exec(page.text) ?? []
  const one = await house.request(`/administrar/cuentas/${account}`, 'joel')
  assert.equal(one.text.match(/Enlace de área<\/t/g)?.length, 2, 'the role in each of the two areas')
})

test('the ledger says which accounts a sheet opened, and no name or address', async (t) => {
  const house = await openFurnished(t)
  await send(house, good, 'apply')
  const [entry] = await house.app.db.selectFrom('kernel.entry').select('leaf').orderBy('id', 'desc').limit(1).execute()
  assert.match(entry?.leaf ?? '', /"identity.import-accounts"/)
  assert.match(entry?.leaf ?? '', /"identity.accounts-imported",\{"accounts":\[\d+,\d+\]\}/)
  assert.doesNotMatch(entry?.leaf ?? '', /Renata|renata|Ulises/)
  const ledger = await house.request('/libro', 'joel')
  assert.match(ledger.text, /Abrió 2 cuentas desde una hoja/)
})

test('every fault is said with its line and column, and no account is opened', async (t) => {
  const house = await openFurnished(t)
  const before = (await accountsOf(house)).length
  const answered = await send(house, wrong, 'apply')
  assert.equal(answered.status, 422)
  const said = [...answered.text.matchAll(/<tr role="row"[\s\S]*?<\/tr>/g)].map(([row]) =>
    row
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  )
  for (const fault of [
    /^3 nombre Falta este dato/,
    /^3 correo Escriba un correo completo/,
    /^3 area No hay un área vigente/,
    /^3 funcion No hay una función/,
    /^4 correo Ya hay una cuenta con ese correo/,
    /^5 correo Ese correo está en un renglón anterior/,
    /^5 area Escriba las siglas de su área/,
  ]) {
    assert.ok(
      said.some((row) => fault.test(row)),
      String(fault),
    )
  }
  assert.match(answered.text, /No se abrió ninguna cuenta/)
  assert.equal((await accountsOf(house)).length, before)
})

test('a program opens the same accounts in one command, with the same faults', async (t) => {
  const house = await openFurnished(t)
  const roles = JSON.parse((await house.ask('GET', '/api/v1/roles', 'joel')).text).items as {
    id: number
    key: string
  }[]
  const role = roles.find(({ key }) => key === 'consulta')?.id
  const one = { givenNames: 'Renata', familyNames: 'Solórzano', email: 'renata.solorzano@iea.example', role, areas: [] }
  const refused = await house.ask('POST', '/api/v1/account-imports', 'joel', {
    accounts: [one, { ...one, areas: [9_999] }],
  })
  assert.equal(refused.status, 422)
  const { errors } = JSON.parse(refused.text) as { errors: { field: string }[] }
  assert.deepEqual(errors.map(({ field }) => field).toSorted(), ['accounts.1.areas', 'accounts.1.email'])
  const done = await house.ask('POST', '/api/v1/account-imports', 'joel', { accounts: [one] })
  assert.equal(done.status, 201)
  assert.equal((await accountsOf(house)).find(({ email }) => email === one.email)?.state, 'invited')
  assert.equal((await house.ask('POST', '/api/v1/account-imports', 'paula', { accounts: [one] })).status, 403)
})

function terminal(t: TestContext, house: Furnished) {
  const folder = mkdtempSync(join(tmpdir(), 'pregonero-sheet-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'cuentas.csv')
  return async (text: string, ...options: string[]) => {
    writeFileSync(file, text)
    const said: string[] = []
    const out = {
      locale: 'es' as const,
      line: (line: string) => void said.push(line),
      data: (_: unknown, line: () => string) => void said.push(line()),
      progress: () => {},
      error: (line: string) => void said.push(line),
    }
    const code = await performLine(house.app, terminalOf(modules), ['account', 'import', file, ...options], out)
    return { code, said: said.join('\n') }
  }
}

test('the terminal says what would happen, and does it when it is told to', async (t) => {
  const house = await openFurnished(t)
  const run = terminal(t, house)
  const preview = await run(good)
  assert.equal(preview.code, 0)
  assert.match(preview.said, /2 {2}renata.solorzano@iea.example[\s\S]*Se pueden abrir 2 cuentas; hay 0 faltas/)
  const faulty = await run(wrong, '--apply')
  assert.equal(faulty.code, 1)
  assert.match(faulty.said, /cuentas.csv:4 correo: Ya hay una cuenta con ese correo/)
  const applied = await run(good, '--apply')
  assert.equal(applied.code, 0)
  assert.match(applied.said, /Se abrieron 2 cuentas/)
  assert.equal((await run(good, '--apply')).code, 1, 'a second time every address is taken')
})
