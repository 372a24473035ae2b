import { missing } from '#kernel/refusals'
import { submit } from '#kernel/web'
import {
  AskFirst,
  askedOf,
  Button,
  ButtonLink,
  type Column,
  Empty,
  FieldRow,
  Form,
  FormEnd,
  formAt,
  listFile,
  listing,
  PageHead,
  Select,
  sorted,
  staffPage,
  TextInput,
} from '#ui'
import { describePerson, forgetPerson, registerPerson } from '../commands/people.ts'
import { listPeople, type Person, peopleOf } from '../queries/people.ts'
import { genders } from '../rules.ts'
import { words } from '../words.ts'
import type { C } from './institution.tsx'

const at = '/administrar/personas'

async function gather(c: C) {
  const said = words[c.var.locale]
  const asked = askedOf(c, at, { by: '' })
  const columns: readonly Column<Person>[] = [
    {
      key: 'name',
      title: said.name,
      value: ({ name }) => name,
      cell: ({ id, name }) => <a href={`${at}/${id}`}>{name}</a>,
    },
    { key: 'family', title: said.familyNames, value: ({ familyNames }) => familyNames, sortable: true, extra: true },
    { key: 'email', title: said.email, value: ({ email }) => email, sortable: true },
  ]
  return { asked, columns, rows: sorted(await listPeople(c.var.app, asked.query['q']), columns, asked) }
}

/** `/administrar/personas`: by family names, unless the address says otherwise. */
export async function peoplePage(c: C): Promise<Response> {
  const said = words[c.var.locale]
  return staffPage(
    c,
    { title: said.people, live: 'directory.people' },
    <>
      <PageHead
        title={said.people}
        below={said.peopleBelow}
        actions={
          <ButtonLink kind="main" icon="user-plus" href={`${at}/nueva`}>
            {said.newPerson}
          </ButtonLink>
        }
      />
      {
        await listing(c, {
          ...(await gather(c)),
          title: said.people,
          filters: <TextInput name="q" type="search" label={said.findPerson} size="medium" />,
          empty: <Empty title={said.nobody} icon="users" />,
        })
      }
    </>,
  )
}

export async function peopleFile(c: C): Promise<Response> {
  const { columns, rows } = await gather(c)
  return listFile(c, 'personas', columns, rows)
}

const Fields = ({ locale, person }: { locale: 'es' | 'en'; person?: Person }) => {
  const said = words[locale]
  return (
    <>
      <FieldRow>
        <TextInput name="givenNames" label={said.givenNames} value={person?.givenNames} />
        <TextInput name="familyNames" label={said.familyNames} value={person?.familyNames} />
      </FieldRow>
      <TextInput name="treatment" label={said.treatment} value={person?.treatment} size="small" optional />
      <Select
        name="gender"
        label={said.gender}
        value={person?.gender ?? 'n'}
        none={null}
        options={genders.map((value) => ({ value, label: said.genders[value] }))}
      />
      <TextInput name="email" type="email" label={said.email} value={person?.email} optional />
    </>
  )
}

const crumbs = (c: C) => [{ href: at, label: words[c.var.locale].people }]

export function newPersonPage(c: C): Promise<Response> {
  const said = words[c.var.locale]
  return staffPage(
    c,
    { title: said.newPerson, crumbs: crumbs(c) },
    <>
      <PageHead title={said.newPerson} />
      <Form {...formAt(c, `${at}/nueva`)}>
        <Fields locale={c.var.locale} />
        <FormEnd>
          <Button kind="main">{said.save}</Button>
        </FormEnd>
      </Form>
    </>,
  )
}

export async function personPage(c: C): Promise<Response> {
  const said = words[c.var.locale]
  const [person] = await peopleOf(c.var.app, [Number(c.req.param('person'))])
  if (!person || person.forgotten) throw missing()
  const here = `${at}/${person.id}`
  return staffPage(
    c,
    { title: person.name, crumbs: crumbs(c) },
    <>
      <PageHead
        title={person.name}
        actions={<AskFirst deed={said.forget} text={said.forgetText} {...formAt(c, `${here}/suprimir`)} />}
      />
      <Form {...formAt(c, here)} hidden={{ version: person.version }}>
        <Fields locale={c.var.locale} person={person} />
        <FormEnd>
          <Button kind="main">{said.save}</Button>
        </FormEnd>
      </Form>
    </>,
  )
}

export const saveNewPerson = submit(registerPerson, newPersonPage, (_, { person }) => `${at}/${person}`)
export const savePerson = submit(describePerson, personPage, (c) => `${at}/${c.req.param('person')}`)
export const erasePerson = submit(forgetPerson, personPage, () => at)
