import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { digestsOf } from '../test/house/released.ts'

// Notes the digest of every migration, at a release: from then on the house test refuses an edited one.
// node --import ./scripts/register.mjs scripts/released.ts
writeFileSync(join(import.meta.dirname, '../test/house/released.json'), `${JSON.stringify(digestsOf(), null, 2)}\n`)
