import { Button } from '../button.tsx'
import { Stack, WithAside } from '../columns.tsx'
import { Crumbs } from '../crumbs.tsx'
import { Hash } from '../hash.tsx'
import { Clock, Meter, Progress } from '../meter.tsx'
import { PageHead } from '../page-head.tsx'
import { Pairs } from '../pairs.tsx'
import { Remark } from '../remark.tsx'
import { Section } from '../section.tsx'
import { State, Toned } from '../state.tsx'
import { Steps } from '../steps.tsx'
import { Changes, Timeline } from '../timeline.tsx'
import { TodoList } from '../todo-list.tsx'
import { Spec, useSamples } from './spec.tsx'

const sha256 = '9f2c41d85be07a36c1d4e9f027ab88356e10cc94d27f03b184a6e95c3bd01f72'

export const Records = () => {
  const samples = useSamples()
  const { sections } = samples
  return (
    <>
      <Spec title={sections.facts}>
        <Crumbs
          items={[
            { href: '#', label: samples.requestsNav },
            { href: '#', label: samples.views[0] ?? '' },
          ]}
        />
        <Steps
          items={samples.path.map((label, at) => ({
            label,
            state: at < 2 ? 'done' : at === 2 ? 'current' : undefined,
          }))}
        />
        <WithAside asideLabel={samples.hash} aside={<Hash value={sha256} />}>
          <Pairs
            items={[
              { term: samples.area, value: samples.areas[1] },
              { term: samples.destination, value: samples.targetNames.join(', ') },
            ]}
          />
        </WithAside>
      </Spec>
      <Spec title={sections.clocks}>
        <Clocks />
      </Spec>
      <Spec title={sections.todo}>
        <Section id="espera" title={sections.todo} count={2} aside={<a href="#espera">{samples.all}</a>}>
          <Waiting />
        </Section>
      </Spec>
      <Spec title={sections.changes}>
        <Changes
          items={samples.happened.map((text, at) => ({
            when: { iso: `2026-10-16T09:${48 - at * 17}`, text: `09:${48 - at * 17}` },
            text,
          }))}
        />
      </Spec>
      <Spec title={sections.history}>
        <History />
      </Spec>
      <Spec title={sections.remarks}>
        <Remarks />
      </Spec>
    </>
  )
}

const Clocks = () => {
  const samples = useSamples()
  return (
    <Stack size="s">
      <Clock
        label={samples.reviewing}
        used={samples.used}
        allowed={samples.allowed}
        percent={83}
        tone="warn"
        note={samples.runs}
      />
      <Clock label={samples.statutory} used="1 d 5 h" percent={54} note={samples.stopped} />
      <Progress label={samples.reviewingFiles} value={74} of={111} figure={samples.reviewed} note={samples.remaining} />
      <Progress label={samples.importing} />
      <Meter label={samples.complies} value={18} of={20} tone="ok" />
    </Stack>
  )
}

const Waiting = () => {
  const samples = useSamples()
  return (
    <TodoList
      items={[
        {
          title: samples.admit,
          href: '#espera',
          why: samples.admitWhy,
          due: <Toned tone="bad" icon="clock-alert" word={samples.late} />,
          kind: samples.admission,
        },
        {
          title: samples.decide,
          href: '#espera',
          why: samples.decideWhy,
          due: samples.tomorrow,
          kind: samples.reviewing,
        },
      ]}
    />
  )
}

const History = () => {
  const samples = useSamples()
  const seals = ['88,407', '88,112', '87,958']
  const tones = ['now', 'bad', undefined] as const
  return (
    <Timeline
      entries={samples.history.map((text, at) => ({
        when: { iso: '2026-10-16', text: samples.moments[at] ?? '' },
        text,
        tone: tones[at],
        seal: { text: samples.entry(seals[at] ?? ''), href: at === 0 ? '#libro' : undefined },
      }))}
    />
  )
}

const Remarks = () => {
  const samples = useSamples()
  const when = { iso: '2026-10-14T13:18', text: samples.moments[1] ?? '' }
  return (
    <Stack>
      <Remark
        id="observacion-1"
        title={samples.remarkTitle}
        where={samples.remarkWhere}
        severity={<State tone="bad" word={samples.blocks} />}
        state={<State word={samples.openState} />}
        says={[
          { text: samples.remarkSays, by: 'Paula', when },
          { text: samples.remarkAnswer, by: 'Daniela', when, link: { href: '#version', label: samples.version2 } },
        ]}
        actions={
          <>
            <Button size="small">{samples.accept}</Button>
            <Button size="small">{samples.insist}</Button>
          </>
        }
      />
      <Remark id="observacion-2" title={samples.secondRemark} state={<State tone="ok" word={samples.attended} />} />
    </Stack>
  )
}

/** The head of the catalogue itself, which is also a sample of one. */
export const Head = () => {
  const samples = useSamples()
  return <PageHead title={samples.title} below={samples.lead} />
}
