import type { Child } from 'hono/jsx'

export interface FileItemProps {
  /** `PDF`, `CSV`… at most four letters. */
  readonly format: string
  readonly name: string
  readonly href?: string | undefined
  /** Size, pages, encoding: `18.4 MB · 1,204,331 renglones`. */
  readonly meta: Child
  readonly state?: Child
  readonly actions?: Child
}

export const FileItem = ({ format, name, href, meta, state, actions }: FileItemProps) => (
  <li>
    <span class="fmt" aria-hidden="true">
      {format}
    </span>
    <div>
      <p class="name">{href ? <a href={href}>{name}</a> : name}</p>
      <p class="meta">{meta}</p>
    </div>
    {(state || actions) && (
      <div class="row">
        {state}
        {actions}
      </div>
    )}
  </li>
)

export const FileList = ({ files }: { files: readonly FileItemProps[] }) => (
  <ul class="files">
    {files.map((file) => (
      <FileItem {...file} />
    ))}
  </ul>
)
