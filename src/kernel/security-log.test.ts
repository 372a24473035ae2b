import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openGround } from './database.ts'
import { migrationsOf } from './house.ts'
import { openLog } from './log.ts'
import { migrate } from './migrations.ts'
import { openSecurityLog, type Watched } from './security-log.ts'

test('tries at once, over as many connections as there are, are counted as if they came in a row', async (t) => {
  const where = process.env['TEST_DATABASE'] ?? 'pglite'
  // Not the ground of other tests, whose one connection would queue what this test wants to collide.
  const ground = await openGround(where === 'pglite' ? {} : { url: where, connections: 10 })
  t.after(() => ground.close())
  await migrate(ground.db, migrationsOf([]))
  const log = openSecurityLog(ground.db, openLog('silent'), () => new Date('2026-10-16T16:10:00Z'))
  // Chance decides which of them meet: five rounds leave it little room.
  for (const round of [1, 2, 3, 4, 5]) {
    const watched: readonly Watched[] = ['account', 'address'].map((whose) => ({
      ...{ kind: 'collision', actor: `${whose} ${round}`, since: new Date('2026-10-16T16:00:00Z') },
      seconds: ({ events }) => (events < 5 ? 0 : 30),
    }))
    const tries = await Promise.all(Array.from({ length: 60 }, () => log.attempt(watched)))
    const taken = tries.flatMap((each) => ('seconds' in each ? [] : [each]))
    assert.equal(taken.length, 5)
    await Promise.all(taken.map((each) => each.erase()))
    assert.ok(!('seconds' in (await log.attempt(watched))), 'what was erased is not counted')
  }
  await ground.db.deleteFrom('kernel.security_event').where('kind', '=', 'collision').execute()
})
