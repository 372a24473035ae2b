import { define } from './check.ts'

export const size = define({
  id: 'size',
  version: 1,
  moment: 'send',
  rules: { 'size/empty': 'blocks', 'size/over-limit': 'blocks' },
  reads: ['limitBytes'],
  appliesTo: () => true,
  async run(bytes, { limitBytes }) {
    if (bytes.length === 0) return [{ rule: 'size/empty' }]
    if (bytes.length <= limitBytes) return []
    return [{ rule: 'size/over-limit', params: { bytes: bytes.length, limitBytes } }]
  },
})
