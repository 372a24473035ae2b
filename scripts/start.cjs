'use strict'
const { root, runPregonero } = require('./setup.cjs')

runPregonero(['start'].concat(process.argv.slice(2)), { cwd: root })
