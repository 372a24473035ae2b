import { listen } from './listen.ts'
import { misbehaved } from './misbehaved.fixture.ts'

/** A reviewer for tests that misbehaves. */
listen(misbehaved)
