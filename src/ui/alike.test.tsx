import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Alike, hole } from './alike.tsx'

let drawn = 0
const Frame = ({ name, href }: { name: string; href: string }) => {
  drawn++
  return (
    <a href={href} title={name}>
      {name}
    </a>
  )
}
const page = (name: string, alternate: string) =>
  String(
    <Alike of={['test', name]} fill={alternate}>
      <Frame name={name} href={hole} />
    </Alike>,
  )

test('What pages have alike is drawn once for what it is drawn from, with the address of each in its place', () => {
  assert.equal(page('Instituto', '/en/uno'), '<a href="/en/uno" title="Instituto">Instituto</a>')
  assert.equal(page('Instituto', '/en/dos'), '<a href="/en/dos" title="Instituto">Instituto</a>')
  assert.equal(drawn, 1)
  assert.match(page('Otro', '/en/dos'), /Otro/)
  assert.equal(drawn, 2)
})

test('An address is text there too', () => {
  assert.equal(
    page('Instituto', '/en?q="><script>$&'),
    '<a href="/en?q=&quot;&gt;&lt;script&gt;$&amp;" title="Instituto">Instituto</a>',
  )
})
