import { z } from 'zod'
import { resource } from '#kernel/module'
import { listAccounts } from './queries/accounts.ts'
import { rolesOf } from './queries/holdings.ts'

const nothing = z.object({})

export const accounts = resource('/accounts', {
  name: 'identity.list-accounts',
  summary: 'Every account, by name.',
  grant: 'identity.manage',
  input: nothing,
  output: z.object({
    items: z.array(
      z.object({ id: z.number(), name: z.string(), email: z.string(), state: z.string(), secondStep: z.boolean() }),
    ),
  }),
  async read(reader) {
    const all = await listAccounts(reader)
    return { items: all.map(({ id, name, email, state, secondStep }) => ({ id, name, email, state, secondStep })) }
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
