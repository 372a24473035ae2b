import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { apiDocument } from '../test/house/api.ts'

// Writes docs/api/openapi.json from the code: npm run api. The house test compares them.
writeFileSync(join(import.meta.dirname, '../docs/api/openapi.json'), apiDocument())
