import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dueAt } from './due.ts'

const kabul = { zone: 'Asia/Kabul', restDays: [4, 5] }

test('An answer is due at the end of the second working day of the organisation, its days of rest left out.', () => {
  const monday = dueAt(Temporal.Instant.from('2026-11-23T08:00:00Z'), 2, kabul)
  assert.equal(monday.until.toString(), '2026-11-25T19:30:00Z', 'the end of Wednesday in Kabul')
  assert.equal(monday.remindAt?.toString(), '2026-11-24T08:00:00Z')
  const wednesday = dueAt(Temporal.Instant.from('2026-11-25T08:00:00Z'), 2, kabul)
  assert.equal(wednesday.until.toString(), '2026-11-29T19:30:00Z', 'Saturday and Sunday, past Thursday and Friday')
  assert.equal(wednesday.remindAt?.toString(), '2026-11-28T08:00:00Z')
})

test('Who has one working day to answer is not reminded.', () => {
  assert.equal(dueAt(Temporal.Instant.from('2026-11-23T08:00:00Z'), 1, kabul).remindAt, null)
})
