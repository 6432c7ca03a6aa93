import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSheet } from './sheet.ts'

const read = (text: string) => readSheet(new Uint8Array(Buffer.from(text)), 'people.csv')

test('100,000 rows are read within three seconds; one more is refused.', async () => {
  const row = '"Ana, María",ana@example.org,Turin,"says ""hello""",5,6,7,8,9,10\n'
  const began = performance.now()
  const { rows } = await read(`a,b,c,d,e,f,g,h,i,j\n${row.repeat(100_000)}`)
  assert.equal(rows.length, 100_000)
  assert.ok(performance.now() - began < 3_000, `${performance.now() - began} ms`)
  await assert.rejects(read(`a,b\n${'x,y\n'.repeat(100_001)}`), { reason: 'sheet.rows' })
})

test('Files made to be slow are not: a quote on each line, one line of commas, ten million short lines.', async () => {
  const began = performance.now()
  const { rows } = await read(`a,b\n${'x,"y\n'.repeat(90_000)}`)
  assert.ok(rows.every(({ trouble }) => trouble?.key === 'slip.sheet.quote') && rows.length === 90_000)
  await assert.rejects(read(','.repeat(10_000_000)), { reason: 'sheet.empty' })
  await assert.rejects(read(`"q"${',a'.repeat(5_000_000)}`), { reason: 'sheet.columns' })
  await assert.rejects(read('a\n'.repeat(10_000_000)), { reason: 'sheet.rows' })
  await assert.rejects(read('\n'.repeat(20_000_000)), { reason: 'sheet.empty' })
  assert.ok(performance.now() - began < 8_000, `${performance.now() - began} ms`)
})
