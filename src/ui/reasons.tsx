import { Icon, type IconName } from './icons.tsx'

export interface ReasonItem {
  readonly text: string
  readonly tone?: 'bad' | 'warn' | undefined
  readonly icon?: IconName | undefined
  /** Where it can be mended, and in what words. */
  readonly link?: { readonly href: string; readonly label: string } | undefined
}

interface ReasonsProps {
  readonly id: string
  readonly title: string
  readonly items: readonly ReasonItem[]
}

/** Why something cannot be done yet. Stands where a dead button would. */
export const Reasons = ({ id, title, items }: ReasonsProps) => (
  <section class="why-not" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    <ul>
      {items.map(({ text, tone = 'warn', icon, link }) => (
        <li>
          <span class={`toned toned--${tone}`}>
            <Icon name={icon ?? (tone === 'bad' ? 'octagon-x' : 'triangle-alert')} />
          </span>
          <span>{text}</span>
          {link && <a href={link.href}>{link.label}</a>}
        </li>
      ))}
    </ul>
  </section>
)
