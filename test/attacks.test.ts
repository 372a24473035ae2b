import assert from 'node:assert/strict'
import { test } from 'node:test'
import { perform } from '#kernel/perform'
import type { Refusal } from '#kernel/refusal'
import { findRequest } from '#modules/publications'
import { type Furnished, openFurnished } from './support/furnished.ts'

// What somebody tried who wanted in, or wanted the house down. Each of these once worked.

const accountsOf = async (house: Furnished) =>
  (JSON.parse((await house.ask('GET', '/api/v1/accounts?limit=200', 'joel')).text) as { items: Account[] }).items
interface Account {
  readonly id: number
  readonly email: string
}

test('no address takes a large body from a stranger, however it ends', async (t) => {
  const house = await openFurnished(t)
  for (const path of ['/restablecer/archivos', '/entrar', '/api/v1/publication-rules/archivos', '/suscripciones']) {
    let pulled = 0
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 65_536
        controller.enqueue(new Uint8Array(65_536).fill(97))
        if (pulled > 50_000_000) controller.close()
      },
    })
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const { status } = await house.request(path, undefined, { method: 'POST', body, headers, duplex: 'half' } as never)
    assert.ok(status >= 400 && status < 500, `${path} answered ${status}`)
    assert.ok(pulled < 4_000_000, `${path} read ${pulled} bytes`)
  }
})

test('a role held for one area gives nothing over the whole institution', async (t) => {
  const house = await openFurnished(t)
  const ines = (await accountsOf(house)).find(({ email }) => email.startsWith('ines')) as Account
  const roles = (await house.request('/administrar/cuentas/2', 'joel')).text
  const role = /<option value="(\d+)">Administración/.exec(roles)?.[1] ?? ''
  const given = await house.ask('POST', `/api/v1/accounts/${ines.id}/roles`, 'joel', { role: Number(role), area: 8 })
  assert.equal(given.status, 201, given.text)
  assert.equal((await house.request('/administrar/cuentas', 'ines')).status, 403)
  const widened = await house.ask('POST', `/api/v1/accounts/${ines.id}/roles`, 'ines', { role: Number(role) })
  assert.equal(widened.status, 403)
  const rule = { value: 'yes', source: 'Ninguna norma' }
  assert.equal((await house.ask('PUT', '/api/v1/publication-rules/one-person-approves', 'ines', rule)).status, 403)
})

test('a page cannot be published by the token of whoever wrote it', async (t) => {
  const house = await openFurnished(t)
  const made = await house.send('/cuenta/claves', 'hugo', {
    ...{ label: 'Publicador', days: '30', grants: ['portal.compose', 'portal.publish'] },
  })
  const token = /prg_[\w-]{43}/.exec(made.text)?.[0] ?? ''
  const page = { titleEs: 'Horario de la ventanilla', bodyEs: 'De nueve a tres.' }
  const written = await house.ask('POST', '/api/v1/pages', 'hugo', page)
  assert.equal(written.status, 201)
  const { page: number } = JSON.parse(written.text) as { page: number }
  const published = await house.request(`/api/v1/pages/${number}/versions/1/publication`, undefined, {
    ...{ method: 'POST', body: '{}' },
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  })
  assert.equal(published.status, 422)
  assert.match(published.text, /otra persona/)
})

test('what a token did is signed by its account, through the token', async (t) => {
  const house = await openFurnished(t)
  const made = await house.send('/cuenta/claves', 'hugo', { label: 'Escritor', days: '30', grants: ['portal.compose'] })
  const token = /prg_[\w-]{43}/.exec(made.text)?.[0] ?? ''
  const written = await house.request('/api/v1/pages', undefined, {
    ...{ method: 'POST', body: JSON.stringify({ titleEs: 'Contacto', bodyEs: 'Escríbanos.' }) },
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  })
  assert.equal(written.status, 201)
  const last = await house.app.db
    .selectFrom('kernel.entry')
    .select('leaf')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  const { actor, through } = JSON.parse(last.leaf) as { actor: string; through: string }
  assert.match(actor, /^account:\d+$/)
  assert.match(through, /^token:\d+$/)
})

test('an update is the business of the area whose document it is', async (t) => {
  const house = await openFurnished(t)
  const { items } = JSON.parse(
    (await house.ask('GET', '/api/v1/requests?state=published&limit=200', 'paula')).text,
  ) as {
    items: { document: number; area: number }[]
  }
  const of = (area: number) => items.find((each) => each.area === area)?.document
  const ask = (document?: number) =>
    house.ask('POST', '/api/v1/requests', 'daniela', { area: 12, kind: 'update', title: 'Lo mismo', document })
  assert.equal((await ask(of(6))).status, 403)
  assert.equal((await ask(of(12))).status, 201)
})

test('whoever wrote a text does not approve it after somebody else saved it again', async (t) => {
  const house = await openFurnished(t)
  const inReview = await house.ask('GET', '/api/v1/requests?state=in-review', 'paula')
  const [seen] = (JSON.parse(inReview.text) as { items: { id: number; title: string; section: number }[] }).items
  const paula = await house.actor('paula')
  const grants = ['publications.request', 'publications.review', 'publications.approve']
  const both = { ...paula, grants: new Map(grants.map((grant) => [grant, 'everywhere' as const])) }
  const other = { ...both, id: 'account:4' }
  const command = (name: string) => house.app.commands.get(`publications.${name}`) as never
  // Each has before them what the other saved.
  const now = async () => ({ request: seen?.id, version: (await findRequest(house.app, seen?.id ?? 0))?.version })
  const text = { title: seen?.title, section: seen?.section, priority: 'normal' }
  await perform(house.app, command('describe-request'), both, {
    ...text,
    ...(await now()),
    summary: 'Lo escribió Paula.',
  })
  await perform(house.app, command('describe-request'), other, {
    ...text,
    ...(await now()),
    summary: 'Lo escribió Paula.',
  })
  await assert.rejects(perform(house.app, command('approve-request'), both, await now()), (refusal: Refusal) =>
    refusal.reasons.some(({ said }) => /Usted editó/.test(said.es)),
  )
})

test('one listens only to what one was shown', async (t) => {
  const house = await openFurnished(t)
  const topicIn = (html: string) => /data-live="([^"]+)"/.exec(html)?.[1] ?? ''
  const mine = topicIn((await house.request('/solicitudes/SP-2026-000003', 'daniela')).text)
  const listen = async (topic: string, who?: 'daniela' | 'ines') => {
    const stop = new AbortController()
    const headers = new Headers()
    const answer = await house.open(`/vivo?temas=${encodeURIComponent(topic)}`, who, { headers, signal: stop.signal })
    stop.abort()
    await answer.body?.cancel()
    return answer.status
  }
  assert.match(mine, /~/)
  assert.equal(await listen(mine, 'daniela'), 200)
  assert.equal(await listen(mine, 'ines'), 403, 'a seal is of one reader')
  assert.equal(await listen(mine.split('~')[0] ?? '', 'daniela'), 403, 'a topic without its seal')
  assert.equal(await listen('public.portal'), 200)
  assert.equal(await listen(''), 404)
})

test('odd numbers, dates and letters are answered as what they are: nothing, or a mistake', async (t) => {
  const house = await openFurnished(t)
  const missing = ['/documentos/%25%30%30', '/%25%30%30', '/api/v1/documents/%25%30%30', '/x%00']
  for (const path of missing) assert.equal((await house.request(path)).status, 404, path)
  const fine = ['/solicitudes?area=99999999999999999999', '/solicitudes?area=1e400', '/solicitudes?pagina=1e99']
  for (const path of fine) assert.equal((await house.request(path, 'paula')).status, 200, path)
  assert.equal((await house.request('/libro?antes=99999999999999999999', 'joel')).status, 200)
  assert.equal((await house.request('/api/v1/documents?after=2027-99-99T99:99:99Z~1')).status, 422)
  const draft = { area: 12, kind: 'publish', title: 'Cifras \ud800 sueltas' }
  assert.equal((await house.ask('POST', '/api/v1/requests', 'paula', draft)).status < 500, true)
  const sent = { email: 'a\u0000@b.example', password: 'x' }
  assert.ok((await house.send('/entrar', undefined, sent)).status < 500)
})

test('credentials that a browser sends by itself do not stand for a token', async (t) => {
  const house = await openFurnished(t)
  const crossed = await house.request('/cuenta/preferencias', 'daniela', {
    ...{ method: 'POST', body: new URLSearchParams({ locale: 'en' }) },
    headers: { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example', authorization: 'Basic eDp5' },
  })
  assert.equal(crossed.status, 403)
})

test('an address that begins with two slashes leads nobody to another site', async (t) => {
  const house = await openFurnished(t)
  const { text } = await house.request('//evil.example/x')
  assert.doesNotMatch(text, /(?:href|action)="\/\/evil/)
})

test('small Markdown is read in a moment, however it was written', async (t) => {
  const house = await openFurnished(t)
  for (const bodyEs of ['['.repeat(190_000), '!['.repeat(90_000), '> '.repeat(90_000), '## a\n'.repeat(30_000)]) {
    const start = performance.now()
    const { status } = await house.ask('POST', '/api/v1/pages', 'hugo', { titleEs: 'Prueba', bodyEs })
    assert.ok(status < 500, String(status))
    assert.ok(performance.now() - start < 3_000, `${bodyEs.slice(0, 3)} took ${performance.now() - start} ms`)
  }
})
