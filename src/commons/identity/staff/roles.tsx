import { missing } from '#kernel/refusals'
import { submit } from '#kernel/web'
import { Button, ButtonLink, Choices, Form, FormEnd, formAt, PageHead, staffPage, Table, TextInput } from '#ui'
import { changeRole, createRole } from '../commands/roles.ts'
import { findRole, type Role, rolesOf } from '../queries/holdings.ts'
import { words } from '../words.ts'
import { grantName } from './account-parts.tsx'
import type { C } from './door.tsx'

/** `/administrar/funciones`: the roles of the house. */
export async function rolesPage(c: C): Promise<Response> {
  const { app, locale } = c.var
  const said = words[locale]
  const nameOf = (role: Role) => (locale === 'es' ? role.name_es : role.name_en)
  return staffPage(
    c,
    { title: said.roles, live: 'identity.roles' },
    <>
      <PageHead
        title={said.roles}
        below={said.rolesBelow}
        actions={
          <ButtonLink kind="main" icon="plus" href="/administrar/funciones/nueva">
            {said.newRole}
          </ButtonLink>
        }
      />
      <Table
        caption={said.roles}
        rows={await rolesOf(app)}
        columns={[
          {
            key: 'name',
            title: said.role,
            value: nameOf,
            cell: (role) => <a href={`/administrar/funciones/${role.id}`}>{nameOf(role)}</a>,
          },
          {
            key: 'grants',
            title: said.rolePermissions,
            value: ({ grants }) => grants.map((grant) => grantName(app, grant)[locale]).join('. '),
          },
        ]}
      />
    </>,
  )
}

/** Every grant that some module asks for, by what it lets people do. */
const grantOptions = (c: C) =>
  c.var.app.modules
    .flatMap(({ grants }) => Object.entries(grants ?? {}))
    .map(([value, said]) => ({ value, label: said[c.var.locale], hint: value }))

interface RoleFormProps {
  readonly c: C
  readonly role?: Role
}

const RoleForm = ({ c, role }: RoleFormProps) => {
  const said = words[c.var.locale]
  return (
    <Form {...formAt(c, c.req.path)} action={c.req.path} hidden={{ version: role?.version }}>
      <TextInput name="nameEs" label={said.roleName} value={role?.name_es} />
      <TextInput name="nameEn" label={said.roleNameEn} value={role?.name_en} />
      <Choices
        kind="checkbox"
        name="grants"
        label={said.rolePermissions}
        value={role?.grants ?? []}
        options={grantOptions(c)}
      />
      <FormEnd>
        <Button kind="main">{said.save}</Button>
      </FormEnd>
    </Form>
  )
}

const crumbs = (c: C) => [{ href: '/administrar/funciones', label: words[c.var.locale].roles }]

export function newRolePage(c: C): Promise<Response> {
  const title = words[c.var.locale].newRole
  return staffPage(c, { title, crumbs: crumbs(c) }, [<PageHead title={title} />, <RoleForm c={c} />])
}

export async function rolePage(c: C): Promise<Response> {
  const role = await findRole(c.var.app, Number(c.req.param('role')))
  if (!role) throw missing()
  const title = c.var.locale === 'es' ? role.name_es : role.name_en
  return staffPage(c, { title, crumbs: crumbs(c) }, [<PageHead title={title} />, <RoleForm c={c} role={role} />])
}

export const saveNewRole = submit(createRole, newRolePage, () => '/administrar/funciones')
export const saveRole = submit(changeRole, rolePage, () => '/administrar/funciones')
