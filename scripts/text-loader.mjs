import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const text = /\.(sql|md|txt)$/

/** `import sql from './migrations/0001.sql'` gives the file's text, as the build does with its `text` loader. */
export const textHooks = {
  load(url, context, nextLoad) {
    if (!url.startsWith('file:') || !text.test(new URL(url).pathname)) return nextLoad(url, context)
    const source = `export default ${JSON.stringify(readFileSync(fileURLToPath(url), 'utf8'))}`
    return { format: 'module', source, shortCircuit: true }
  },
}
