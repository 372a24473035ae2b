import { Icon } from './icons.tsx'
import { useWords } from './speaking.ts'

/** A fingerprint, in groups that an eye can follow; `plain` on a sheet and in a table, without a ground of its own. */
export const Hash = ({ value, plain }: { value: string; plain?: boolean }) => (
  <p class={plain ? 'hash hash--plain' : 'hash'}>{value.match(/.{1,8}/g)?.join(' ')}</p>
)

interface CopyButtonProps {
  readonly text: string
  readonly label?: string | undefined
}

/** Appears only where the browser can copy. */
export const CopyButton = ({ text, label }: CopyButtonProps) => {
  const words = useWords()
  return (
    <copy-button data-text={text} data-done={words.copied}>
      <button class="btn btn--small" type="button">
        <Icon name="copy" />
        <span aria-live="polite">{label ?? words.copy}</span>
      </button>
    </copy-button>
  )
}

interface VerifyFileProps {
  readonly files: readonly { readonly sha256: string; readonly name: string }[]
  readonly id?: string | undefined
}

/** Compares a reader's copy with what was published, without sending it anywhere. */
export const VerifyFile = ({ files, id = 'verificar' }: VerifyFileProps) => {
  const words = useWords()
  return (
    <verify-file
      data-files={JSON.stringify(files.map(({ sha256, name }) => [sha256, name]))}
      data-working={words.verifyWorking}
      data-same={words.verifySame}
      data-different={words.verifyDifferent}
    >
      <label class="btn btn--small" for={id}>
        <Icon name="file-search" />
        {words.verifyChoose}
      </label>
      <input class="hidden" type="file" id={id} aria-describedby={`${id}-nota`} />
      <p class="muted" id={`${id}-nota`}>
        {words.verifyNote}
      </p>
      <p class="answer" role="status" />
    </verify-file>
  )
}
