import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { formOf } from '#ground/form'
import { codeForm, confirmForm, minutesField } from './coaching.form.ts'

const form = formOf(z.object({ minutes: minutesField(1) }))
const read = (minutes: string) => {
  const answer = form({ minutes })
  return 'slips' in answer ? answer.slips[0]?.key : answer.input.minutes
}

test('Minutes are whole, in any digits; hours with a comma are told how to be written.', () => {
  assert.deepEqual(['45', '۴۵', '٤٥', ' 90 '].map(read), [45, 45, 45, 90])
  assert.deepEqual(['1,5', '1.5', '۱٫۵', '1:30'].map(read), Array(4).fill('slip.coaching.minutes'))
  assert.deepEqual(['0', '-5', '481', 'an hour', '', '1e2', '9007199254740993'].map(read), Array(7).fill('slip.whole'))
})

test('Another length needs its minutes, and a code its six digits.', () => {
  const meeting = '019ac000-0000-7000-8000-000000000000'
  const other = confirmForm({ id: meeting, meeting, says: 'other' })
  assert.equal('slips' in other && other.slips[0]?.field, 'minutes')
  const wrong = codeForm({ id: meeting, meeting, code: '12 34' })
  assert.equal('slips' in wrong && wrong.slips[0]?.key, 'slip.coaching.code')
})
