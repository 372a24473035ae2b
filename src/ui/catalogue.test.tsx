import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Locale } from '#kernel/words'
import { sampleFrame, samplePortalFrame } from './catalogue/frames.ts'
import { Catalogue, PortalCatalogue, SimpleCatalogue } from './catalogue.tsx'
import * as barrel from './index.ts'

const pages = (locale: Locale): [string, string][] => [
  ['desk', String(<Catalogue frame={sampleFrame(locale)} />)],
  ['portal', String(<PortalCatalogue frame={samplePortalFrame(locale)} />)],
  ['simple', String(<SimpleCatalogue setting={sampleFrame(locale)} />)],
]

test('every component of the house appears in the catalogue', () => {
  const sources = ['catalogue.tsx', ...globSync('catalogue/*.tsx', { cwd: import.meta.dirname })]
  const text = sources.map((file) => readFileSync(join(import.meta.dirname, file), 'utf8')).join('\n')
  // These make the pages that the catalogue itself is, or speak of the language.
  const frames = ['Catalogue', 'PortalCatalogue', 'SimpleCatalogue', 'Document', 'Speaking']
  const components = Object.keys(barrel).filter((name) => /^[A-Z]/.test(name) && !frames.includes(name))
  assert.ok(components.length > 60)
  assert.deepEqual(
    components.filter((name) => !new RegExp(`<${name}\\b`).test(text)),
    [],
  )
})

for (const locale of ['es', 'en'] as const) {
  for (const [name, html] of pages(locale)) {
    test(`the ${name} catalogue in ${locale} obeys the strictest content policy`, () => {
      assert.doesNotMatch(html, / style="/)
      assert.doesNotMatch(html, /<style|<script(?![^>]* src=)|\son\w+="|javascript:/)
    })

    test(`the ${name} catalogue in ${locale} says nothing empty and repeats no id`, () => {
      assert.doesNotMatch(html, /undefined|\[object|NaN|\{n\}(?![^"]*")/)
      const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id)
      assert.deepEqual(
        ids.filter((id, at) => ids.indexOf(id) !== at),
        [],
      )
    })

    test(`labels, descriptions and popovers of the ${name} catalogue in ${locale} point at something`, () => {
      const pointers = [...html.matchAll(/\s(?:for|aria-labelledby|aria-describedby|popovertarget|form)="([^"]+)"/g)]
      const missing = pointers
        .flatMap(([, ids]) => (ids ?? '').split(' '))
        .filter((id) => !html.includes(` id="${id}"`))
      assert.deepEqual(missing, [])
    })
  }
}

test('the two languages do not share their sentences', () => {
  const [es, en] = [pages('es'), pages('en')].map((each) => each.map(([, html]) => html).join(''))
  assert.match(es ?? '', /lang="es-MX"/)
  assert.match(en ?? '', /lang="en"/)
  assert.doesNotMatch(en ?? '', /Ir al contenido|Otras acciones|opcional/)
})
