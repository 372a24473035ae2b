import { Brand } from '../brand.tsx'
import { Row } from '../columns.tsx'
import { icons } from '../icons.generated.ts'
import { Icon, type IconName } from '../icons.tsx'
import { Spec, useSamples } from './spec.tsx'

export const Foundations = () => {
  const { sections, motto } = useSamples()
  return (
    <>
      <Spec title={sections.brand}>
        <Row>
          <Brand />
        </Row>
        <p class="sub">{motto}</p>
      </Spec>
      <Spec title={sections.colour}>
        <Colours />
      </Spec>
      <Spec title={sections.letters}>
        <Letters />
      </Spec>
      <Spec title={sections.icons}>
        <ul class="icon-sheet">
          {(Object.keys(icons) as IconName[]).map((name) => (
            <li>
              <Icon name={name} />
              {name}
            </li>
          ))}
        </ul>
      </Spec>
    </>
  )
}

const Colours = () => (
  <ul class="swatches">
    {Object.entries(useSamples().colours).map(([token, name]) => (
      <li>
        <span class={`c-${token}`} />
        <b>{name}</b>
        <code>{`--${token}`}</code>
      </li>
    ))}
  </ul>
)

const Letters = () => {
  const samples = useSamples()
  return (
    <ul class="letters">
      <li>
        <small>Newsreader 500</small>
        <span class="ty-hero">{samples.hero}</span>
      </li>
      <li>
        <small>Newsreader 600</small>
        <span class="ty-title">{samples.guide[0]?.title}</span>
      </li>
      <li>
        <small>Newsreader 400</small>
        <span class="ty-read">
          {samples.sentence} <i>{samples.criteria}</i>
        </span>
      </li>
      <li>
        <small>Source Sans 3</small>
        <span>{samples.lead}</span>
      </li>
      <li>
        <small>0–9</small>
        <span class="ty-figures">1,904 · 11,448 · 37.72 % · SP-2026-001904 · 14:32</span>
      </li>
    </ul>
  )
}
