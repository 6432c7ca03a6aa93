import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askedMoves, askerMoves, stageOf, stateOf } from './ask.ts'

const at = (text: string) => Temporal.Instant.from(text)

test('An ask is a draft until it is sent, and over once it has an end; only a yes answers it.', () => {
  assert.equal(stateOf(false, null), 'draft')
  assert.equal(stateOf(true, null), 'asking')
  assert.equal(stateOf(true, 'answered'), 'answered')
  for (const end of ['nobody', 'taken-back', 'left'] as const) assert.equal(stateOf(true, end), 'over')
})

test('What is sent is changed no more; what is answered is not taken back; nothing leads out of an end.', () => {
  assert.deepEqual(askerMoves.asking, { change: 'asks.sent', send: 'done', takeBack: 'do' })
  assert.equal(askerMoves.answered.takeBack, 'asks.answered')
  assert.deepEqual(Object.values(askerMoves.over).includes('do'), false)
})

test('An answer is given while the ask is open and before its last moment, and never changed.', () => {
  const until = at('2026-11-25T19:30:00Z')
  assert.equal(stageOf(null, true, until, at('2026-11-25T19:29:59Z')), 'open')
  assert.equal(stageOf(null, true, until, until), 'past')
  assert.equal(stageOf(null, false, until, at('2026-11-24T00:00:00Z')), 'past')
  assert.equal(stageOf('no', false, until, at('2026-11-24T00:00:00Z')), 'saidNo')
  assert.deepEqual(askedMoves.saidYes, { yes: 'done', no: 'asks.saidYes' })
  assert.deepEqual(askedMoves.saidNo, { yes: 'asks.saidNo', no: 'done' })
  assert.deepEqual(askedMoves.past, { yes: 'asks.past', no: 'asks.past' })
})
