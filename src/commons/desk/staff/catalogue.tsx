import { answer, Catalogue, PortalCatalogue, portalFrame, staffFrame } from '#ui'
import { words } from '../words.ts'
import type { C } from './ledger.tsx'

/** Every component of the desk in all its states, in the theme of this institution. */
export async function catalogue(c: C): Promise<Response> {
  const frame = await staffFrame(c, { title: words[c.var.locale].catalogue })
  return answer(c, <Catalogue frame={frame} />)
}

export async function portalCatalogue(c: C): Promise<Response> {
  const frame = await portalFrame(c, { title: words[c.var.locale].catalogue })
  return answer(c, <PortalCatalogue frame={frame} />)
}
