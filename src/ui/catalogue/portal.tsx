import { LiveNow, NextDate } from '../broadcast.tsx'
import { ButtonLink } from '../button.tsx'
import { WithAside } from '../columns.tsx'
import { BigFigure } from '../figure.tsx'
import type { PortalFrame } from '../frame.ts'
import { CopyButton, Hash, VerifyFile } from '../hash.tsx'
import { Citation, DocumentHead, GetFile, Sheet, TableSheet, Versions } from '../portal-document.tsx'
import { Bars, DayPanel, Front, Hero, SearchBox } from '../portal-home.tsx'
import { Guide, IndexList } from '../portal-lists.tsx'
import { Institute, PortalPage } from '../portal-page.tsx'
import { Section, SectionTitle } from '../section.tsx'
import { State } from '../state.tsx'
import { Prose, Time } from '../time.tsx'
import { samplesOf, useSamples } from './spec.tsx'

const sha256 = '9f2c41d85be07a36c1d4e9f027ab88356e10cc94d27f03b184a6e95c3bd01f72'

/** What citizens see, in the portal's own frame. */
export const PortalCatalogue = ({ frame }: { frame: PortalFrame }) => (
  <PortalPage frame={frame} title={samplesOf(frame.locale).title} hidden>
    <Home />
    <Paper />
  </PortalPage>
)

const Home = () => {
  const samples = useSamples()
  const links = samples.often.map((label) => ({ href: '#buscar', label }))
  const search = { action: '#buscar', placeholder: samples.placeholder, often: { label: samples.oftenLabel, links } }
  return (
    <>
      <Hero
        title={samples.hero}
        search={search}
        aside={
          <LiveNow
            word={samples.live}
            title={samples.broadcast}
            href="#transmision"
            action={samples.watch}
            until={{ iso: '2026-10-16T19:00:00Z', text: samples.liveUntil }}
          />
        }
      />
      <h2 class="hidden">{samples.guideTitle}</h2>
      <Guide
        sections={samples.guide.map(({ title, text, link }) => ({
          title,
          text,
          href: '#seccion',
          links: [{ href: '#seccion', label: link }],
        }))}
      />
      <Front
        aside={
          <>
            <NextDate
              id="proxima"
              heading={samples.nextBroadcast}
              day="21"
              month={samples.nextMonth}
              when={{ iso: '2026-10-21T17:00:00Z', text: samples.nextWhen }}
              title={samples.broadcast}
              href="#transmision"
            />
            <BigFigure value="1,904" label={samples.open} note={samples.openNote} />
            <Bars label={samples.openNote} values={[14, 12, 15, 19, 16, 23, 28]} />
            <DayPanel label={samples.today} day="16" month={samples.month} weekday={samples.weekday}>
              {samples.workingDay}
            </DayPanel>
          </>
        }
      >
        <Section id="reciente" large title={samples.latest} aside={<a href="#todo">{samples.all}</a>}>
          <Latest />
        </Section>
      </Front>
    </>
  )
}

const Latest = () => {
  const samples = useSamples()
  const [before, hit, after] = samples.found
  return (
    <IndexList
      entries={[
        {
          when: { iso: '2026-10-15', text: '15 oct 2026' },
          title: samples.newest,
          href: '#documento',
          meta: samples.newestMeta,
        },
        {
          title: samples.criteria,
          href: '#documento',
          state: <State tone="ok" word={samples.inForce} />,
          excerpt: (
            <>
              {before}
              <mark>{hit}</mark>
              {after}
            </>
          ),
          meta: <Time iso="2026-10-16" text={samples.publishedOn} />,
        },
      ]}
    />
  )
}

const Paper = () => {
  const samples = useSamples()
  return (
    <>
      <SearchBox action="#buscar" placeholder={samples.placeholder} id="otra-busqueda" label={samples.placeholder} />
      <DocumentHead
        title={samples.criteria}
        level={2}
        state={<State tone="ok" icon="circle-check" word={samples.inForce} />}
        facts={[samples.guidelines, samples.versionThree, samples.publishedOn]}
        summary={samples.criteriaSummary}
        download={{ href: '#archivo', label: samples.downloadPdf }}
      />
      <WithAside wideAside asideLabel={samples.nextTo} aside={<Beside />}>
        <Sheet
          title={samples.criteria}
          running={['CGPE/ORD/02/2026/A05', samples.pageOf]}
          below={
            <ButtonLink href="#leer" icon="book-open">
              {samples.readAll}
            </ButtonLink>
          }
        >
          <p>{samples.criteriaText}</p>
        </Sheet>
        <TableSheet
          caption={samples.firstRows}
          running={['padron.csv', samples.firstRows]}
          head={samples.tableHead}
          rows={samples.tableRows}
        />
        <Section id="versiones" large title={samples.versions}>
          <Versions
            items={[
              { number: 2, text: <b>{samples.versionNow}</b>, meta: 'PDF, 412 kB' },
              { number: 1, text: samples.versionOld, meta: <a href="#v1">PDF, 366 kB</a> },
            ]}
          />
        </Section>
        <Prose>
          <p>{samples.criteriaText}</p>
        </Prose>
      </WithAside>
    </>
  )
}

const Beside = () => {
  const samples = useSamples()
  return (
    <>
      <GetFile
        files={[
          { format: 'PDF', name: 'criterios.pdf', meta: samples.pdfMeta },
          { format: 'ODT', name: samples.editable, href: '#odt', meta: samples.editableMeta },
        ]}
        download={{ href: '#archivo', label: samples.download }}
      />
      <section class="stack stack--s">
        <SectionTitle title={samples.verify} />
        <Hash value={sha256} />
        <CopyButton text={sha256} />
        <VerifyFile files={[{ sha256, name: 'criterios.pdf' }]} />
      </section>
      <Section id="cita" title={samples.cite}>
        <Citation plain={samples.citation} formats={[{ href: '#bib', label: 'BibTeX' }]}>
          {samples.citation}
        </Citation>
        <Institute name={samples.institution} href="#inicio" />
      </Section>
    </>
  )
}
