import { Button } from '../button.tsx'
import { Row } from '../columns.tsx'
import { Empty } from '../empty.tsx'
import { BigFigure, Strip } from '../figure.tsx'
import { FilterBar, Selection } from '../filter-bar.tsx'
import { TextInput } from '../inputs.tsx'
import { type Column, withQuery } from '../list.ts'
import { Pager } from '../pager.tsx'
import { Select } from '../select.tsx'
import { SortableList } from '../sortable-list.tsx'
import { SourcePopover } from '../source.tsx'
import { State } from '../state.tsx'
import { Second, Table } from '../table.tsx'
import { Tabs } from '../tabs.tsx'
import { Spec, useSamples } from './spec.tsx'
import type { CatalogueWords } from './words.es.ts'

export const Lists = () => {
  const samples = useSamples()
  const { sections } = samples
  return (
    <>
      <Spec title={sections.table}>
        <Requests />
      </Spec>
      <Spec title={sections.tabs}>
        <Tabs
          items={samples.views.map((label, at) => ({
            href: `#vista-${at}`,
            label,
            count: [12, 38, '1,904'][at],
            current: at === 0,
          }))}
        />
        <Pager page={7} pages={13} hrefOf={(page) => `#pagina-${page}`} />
      </Spec>
      <Spec title={sections.figures}>
        <Figures />
      </Spec>
      <Spec title={sections.order}>
        <SortableList
          action="#orden"
          name="annex"
          items={samples.annexes.map((name, at) => ({ id: String(at + 1), name, content: name }))}
        />
      </Spec>
      <Spec title={sections.empty}>
        <Empty title={samples.emptyTitle} text={samples.emptyText} action={<Button>{samples.emptyAction}</Button>} />
      </Spec>
    </>
  )
}

type Request = CatalogueWords['rows'][number]

const Requests = () => {
  const samples = useSamples()
  return (
    <>
      <FilterBar
        action="#lista"
        label={samples.requests}
        clearHref="#lista"
        downloads={[
          { href: '?formato=csv', label: 'CSV' },
          { href: '?formato=xlsx', label: 'XLSX' },
        ]}
      >
        <TextInput name="text" label={samples.text} type="search" />
        <Select
          name="filter-area"
          label={samples.area}
          options={samples.areas.map((label) => ({ value: label, label }))}
        />
      </FilterBar>
      <Selection form="elegidas" action="#asignar">
        <Button size="small">{samples.assign}</Button>
      </Selection>
      <Table
        caption={samples.requests}
        columns={columnsOf(samples)}
        rows={samples.rows}
        sorting={{
          by: 'due',
          descending: false,
          hrefOf: (key, descending) => withQuery('#lista', { orden: descending ? `-${key}` : key }),
        }}
        selecting={{ form: 'elegidas', name: 'folio', valueOf: (row) => row.folio, labelOf: (row) => row.folio }}
        idOf={(row) => row.folio}
        totals={[samples.total, '', '', samples.rows.reduce((sum, row) => sum + row.files, 0), '']}
      />
    </>
  )
}

const columnsOf = (samples: CatalogueWords): Column<Request>[] => [
  {
    key: 'folio',
    title: samples.columns.folio,
    value: (row) => row.folio,
    cell: (row) => <a href={`#${row.folio}`}>{row.folio}</a>,
    sortable: true,
  },
  {
    key: 'subject',
    title: samples.columns.subject,
    value: (row) => row.subject,
    cell: (row) => (
      <>
        {row.subject}
        {row.area === 0 && <Second>{samples.statutory}</Second>}
      </>
    ),
  },
  {
    key: 'area',
    title: samples.columns.area,
    value: (row) => samples.areas[row.area] ?? '',
    cell: (row) => <State word={samples.areas[row.area] ?? ''} />,
  },
  { key: 'files', title: samples.columns.files, value: (row) => row.files, numeric: true, sortable: true },
  { key: 'due', title: samples.columns.due, value: (row) => row.due, numeric: true, sortable: true },
]

const Figures = () => {
  const samples = useSamples()
  const source = (
    <SourcePopover
      id="fuente"
      title={samples.figure}
      counts={samples.figureCounts}
      period={samples.figurePeriod}
      source={samples.figureSource}
      query={'SELECT count(*)\nFROM reviews'}
    />
  )
  return (
    <>
      <Strip>
        <BigFigure value="38" label={samples.open} note={samples.openNote} href="#cifras" />
        <BigFigure value={samples.medianValue} label={samples.median} note={samples.medianNote} />
        <BigFigure value="1,904" label={samples.figure} source={source} />
      </Strip>
      <Row>
        <span class="muted">{samples.figureSource}</span>
      </Row>
    </>
  )
}
