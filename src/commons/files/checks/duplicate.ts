import { sha256Of } from '../inspection/bytes.ts'
import { define } from './check.ts'

export const duplicate = define({
  id: 'duplicate',
  version: 1,
  moment: 'publish',
  rules: { 'duplicate/already-live': 'must', 'duplicate/live-under-another-title': 'must' },
  reads: ['live', 'title'],
  appliesTo: () => true,
  async run(bytes, { live, title }) {
    if (bytes.length === 0 || live.length === 0) return []
    const sha256 = await sha256Of(bytes)
    return live
      .filter((file) => file.sha256 === sha256)
      .map((file) => ({
        rule: title && title !== file.title ? 'duplicate/live-under-another-title' : 'duplicate/already-live',
        params: { title: file.title, address: file.address },
      }))
  },
})
