import { type Actor, holds } from '#kernel/actor'
import type { Reader } from '#kernel/database'
import type { Entry } from '#kernel/ledger'
import type { Subject } from '#kernel/module'
import { numbersIn, subjectsOf } from '#kernel/telling'
import { same } from '#kernel/words'
import { namesOfAccounts } from '../queries/accounts.ts'
import { rolesOf } from '../queries/holdings.ts'
import { actorOfAccount } from '../rules/account.ts'

/** The account or the role that each of these entries is about. Names are for whoever may see who is in the house. */
export async function abouts(
  reader: Reader,
  actor: Actor,
  entries: readonly Entry[],
): Promise<ReadonlyMap<number, Subject>> {
  const manages = holds(actor, 'identity.manage')
  const sees = manages || holds(actor, 'directory.read')
  const accounts = [...numbersIn(entries, 'identity', 'account'), ...numbersIn(entries, 'identity', 'to')]
  const named = new Set(numbersIn(entries, 'identity', 'role'))
  const [names, roles] = await Promise.all([
    namesOfAccounts(reader, accounts.map(actorOfAccount)),
    named.size > 0 ? rolesOf(reader) : [],
  ])
  return subjectsOf(entries, 'identity', (_, { account, to, role }, entry) => {
    const id = typeof account === 'number' ? account : to
    const own = typeof id === 'number' ? actorOfAccount(id) : undefined
    // What somebody did with their own account is told by who did it.
    if (own !== undefined && own !== entry.actor && sees) {
      return { label: same(names.get(own) ?? own), ...(manages ? { href: `/administrar/cuentas/${id}` } : {}) }
    }
    const found = roles.find((each) => each.id === role)
    if (!found) return undefined
    return {
      label: { es: found.name_es, en: found.name_en },
      ...(manages ? { href: `/administrar/funciones/${found.id}` } : {}),
    }
  })
}
