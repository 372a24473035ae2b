// biome-ignore-all lint/style/useNodejsImportProtocol: an old Node does not know the node: protocol.
'use strict'
const path = require('path')
const { become, findNode, install, root } = require('./setup.cjs')

install(true)
become(findNode(), [path.join(root, 'scripts', 'watch.mjs')].concat(process.argv.slice(2)), { cwd: root })
