import { ErrorSummary } from './error-summary.tsx'
import { Flash } from './flash.tsx'
import type { Setting } from './frame.ts'
import { Notice } from './notice.tsx'
import { useSaid } from './speaking.ts'

/** What came of the last action, first thing on the page. */
export const Outcome = ({ setting: { flash, refusal } }: { setting: Setting }) => {
  if (!flash && !refusal) return null
  return (
    <div class="outcome">
      {flash && <Flash {...flash} />}
      {refusal &&
        (refusal.reasons.length > 0 ? (
          <ErrorSummary refusal={refusal} />
        ) : (
          <Notice tone="bad" alert>
            {useSaid(refusal.said)}
          </Notice>
        ))}
    </div>
  )
}
