import { shortDate } from '#kernel/pure/dates'
import { Button, DateInput, FoldedForm, Form, FormEnd, formAt, Row, Section, Select, TextInput } from '#ui'
import { listPeople } from '../queries/people.ts'
import { peopleOfArea, postsOf } from '../queries/posts.ts'
import { words } from '../words.ts'
import type { C } from './institution.tsx'

/** The posts of an area and who holds each. */
export async function Posts({ c, area, today }: { c: C; area: number; today: string }) {
  const { app, locale } = c.var
  const said = words[locale]
  const [posts, held, people] = await Promise.all([
    postsOf(app, [area]),
    peopleOfArea(app, area, today),
    listPeople(app),
  ])
  const here = `/administrar/areas/${area}`
  const options = people.map(({ id, name }) => ({ value: String(id), label: name }))
  return (
    <Section id="cargos" title={said.posts} count={posts.length}>
      {posts.map((post) => {
        const holder = held.find((each) => each.post === post.id)
        return (
          <Row>
            <b>
              {holder?.title[locale] ?? (post.titleF === post.titleM ? post.titleF : `${post.titleF} / ${post.titleM}`)}
            </b>
            {holder ? (
              <>
                <span>
                  {holder.person.name}, {said.from.toLowerCase()} {shortDate(holder.validFrom, locale)}
                </span>
                <Form {...formAt(c, `${here}/nombramientos/${holder.appointment}/terminar`)} inline>
                  <DateInput name="on" label={said.endAppointment} quiet value={today} />
                  <Button size="small">{said.end}</Button>
                </Form>
              </>
            ) : (
              <Form {...formAt(c, `${here}/cargos/${post.id}/nombrar`)} inline>
                <Select name="person" label={said.person} quiet options={options} />
                <DateInput name="from" label={said.from} quiet value={today} />
                <Button size="small">{said.appoint}</Button>
              </Form>
            )}
          </Row>
        )
      })}
      <FoldedForm summary={said.newPost} {...formAt(c, `${here}/cargos`)}>
        <TextInput name="titleF" label={said.titleF} />
        <TextInput name="titleM" label={said.titleM} />
        <TextInput name="titleEn" label={said.titleEn} optional />
        <FormEnd>
          <Button>{said.newPost}</Button>
        </FormEnd>
      </FoldedForm>
    </Section>
  )
}
