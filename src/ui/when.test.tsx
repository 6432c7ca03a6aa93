import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayTo } from '#ground/words'
import { Ago, Day, When } from './when.tsx'

const say = sayTo({ language: 'en', calendar: 'persian', zone: 'Asia/Kabul' })
const at = Temporal.Instant.from('2026-11-22T20:00:30Z')

test('A moment is in the reader’s own words, and exact for machines and on hover.', () => {
  const exact = '<time datetime="2026-11-22T20:00:30Z" title="2026-11-22 20:00 UTC">'
  assert.equal(String(<When say={say} at={at} />), `${exact}Monday 2 Qaws 1405, 00:30</time>`)
  assert.equal(String(<When say={say} at={at} day />), `${exact}2 Qaws 1405</time>`)
  assert.equal(String(<Ago say={say} at={at} now={at.add({ hours: 72 })} />), `${exact}3 days ago</time>`)
})

test('A day has no zone.', () => {
  const date = Temporal.PlainDate.from('2026-11-23')
  assert.equal(String(<Day say={say} date={date} weekday />), '<time datetime="2026-11-23">Monday 2 Qaws 1405</time>')
})
