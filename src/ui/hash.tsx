import { Icon } from './icons.tsx'
import { useWords } from './speaking.ts'

/** A fingerprint, in groups that an eye can follow. */
export const Hash = ({ value }: { value: string }) => <p class="hash">{value.match(/.{1,8}/g)?.join(' ')}</p>

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

/** Compares a reader's copy with what was published, without sending it anywhere. */
export const VerifyFile = ({ sha256, id = 'verificar' }: { sha256: string; id?: string | undefined }) => {
  const words = useWords()
  return (
    <verify-file
      data-sha256={sha256}
      data-working={words.verifyWorking}
      data-same={words.verifySame}
      data-different={words.verifyDifferent}
    >
      <label for={id}>{words.verifyChoose}</label>
      <input class="input input--file" type="file" id={id} />
      <p class="answer" role="status" />
    </verify-file>
  )
}
