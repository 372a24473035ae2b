import { checks } from './index.ts'
import { listen } from './listen.ts'

/** The whole program of the process that opens hostile files. */
listen(checks)
