/** One line per failure and a summary: what passed needs no words. Skipped tests are said, and in CI they fail. */
export default async function* reporter(source) {
  let passed = 0
  const skipped = []
  const failed = []
  for await (const { type, data } of source) {
    if (data?.details?.type === 'suite' || data?.file === data?.name) continue
    if (type === 'test:pass' && data.skip !== undefined) skipped.push(`${data.name}: ${data.skip}`)
    else if (type === 'test:pass') passed++
    else if (type === 'test:fail') {
      failed.push(data.name)
      const error = data.details?.error
      const cause = error?.cause ?? error
      yield `✖ ${data.name}\n  ${data.file ?? ''}:${data.line ?? ''}\n${String(cause?.stack ?? cause).replaceAll(/^/gm, '  ')}\n\n`
    }
  }
  for (const each of skipped) yield `○ skipped: ${each}\n`
  yield `${passed} passed, ${failed.length} failed, ${skipped.length} skipped\n`
  if (skipped.length > 0 && process.env.CI === '1') process.exitCode = 1
}
