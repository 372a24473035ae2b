import { type Actor, holds } from '#kernel/actor'
import type { Reader } from '#kernel/database'
import type { Entry } from '#kernel/ledger'
import type { Subject } from '#kernel/module'
import { numbersIn, subjectsOf } from '#kernel/telling'
import { same } from '#kernel/words'
import { areaNames } from '../queries/areas.ts'
import { institutionOf } from '../queries/institution.ts'
import { personNames } from '../queries/people.ts'

/** The person, area, year or institution that each of these entries is about. */
export async function abouts(
  reader: Reader,
  actor: Actor,
  entries: readonly Entry[],
): Promise<ReadonlyMap<number, Subject>> {
  const manages = holds(actor, 'directory.manage')
  const sees = manages || holds(actor, 'directory.read')
  const [people, areas, institution] = await Promise.all([
    personNames(reader, numbersIn(entries, 'directory', 'person')),
    areaNames(reader, [...numbersIn(entries, 'directory', 'area'), ...numbersIn(entries, 'directory', 'successor')]),
    institutionOf(reader),
  ])
  const at = (path: string) => (manages ? { href: `/administrar/${path}` } : {})
  return subjectsOf(entries, 'directory', (event, data) => {
    const person = people.get(Number(data['person']))
    if (person) return sees ? { label: same(person.plainName), ...at(`personas/${person.id}`) } : undefined
    const area = areas.get(Number(data['area'] ?? data['successor']))
    if (area) return { label: same(area.acronym), title: area.name, ...at(`areas/${area.id}`) }
    if (event === 'calendar-set') return { label: same(String(data['year'])), ...at(`calendario/${data['year']}`) }
    return institution && { label: institution.name, ...at(event === 'logo-set' ? 'logotipo' : 'institucion') }
  })
}
