import type { App } from '#kernel/app'
import type { Errand } from '#kernel/command'
import { perform } from '#kernel/perform'
import { besideTheDoor } from '../beside.ts'
import { checkRunnerOf } from '../checking.ts'
import { cacheKey } from '../checks/cache.ts'
import type { Finding } from '../checks/check.ts'
import { checks } from '../checks/index.ts'
import { inspectionId, type Outcome, type Review } from '../checks/review.ts'
import { recordRun } from '../commands/record.ts'
import { blobsOf } from '../queries.ts'
import { summed } from '../rules/findings.ts'
import { type Ask, asked } from './asked.ts'
import { inspectionOf } from './inspect.ts'
import { learn } from './learn.ts'

export type { Ask } from './asked.ts'

/** Reviews a content in a context, as far as no earlier review has answered for the same. */
export const runChecks: Errand<Ask, App> = {
  name: 'files.run-checks',
  summary: 'Run the automatic checks of a file in a process of its own, or recall what they found.',
  async run(app, ask) {
    const blob = (await blobsOf(app, [ask.sha256])).get(ask.sha256)
    if (!blob || blob.erasedAt) return
    await asked(besideTheDoor(app), ask, app.clock())
    const recalled = await recall(app, ask)
    const wanting = checks.map(({ id }) => id).filter((id) => !recalled.has(id))
    const ids = blob.inspectedAt ? wanting : [...wanting, inspectionId]
    const outcomes = ids.length === 0 ? [] : await review(app, ask, ids)
    const found = [...[...recalled.values()].flat(), ...outcomes.flatMap(({ findings }) => findings)]
    await perform(app, recordRun, app.steward, { ...ask, ...summed(found) })
  },
}

const keysOf = ({ sha256, context }: Ask) =>
  new Map<string, string>(checks.map((check) => [cacheKey(sha256, check, context), check.id]))

/** Whether an earlier answer of the check no longer counts at this moment. */
const isStale = (id: string, { moment = 'upload' }: Ask) =>
  moment !== 'upload' && checks.some((check) => check.id === id && check.moment === moment)

async function recall(app: App, ask: Ask): Promise<Map<string, readonly Finding[]>> {
  const keys = keysOf(ask)
  const rows = await besideTheDoor(app)
    .selectFrom('files.check_result')
    .select(['check_id', 'findings'])
    .where('key', 'in', [...keys.keys()])
    .execute()
  const standing = rows.filter(({ check_id }) => !isStale(check_id, ask))
  return new Map(standing.map(({ check_id, findings }) => [check_id, findings]))
}

async function review(app: App, ask: Ask, ids: readonly string[]): Promise<readonly Outcome[]> {
  const path = app.storage.pathOf(ask.sha256)
  let review = await checkRunnerOf(app).run(path, ask.context, ids)
  // Death by time or by accident may be the machine's fault, not the file's: the second answer stands.
  if (review.failure === 'timeout' || review.failure === 'crashed') {
    review = await checkRunnerOf(app).run(path, ask.context, ids)
  }
  await remember(app, ask, review, ids.includes(inspectionId))
  for (const { check, problem } of review.outcomes) {
    if (problem) app.log.warn({ check, sha256: ask.sha256, problem }, 'a check failed')
  }
  return review.outcomes
}

/** Failures are not kept: they are asked again the next time. */
async function remember(app: App, ask: Ask, review: Review, inspected: boolean): Promise<void> {
  if (inspected) await learn(app, ask.sha256, inspectionOf(review))
  const keys = new Map([...keysOf(ask)].map(([key, id]) => [id, key]))
  const rows = review.outcomes.flatMap(({ check, version, result, findings }) => {
    const key = keys.get(check)
    if (!key || result === 'error' || review.sha256 !== ask.sha256) return []
    return [{ key, check_id: check, version, result, findings: JSON.stringify(findings), at: app.clock() }]
  })
  if (rows.length === 0) return
  await besideTheDoor(app)
    .insertInto('files.check_result')
    .values(rows.map((row) => ({ ...row, sha256: ask.sha256 })))
    .onConflict((again) =>
      again.column('key').doUpdateSet(({ ref }) => ({
        result: ref('excluded.result'),
        findings: ref('excluded.findings'),
        at: ref('excluded.at'),
      })),
    )
    .execute()
}
