import { useWords } from './speaking.ts'

/** The way here: every step but this page. */
export const Crumbs = ({ items }: { items: readonly { readonly href: string; readonly label: string }[] }) => (
  <nav class="crumbs" aria-label={useWords().path}>
    <ol>
      {items.map(({ href, label }) => (
        <li>
          <a href={href}>{label}</a>
        </li>
      ))}
    </ol>
  </nav>
)
