import { PageHead, portalPage } from '#ui'
import type { Title } from '../queries/pages.ts'
import type { Section } from '../rules/tree.ts'
import { words } from '../words.ts'
import { pagesFor, sectionsFor } from './reader.ts'
import { type C, sectionTitle, Told } from './speech.tsx'

/** The whole portal on one page. */
export async function siteMap(c: C): Promise<Response> {
  const { locale } = c.var
  const said = words[locale].portal
  const [tree, pages] = await Promise.all([sectionsFor(c), pagesFor(c)])
  const branch = { tree, pages, locale }
  return portalPage(
    c,
    { title: said.siteMap, description: said.siteMapBelow },
    <>
      <PageHead title={said.siteMap} below={said.siteMapBelow} large />
      <div class="site-map">
        <Branch {...branch} parent={null} />
      </div>
    </>,
  )
}

interface BranchProps {
  readonly tree: readonly Section[]
  readonly pages: readonly Title[]
  readonly parent: number | null
  readonly locale: 'es' | 'en'
}

const Branch = ({ tree, pages, parent, locale }: BranchProps) => {
  const sections = tree.filter(({ parentId }) => parentId === parent)
  const here = pages.filter(({ sectionId }) => sectionId === parent)
  if (sections.length + here.length === 0) return null
  return (
    <ul>
      {sections.map((section) => (
        <li>
          <a href={section.path}>
            <Told {...sectionTitle(locale, section)} />
          </a>
          <Branch tree={tree} pages={pages} parent={section.id} locale={locale} />
        </li>
      ))}
      {here.map((page) => (
        <li>
          <a href={page.path}>
            <Told {...sectionTitle(locale, page)} />
          </a>
        </li>
      ))}
    </ul>
  )
}
