import { missing } from '#kernel/refusals'
import { submit } from '#kernel/web'
import {
  AskFirst,
  Button,
  ButtonLink,
  Choices,
  Empty,
  FieldRow,
  Form,
  FormEnd,
  formAt,
  PageHead,
  Section as Part,
  Select,
  SortableList,
  staffPage,
  TextInput,
} from '#ui'
import { closeSection, describeSection, moveSection, openSection, orderSections } from '../commands/sections.ts'
import { sectionsOf } from '../queries/sections.ts'
import type { Section } from '../rules/tree.ts'
import { type C, said, sectionOptions } from './shared.ts'

const at = '/portal/secciones'

/** `/portal/secciones`: the tree, in the order that readers see. */
export async function sectionsPage(c: C): Promise<Response> {
  const w = said(c)
  const tree = await sectionsOf(c.var.app)
  return staffPage(
    c,
    { title: w.sectionsTitle, live: 'public.portal' },
    <>
      <PageHead
        title={w.sectionsTitle}
        below={w.sectionsBelow}
        actions={
          <ButtonLink kind="main" icon="plus" href={`${at}/nueva`}>
            {w.addSection}
          </ButtonLink>
        }
      />
      {tree.length === 0 ? <Empty title={w.noSections} text={w.noSectionsText} /> : <Order tree={tree} />}
      {tree
        .filter(({ id }) => tree.some(({ parentId }) => parentId === id))
        .map((section) => (
          <Part id={`bajo-${section.id}`} title={section.titleEs}>
            <Order tree={tree} under={section.id} />
          </Part>
        ))}
    </>,
  )
}

const Order = ({ tree, under = null }: { tree: readonly Section[]; under?: number | null }) => (
  <SortableList
    action={`${at}/orden`}
    name="section"
    items={tree
      .filter(({ parentId }) => parentId === under)
      .map(({ id, titleEs, path }) => ({
        id: String(id),
        name: titleEs,
        content: (
          <>
            <a href={`${at}/${id}`}>{titleEs}</a> <span class="muted">{path}</span>
          </>
        ),
      }))}
  />
)

const Fields = ({ c, section }: { c: C; section?: Section }) => {
  const w = said(c)
  return (
    <>
      <FieldRow>
        <TextInput name="titleEs" label={w.titleEs} value={section?.titleEs} />
        <TextInput name="titleEn" label={w.titleEn} value={section?.titleEn} optional />
      </FieldRow>
      <FieldRow>
        <TextInput name="summaryEs" label={w.summaryEs} value={section?.summaryEs} optional />
        <TextInput name="summaryEn" label={w.summaryEn} value={section?.summaryEn} optional />
      </FieldRow>
      <Choices
        kind="radio"
        name="portal"
        label={w.portal}
        value={section?.portal ?? 'internet'}
        inline
        options={(['internet', 'intranet', 'both'] as const).map((value) => ({ value, label: w.portals[value] }))}
      />
      <TextInput
        name="extensions"
        label={w.extensions}
        hint={w.extensionsHint}
        value={section?.allowedExtensions?.join(' ')}
        optional
      />
    </>
  )
}

export async function newSectionPage(c: C): Promise<Response> {
  const w = said(c)
  const tree = await sectionsOf(c.var.app)
  return staffPage(
    c,
    { title: w.addSection, crumbs: [{ href: at, label: w.sectionsTitle }] },
    <>
      <PageHead title={w.addSection} />
      <Form {...formAt(c, `${at}/nueva`)}>
        <Fields c={c} />
        <Select
          name="parent"
          label={w.moveUnder}
          none={w.top}
          value={c.req.query('bajo')}
          options={sectionOptions(tree)}
        />
        <TextInput name="slug" label={w.slug} hint={w.slugHint} optional />
        <FormEnd>
          <Button kind="main">{w.open}</Button>
        </FormEnd>
      </Form>
    </>,
  )
}

/** `/portal/secciones/{number}`: describe it, move it, close it. */
export async function sectionPage(c: C): Promise<Response> {
  const w = said(c)
  const tree = await sectionsOf(c.var.app)
  const section = tree.find(({ id }) => id === Number(c.req.param('section')))
  if (!section) throw missing()
  const here = `${at}/${section.id}`
  return staffPage(
    c,
    { title: section.titleEs, crumbs: [{ href: at, label: w.sectionsTitle }] },
    <>
      <PageHead
        title={section.titleEs}
        below={section.path}
        actions={
          <>
            <ButtonLink href={`${at}/nueva?bajo=${section.id}`}>{w.addBelow(section.titleEs)}</ButtonLink>
            <ButtonLink href={section.path}>{w.seeInPortal}</ButtonLink>
          </>
        }
      />
      <Part id="nombre" title={w.describe}>
        <Form {...formAt(c, here)} hidden={{ version: section.version }}>
          <Fields c={c} section={section} />
          <FormEnd>
            <Button kind="main">{w.save}</Button>
          </FormEnd>
        </Form>
      </Part>
      <Part id="lugar" title={w.move}>
        <Form {...formAt(c, `${here}/mover`)} hidden={{ version: section.version }}>
          <Select
            name="parent"
            label={w.moveUnder}
            none={w.top}
            value={section.parentId}
            options={sectionOptions(tree, section.id)}
          />
          <TextInput name="slug" label={w.slug} hint={w.slugHint} value={section.slug} />
          <FormEnd>
            <Button>{w.moveButton}</Button>
          </FormEnd>
        </Form>
      </Part>
      <Part id="cierre" title={w.close}>
        <p>{w.closeText}</p>
        <AskFirst
          kind="bad"
          deed={w.close}
          text={w.closeAsk}
          {...formAt(c, `${here}/cerrar`)}
          hidden={{ version: section.version }}
        >
          <Select name="target" label={w.closeTarget} none={w.gone} options={sectionOptions(tree, section.id)} />
        </AskFirst>
      </Part>
    </>,
  )
}

const back = (c: C) => `${at}/${c.req.param('section')}`
export const saveNewSection = submit(openSection, newSectionPage, (_, { section }) => `${at}/${section}`)
export const saveSection = submit(describeSection, sectionPage, back)
export const saveOrder = submit(orderSections, sectionsPage, () => at)
export const placeSection = submit(moveSection, sectionPage, back)
export const endSection = submit(closeSection, sectionPage, () => at)
