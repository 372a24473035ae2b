import type { Context } from 'hono'
import { Hono } from 'hono'
import type { Env, Routes } from '#kernel/module'
import { type FrameParts, themeCss } from '#ui'
import { type Institution, institutionOf } from './queries/institution.ts'
import { words } from './words.ts'

type C = Context<Env>

const serif = 'Newsreader'
const sans = 'Source Sans 3'

/** `/tema-{version}.css`: the institution's colours and letters. Its address changes with it. */
async function themeSheet(c: C): Promise<Response> {
  const institution = await institutionOf(c.var.app)
  c.header('content-type', 'text/css; charset=utf-8')
  c.header('cache-control', 'public, max-age=31536000, immutable')
  return c.body(institution ? sheetOf(institution) : '')
}

function sheetOf({ theme: { accent, second, letters } }: Institution): string {
  if (!accent) return letters === 'sans' ? `:root{--serif:"${sans}",sans-serif}` : ''
  const serifs = letters === 'sans' ? { serif: sans } : { serif }
  return themeCss({ accent, ...(second ? { ink: second } : {}), ...serifs })
}

const isPlain = ({ theme: { accent, letters } }: Institution) => !accent && letters === 'serif'

/** Whose house this is, for the frame of every page. */
export async function frame(c: C): Promise<FrameParts & Readonly<Record<string, unknown>>> {
  const institution = await institutionOf(c.var.app)
  if (!institution) return {}
  const { name, logo, address, officeHours, phone, timeZone, version } = institution
  // A number is read in one piece.
  const reach = words[c.var.locale].contactOf(officeHours, phone.replaceAll(' ', '\u00a0'))
  return {
    institution: { name: name[c.var.locale], logo: logo && `/imagenes/${logo}` },
    themeHref: isPlain(institution) ? undefined : `/tema-${version}.css`,
    contact: [...address.split('\n'), reach].filter(Boolean),
    zone: timeZone,
  }
}

export const portalRoutes: Routes = new Hono<Env>().get('/:theme{tema-[0-9]{1,9}\\.css}', themeSheet)
