import { registerHooks } from 'node:module'
import { register } from 'tsx/esm/api'
import { textHooks } from './text-loader.mjs'

/** `node --import ./scripts/register.mjs` runs the sources as they lie: TypeScript, JSX and texts. */
register()
registerHooks(textHooks)
