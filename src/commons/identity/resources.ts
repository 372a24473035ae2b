import { z } from 'zod'
import { id } from '#kernel/fields'
import { resource } from '#kernel/module'
import { cutWhole, paged, pageOf } from '#kernel/paging'
import { missing } from '#kernel/refusals'
import { type Account, listAccounts } from './queries/accounts.ts'
import { type Holding, holdingsOf, rolesOf } from './queries/holdings.ts'

const nothing = z.object({})

const accountShape = z.object({
  ...{ id: z.number(), person: z.number(), name: z.string(), email: z.string(), state: z.string() },
  ...{ secondStep: z.boolean(), lastSeen: z.string().nullable() },
})
const shapeOf = ({ id, person, name, email, state, secondStep, lastSeen }: Account) => ({
  ...{ id, person, name, email, state, secondStep, lastSeen: lastSeen?.toISOString() ?? null },
})
export const holdingShape = z.object({
  ...{ id: z.number(), role: z.string(), area: z.number().nullable() },
  ...{ from: z.string(), until: z.string().nullable() },
})
export const shapeOfHolding = ({ id, roleKey, area, validFrom, validTo }: Holding) => ({
  ...{ id, role: roleKey, area, from: validFrom, until: validTo },
})

export const accounts = resource('/accounts', {
  name: 'identity.list-accounts',
  summary: 'Every account, the last opened first.',
  grant: 'identity.manage',
  input: z.object(paged),
  output: pageOf(accountShape),
  read: async (app, input) => cutWhole(await listAccounts(app), input, shapeOf),
})

export const account = resource('/accounts/:account', {
  name: 'identity.get-account',
  summary: 'One account with every role that it holds, held or will hold.',
  grant: 'identity.manage',
  input: z.object({ account: id }),
  output: accountShape.extend({ roles: z.array(holdingShape) }),
  async read(app, { account: asked }) {
    const [found] = await listAccounts(app, [asked])
    if (!found) throw missing()
    return { ...shapeOf(found), roles: (await holdingsOf(app, asked)).map(shapeOfHolding) }
  },
})

export const roles = resource('/roles', {
  name: 'identity.list-roles',
  summary: 'Every role with its grants.',
  grant: 'identity.manage',
  input: nothing,
  output: z.object({
    items: z.array(
      z.object({
        ...{ id: z.number(), key: z.string(), nameEs: z.string(), nameEn: z.string() },
        ...{ grants: z.array(z.string()), version: z.number() },
      }),
    ),
  }),
  async read(reader) {
    const all = await rolesOf(reader)
    return {
      items: all.map(({ id, key, name_es, name_en, grants, version }) => ({
        ...{ id, key, nameEs: name_es, nameEn: name_en, grants, version },
      })),
    }
  },
})
