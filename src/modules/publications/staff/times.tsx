import { areaNames } from '#commons/directory'
import { count, duration } from '#kernel/pure/numbers'
import { type Column, Empty, listFile, PageHead, Section, Stack, staffPage, Table } from '#ui'
import { type ServiceTime, serviceTimes } from '../queries/service-times.ts'
import { clocks } from '../rules/clocks.ts'
import { staffWords } from '../words/staff.ts'
import { words } from '../words.ts'
import type { C } from './finding.ts'

/** In hours, however many: a day would have to say of which calendar. */
const inHours = (minutes: number) => duration(minutes, Number.POSITIVE_INFINITY)

async function gather(c: C) {
  const { app, locale } = c.var
  const said = staffWords[locale]
  const times = await serviceTimes(app, app.clock())
  const areas = await areaNames(
    app,
    times.flatMap(({ area }) => area ?? []),
  )
  const columns: readonly Column<ServiceTime>[] = [
    {
      key: 'area',
      title: said.area,
      value: ({ area }) => (area === undefined ? said.everyArea : (areas.get(area)?.name[locale] ?? '')),
    },
    { key: 'clock', title: said.clocks, value: ({ clock }) => words[locale].clocks[clock] },
    {
      key: 'count',
      title: said.count,
      value: ({ requests }) => requests,
      cell: ({ requests }) => count(requests),
      numeric: true,
    },
    {
      key: 'p50',
      title: said.median,
      value: ({ median }) => Math.round(median),
      cell: ({ median }) => inHours(median),
      numeric: true,
    },
    {
      key: 'p90',
      title: said.ninetieth,
      value: ({ ninetieth }) => Math.round(ninetieth),
      cell: ({ ninetieth }) => inHours(ninetieth),
      numeric: true,
    },
    {
      key: 'rounds',
      title: said.rounds,
      value: ({ rounds }) => Math.round(rounds * 100) / 100,
      cell: ({ rounds }) => rounds.toFixed(1),
      numeric: true,
    },
  ]
  return { times, columns }
}

/** `/solicitudes/tiempos`: how long each part of the service takes, by clock and area. */
export async function timesPage(c: C): Promise<Response> {
  const { locale } = c.var
  const said = staffWords[locale]
  const { times, columns } = await gather(c)
  return staffPage(
    c,
    { title: said.timesTitle, crumbs: [{ href: '/solicitudes', label: said.requests }] },
    <Stack size="l">
      <PageHead
        title={said.timesTitle}
        below={said.timesBelow}
        actions={['csv', 'xlsx'].map((format) => <a href={`/solicitudes/tiempos.${format}`}>{format.toUpperCase()}</a>)}
      />
      {times.length === 0 && <Empty title={said.noTimes} icon="clock" />}
      {clocks
        .filter((clock) => times.some((each) => each.clock === clock))
        .map((clock) => (
          <Section id={clock} title={words[locale].clocks[clock]}>
            <Table
              caption={words[locale].clocks[clock]}
              columns={columns.filter(({ key }) => key !== 'clock')}
              rows={times.filter((each) => each.clock === clock)}
            />
          </Section>
        ))}
    </Stack>,
  )
}

export async function timesFile(c: C): Promise<Response> {
  const { times, columns } = await gather(c)
  return listFile(c, 'tiempos', columns, times)
}
