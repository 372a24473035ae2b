// biome-ignore-all lint/style/useNodejsImportProtocol: an old Node does not know the node: protocol.
'use strict'
// Plain JavaScript for any Node since 12: it runs before the Node that the project asks for is there.
const crypto = require('crypto')
const fs = require('fs')
const path = require('path')

const root = path.resolve(__dirname, '..')

/** What the build is made of, as a hash of paths, times and sizes: cheap enough to ask at every start. */
function stampOfSources() {
  const hash = crypto.createHash('sha256')
  const note = (file) => {
    const { mtimeMs, size } = fs.statSync(file)
    hash.update(`${path.relative(root, file)} ${mtimeMs} ${size}\n`)
  }
  const walk = (folder) => {
    for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
      const file = path.join(folder, entry.name)
      if (entry.isDirectory()) walk(file)
      else if (!/\.test\.tsx?$/.test(entry.name)) note(file)
    }
  }
  walk(path.join(root, 'src'))
  for (const file of ['package-lock.json', 'package.json', 'scripts/build.mjs']) note(path.join(root, file))
  return hash.digest('hex')
}

module.exports = { stampOfSources }
