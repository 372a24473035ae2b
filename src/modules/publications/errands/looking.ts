import { createHash } from 'node:crypto'
import type { App } from '#kernel/app'
import type { Look } from '../rules/verification.ts'

/** What a reader outside the house is answered; undefined where nobody answers. */
export const visited = (app: App, path: string): Promise<Response | undefined> =>
  app.visit(`${app.config.baseUrl}${path}`, { redirect: 'manual' }).catch(() => undefined)

/** A page: its status, that it is one, and that it says what it must. */
export async function lookAtPage(app: App, name: Look['name'], path: string, says: string): Promise<Look> {
  const answer = await visited(app, path)
  if (!answer) return { name, what: path, passed: false, saw: 'unreachable' }
  const type = answer.headers.get('content-type') ?? ''
  const text = await answer.text()
  const told = text.includes(escaped(says))
  const passed = answer.status === 200 && type.startsWith('text/html') && told
  return { name, what: path, passed, saw: `${answer.status} ${type}${told ? '' : ', without what it should say'}` }
}

/** An address that must answer so, whatever its body. */
export async function lookAtStatus(app: App, name: Look['name'], path: string, expected: number): Promise<Look> {
  const answer = await visited(app, path)
  await answer?.body?.cancel()
  return { name, what: path, passed: answer?.status === expected, saw: String(answer?.status ?? 'unreachable') }
}

/** An address of which visitors must get nothing. */
export async function lookAtShut(app: App, path: string): Promise<Look> {
  const answer = await visited(app, path)
  await answer?.body?.cancel()
  const passed = answer !== undefined && answer.status !== 200
  return { name: 'shut', what: path, passed, saw: String(answer?.status ?? 'unreachable') }
}

export async function lookAtFile(app: App, path: string, sha256: string): Promise<Look> {
  const answer = await visited(app, path)
  if (answer?.status !== 200 || !answer.body) {
    await answer?.body?.cancel()
    return { name: 'file', what: path, passed: false, saw: String(answer?.status ?? 'unreachable') }
  }
  const type = answer.headers.get('content-type') ?? ''
  const hash = createHash('sha256')
  for await (const chunk of answer.body) hash.update(chunk)
  const served = hash.digest('hex')
  return { name: 'file', what: path, passed: served === sha256 && type !== '', saw: `${served} ${type}` }
}

const mostParts = 100

/** Whether search engines are told of the address. */
export async function lookAtMap(app: App, path: string, expected: boolean): Promise<Look> {
  const line = `<loc>${app.config.baseUrl}${path}</loc>`
  let listed = false
  for (let part = 1; part <= mostParts && !listed; part++) {
    const answer = await visited(app, `/mapa-${part}.xml`)
    if (answer?.status !== 200) break
    listed = (await answer.text()).includes(line)
  }
  return { name: 'map', what: path, passed: listed === expected, saw: listed ? 'listed' : 'not listed' }
}

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (mark) => marks[mark] as string)
