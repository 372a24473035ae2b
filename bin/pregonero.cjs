#!/usr/bin/env node
'use strict'
const { runPregonero } = require('../scripts/setup.cjs')

runPregonero(process.argv.slice(2))
