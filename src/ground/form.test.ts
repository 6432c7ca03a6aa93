import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { choice, formOf, id, line, maybeLine, whole } from './form.ts'

const form = formOf(z.object({ id, name: line(5), wish: maybeLine(5), places: whole(0, 50), side: choice(['mentor', 'mentee']) }))
const right = { id: '01890000-0000-7000-8000-000000000000', name: 'Amina', places: '۱۲', side: 'mentor' }
const slipsOf = (values: Record<string, string | string[]>) => {
  const read = form({ ...right, ...values })
  return 'slips' in read ? read.slips.map(({ field, key }) => `${field} ${key}`) : []
}

test('What a form lists comes out in its own type, and what it does not list is dropped.', () => {
  const read = form({ ...right, isAdministrator: 'true', organisation: 'x' })
  assert.deepEqual(read, { input: { id: right.id, name: 'Amina', wish: null, places: 12, side: 'mentor' } })
})

test('A number is whole and within its bounds, in any digits; nothing overflows into another.', () => {
  for (const places of ['51', '-1', '1.5', '1e2', '0x10', '4294967296', '9007199254740993', '9'.repeat(400), '', ' ', 'NaN', 'Infinity'])
    assert.deepEqual(slipsOf({ places }), ['places slip.whole'], places)
  for (const places of ['0', '50', ' 7 ']) assert.deepEqual(slipsOf({ places }), [], places)
})

test('A list where one thing is asked, a choice that is none and an id of another shape are slips, all named at once.', () => {
  assert.deepEqual(slipsOf({ name: ['a', 'b'], side: 'administrator', places: ['1', '2'], id: "' or 1=1 --" }), [
    'id slip.stale',
    'name slip.missing',
    'places slip.whole',
    'side slip.choose',
  ])
  assert.deepEqual(slipsOf({ name: 'Zarghuna', wish: 'too long' }), ['name slip.too-long', 'wish slip.too-long'])
})
