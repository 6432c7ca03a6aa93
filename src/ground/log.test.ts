import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openLog } from './log.ts'

test('Whatever is logged is one line of JSON, with its time in UTC and how grave it is.', () => {
  const lines: string[] = []
  const log = openLog('info', { write: (line) => void lines.push(line) })
  const forged = 'a\r\n{"level":50,"msg":"forged"}\u2028\u001b[2J'
  log.warn({ route: forged }, forged)
  assert.equal(lines.length, 1)
  assert.match(lines[0] ?? '', /^[\x20-\x7e\u2028]*\n$/)
  const said = JSON.parse(lines[0] ?? '')
  assert.deepEqual([said.level, said.route, said.msg], [40, forged, forged])
  assert.match(said.time, /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/)
})

test('What is said for those who look for a fault is not said unless it is asked for.', () => {
  const lines: string[] = []
  openLog('info', { write: (line) => void lines.push(line) }).debug('a letter with its code')
  assert.deepEqual(lines, [])
})
