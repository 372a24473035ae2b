import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { personByEmail } from '#commons/directory'
import { actorOfEmail } from '#commons/identity'
import type { AnyCommand } from '#kernel/command'
import type { Leaf } from '#kernel/ledger'
import { modules } from '../src/app.ts'
import { administrator, cast, details } from '../src/example/cast.ts'
import { type Furnished, openFurnished } from './support/furnished.ts'

// The ledger only grows: what stands in it in clear can never be taken back. LGPDPPSO, art. 46, gives people the right
// that what is known of them be erased.

const aboutPeople = ['identity', 'directory', 'notifications', 'publications', 'sessions']

/** Names of areas, posts, roles and of the institution itself: acts of authority, about nobody. */
const institutional: Readonly<Record<string, readonly string[]>> = {
  'identity.set-up': ['institution', 'institutionEn', 'acronym'],
  'identity.create-role': ['nameEs', 'nameEn'],
  'identity.change-role': ['nameEs', 'nameEn'],
  'directory.found-institution': ['nameEs', 'nameEn', 'acronym'],
  'directory.describe-institution': ['nameEs', 'nameEn', 'acronym', 'timeZone', 'webAddress'],
  'directory.create-area': ['nameEs', 'nameEn', 'acronym'],
  'directory.rename-area': ['nameEs', 'nameEn', 'acronym'],
  'directory.succeed-area': ['nameEs', 'nameEn', 'acronym'],
  // What is said to every reader of the document, and verified as such.
  'publications.roll-back-document': ['note'],
  // Norms and their numbers, and addresses of the web.
  'publications.set-rule': ['source'],
  'publications.set-limit': ['source'],
  'publications.set-freeze-window': ['basis', 'exceptions', 'from', 'until'],
  'publications.lift-freeze-window': ['reason'],
  'publications.import-documents': ['source'],
  'publications.record-target': ['target'],
  'directory.create-post': ['titleF', 'titleM', 'titleEn'],
  // Bodies and seats are acts of authority too; who sits in them is told by number.
  'sessions.found-body': ['acronym', 'nameEs', 'nameEn', 'ground'],
  'sessions.describe-body': ['acronym', 'nameEs', 'nameEn', 'ground'],
  'sessions.add-seat': ['titleEs', 'titleEn', 'group'],
  'sessions.change-seat': ['titleEs', 'titleEn', 'group'],
}
/** Short words of the house, though their schema says only that they are text: grants and hours of a day. */
const ofTheHouse: Readonly<Record<string, readonly string[]>> = {
  'identity.create-token': ['grants'],
  // Whoever acts, by their number; a SHA-256.
  'publications.admit-request': ['reviewer'],
  'publications.assign-reviewer': ['reviewer'],
  'publications.approve-request': ['fingerprint'],
  'directory.set-theme': ['accent', 'second'],
  'directory.set-calendar': ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'],
}

interface Described {
  readonly type?: string
  readonly enum?: unknown
  readonly pattern?: string
  readonly format?: string
  readonly items?: Described
  readonly properties?: Readonly<Record<string, Described>>
}
/** An address of mail has a pattern too, and speaks of somebody. */
const isFree = ({ type, enum: listed, pattern, format, items }: Described): boolean =>
  type === 'array' && items ? isFree(items) : type === 'string' && !listed && (format === 'email' || !pattern)

function freeFieldsOf({ input }: AnyCommand): readonly string[] {
  const { properties = {} } = z.toJSONSchema(input as z.ZodType, { io: 'output', unrepresentable: 'any' }) as Described
  return Object.keys(properties).filter((field) => isFree(properties[field] as Described))
}

test('what a command about people takes as free text is secret, or stands in the ledger as a commitment', () => {
  const commands = modules.filter(({ name }) => aboutPeople.includes(name)).flatMap((module) => module.commands)
  const inClear = commands.flatMap((command) => {
    const kept = new Set([...(command.secret ?? []), ...(command.personal?.fields ?? [])])
    const allowed = [...(institutional[command.name] ?? []), ...(ofTheHouse[command.name] ?? [])]
    return freeFieldsOf(command)
      .filter((field) => !kept.has(field) && !allowed.includes(field))
      .map((field) => `${command.name}: ${field}`)
  })
  assert.deepEqual(inClear, [])
  const fields = commands.flatMap(freeFieldsOf)
  assert.ok(fields.includes('reason') && fields.includes('label') && fields.includes('phone'), 'it looks at nothing')
})

const said = {
  ...{ reason: 'Incapacidad médica de Paula', label: 'Portátil de Daniela', source: 'Oficio de Inés Maldonado' },
  ...{
    phone: '55 1234 5678',
    officeHours: 'Pregunte por Teresa',
    mail: 'vecina@correo.example',
    holiday: 'Santo de Hugo',
  },
} as const

/** A person comes, is given work, lends it, leaves; the institution is described; a citizen subscribes. */
async function live(house: Furnished): Promise<void> {
  const done = async (
    path: string,
    who: Parameters<Furnished['send']>[1],
    fields: Parameters<Furnished['send']>[2],
  ) => {
    const { status, text } = await house.send(path, who, fields)
    assert.ok(status === 303 || status === 200, `${path} answered ${status}: ${text.replaceAll(/<[^>]+>/g, ' ')}`)
  }
  await done('/administrar/cuentas/nueva', 'joel', {
    ...{ email: 'nueva@iea.example', givenNames: 'Renata', familyNames: 'Solórzano', treatment: 'Lic.', gender: 'f' },
  })
  await house.send('/restablecer', undefined, { email: cast.paula.email })
  const holding = /name="holdings" value="(\d+)"/.exec((await house.request('/cuenta', 'paula')).text)?.[1] ?? ''
  const hugo = (await house.actor('hugo')).id.replace('account:', '')
  const days = { from: '2026-10-16', until: '2026-10-20' }
  await done('/cuenta/delegaciones', 'paula', { to: hugo, holdings: holding, ...days, reason: said.reason })
  await done('/cuenta/claves', 'daniela', { label: said.label, grants: ['publications.read'], days: '30' })
  const { phone, officeHours } = said
  const put = (path: string, body: unknown) => house.ask('PUT', path, 'joel', body)
  assert.equal((await put('/api/v1/institution', { ...details, phone, officeHours })).status, 200)
  const calendar = {
    ...{ monday: '9:00-18:00', source: said.source, holidays: `2027-04-01 ${said.holiday}`, working: '' },
  }
  assert.equal((await put('/api/v1/calendars/2027', calendar)).status, 200)
  await done('/suscripciones', undefined, { email: said.mail, section: '', locale: 'es' })
  await house.work()
  const confirm = /https?:\/\/\S+/.exec(house.mail.sent.find(({ to }) => to === said.mail)?.text ?? '')?.[0] ?? ''
  await done(new URL(confirm).pathname, undefined, {})
  await house.send('/entrar', undefined, { email: said.mail, password: 'equivocada del todo' })
}

test('no name, mail, telephone or free text of a whole journey stands in the ledger', async (t) => {
  const house = await openFurnished(t)
  await live(house)
  const rows = await house.app.db.selectFrom('kernel.entry').select(['module', 'leaf']).execute()
  const people = [...Object.values(cast), administrator, { givenNames: 'Renata', familyNames: 'Solórzano' }]
  const names = people.flatMap(({ givenNames, familyNames }) => [givenNames, familyNames])
  const own = rows.filter(({ module }) => aboutPeople.includes(module))
  assert.ok(own.length > 30)
  for (const { leaf } of own) {
    for (const text of [...names, ...Object.values(said), details.address, details.phone]) {
      assert.ok(!leaf.includes(text), `${text} stands in ${leaf}`)
    }
    for (const text of textsIn(JSON.parse(leaf) as Leaf)) assert.doesNotMatch(text, /\s/, leaf)
  }
  // RFC 9116: whom to tell of a weakness is published for everybody.
  const published = /"securityContact":"[^"]*"/
  for (const { leaf } of rows)
    assert.doesNotMatch(leaf.replace(published, ''), /[\w.]+@[\w.]+\.\w|\b55[ -]?\d{4}[ -]?\d{4}\b/)
})

/** Every text of an entry but the names that an authority gives. */
function textsIn({ command, input, events }: Leaf): readonly string[] {
  const allowed = [...(institutional[command] ?? []), ...(ofTheHouse[command] ?? [])]
  const rest = Object.fromEntries(Object.entries(input).filter(([field]) => !allowed.includes(field)))
  const texts = (value: unknown): readonly string[] =>
    typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(texts) : []
  // An acronym travels in events too: it is the key of an area.
  return [...texts(rest), ...texts(events)]
}

test('whoever is forgotten is forgotten in their account too, and behind the ledger', async (t) => {
  const house = await openFurnished(t)
  await live(house)
  const person = (await personByEmail(house.app, 'nueva@iea.example'))?.id
  const account = await actorOfEmail(house.app, 'nueva@iea.example')
  const subject = account?.id.replace('account:', 'identity.account-') ?? ''
  const salts = () => house.app.db.selectFrom('kernel.commitment').selectAll().where('subject', '=', subject).execute()
  assert.ok((await salts()).length > 0)
  assert.equal((await house.ask('DELETE', `/api/v1/people/${person}`, 'joel', {})).status, 200)
  await house.work()
  assert.deepEqual(await salts(), [])
  assert.equal(await actorOfEmail(house.app, 'nueva@iea.example'), undefined)
  assert.doesNotMatch((await house.request('/administrar/cuentas', 'joel')).text, /nueva@iea\.example|Renata/)
  const sent = house.mail.sent.length
  await house.send('/restablecer', undefined, { email: 'nueva@iea.example' })
  await house.work()
  assert.equal(house.mail.sent.length, sent)
})
