import { personByEmail, registerPerson } from '#commons/directory'
import type { Actor } from '#kernel/actor'
import type { App } from '#kernel/app'
import { perform } from '#kernel/perform'
import { addSeat, designate, foundBody } from '#modules/sessions'
import { type Acronym, cast, type Person } from './cast.ts'

/** The committee of the example: who sits in it by their seat, with a vacancy and an alternate still to be accredited. */
const body = {
  acronym: 'CGPE',
  nameEs: 'Comité de Gestión y Publicación Electrónica',
  nameEn: 'Committee of Electronic Publishing',
  kind: 'committee',
  ground: 'Acuerdo IEA/JGE/011/2026 (del ejemplo)',
} as const

type Holder = Person | readonly [givenNames: string, familyNames: string, treatment: string, gender: 'f' | 'm']
interface Chair {
  readonly area: Acronym
  readonly titular?: Holder
  readonly alternate?: { readonly holder: Holder; readonly accredited: boolean }
  readonly function?: 'chair' | 'secretary' | 'adviser'
  readonly titleEs: string
  readonly titleEn: string
}

const representing = (area: Acronym, ofName: string, nameEn: string, titular?: Holder): Chair => ({
  ...{ area, titleEs: `Representante ${ofName}`, titleEn: `Representative of ${nameEn}` },
  ...(titular ? { titular } : {}),
})

const chairs: readonly Chair[] = [
  {
    ...{ area: 'SE', function: 'chair', titleEs: 'Presidencia del Comité', titleEn: 'Chair of the Committee' },
    titular: ['Rodrigo', 'Manzano Ibarra', 'Lic.', 'm'],
  },
  {
    ...{ area: 'UT', function: 'secretary', titleEs: 'Secretaría Técnica del Comité', titleEn: 'Technical Secretary' },
    titular: 'mariana',
    alternate: { holder: 'teresa', accredited: true },
  },
  representing('CS', 'de Comunicación Social', 'Communications', 'hugo'),
  {
    ...representing('SI', 'de Servicios de Informática', 'Information Technology', [
      'Ulises',
      'Prado Nava',
      'Ing.',
      'm',
    ]),
    alternate: { holder: ['Renata', 'Solórzano Vega', 'Ing.', 'f'], accredited: false },
  },
  representing('DS', 'de la Dirección del Secretariado', 'the Secretariat', ['Amelia', 'Quiroz Leal', 'Lic.', 'f']),
  representing('CEC', 'de Capacitación Electoral', 'Civic Education', ['Bruno', 'Salgado Mier', 'Mtro.', 'm']),
  representing('ADM', 'de Administración', 'Administration', 'ines'),
  representing('PPP', 'de Prerrogativas y Partidos Políticos', 'Political Parties', 'daniela'),
  representing('SPE', 'del Servicio Profesional Electoral', 'the Electoral Career Service'),
  representing('DJ', 'de la Dirección Jurídica', 'Legal Affairs', ['Noemí', 'Aguilar Ríos', 'Dra.', 'f']),
  representing('OE', 'de Organización Electoral', 'Electoral Organisation', ['Saúl', 'Becerra Toro', 'Lic.', 'm']),
  {
    ...{ area: 'GC', function: 'adviser', titleEs: 'Gestoría de Contenidos', titleEn: 'Content Manager' },
    titular: 'paula',
  },
]

/** Founds it and seats its members, by the same commands as any other. */
export async function seatCommittee(
  app: App,
  people: Readonly<Record<Person, Actor>>,
  joel: Actor,
  areas: ReadonlyMap<Acronym, number>,
): Promise<void> {
  const from = app.clock().toISOString().slice(0, 10)
  const { mariana } = people
  const { body: id } = await perform(app, foundBody, mariana, { ...body, foundedOn: from })
  for (const [at, { area, titular, alternate, function: does = 'member', ...titles }] of chairs.entries()) {
    const votes = does !== 'adviser'
    const { seat } = await perform(app, addSeat, mariana, {
      ...{ body: id, ...titles, function: does, area: areas.get(area), from, voice: true },
      ...{ vote: votes, countsForQuorum: votes, required: false },
    })
    const sit = async (holder: Holder, as: 'titular' | 'alternate', accredited: boolean) =>
      perform(app, designate, mariana, {
        ...{ seat, person: await personOf(app, joel, holder), as, from, accredited },
        document: `Oficio IEA/${area}/${String(at + 1).padStart(3, '0')}/2026`,
      })
    if (titular) await sit(titular, 'titular', true)
    if (alternate) await sit(alternate.holder, 'alternate', alternate.accredited)
  }
}

async function personOf(app: App, joel: Actor, holder: Holder): Promise<number> {
  if (typeof holder === 'string') {
    const known = await personByEmail(app, cast[holder].email)
    if (!known) throw new Error(`${holder} is nobody of the directory.`)
    return known.id
  }
  const [givenNames, familyNames, treatment, gender] = holder
  const { person } = await perform(app, registerPerson, joel, { givenNames, familyNames, treatment, gender })
  return person
}
