import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenParticulars } from './businesses.testing.ts'
import { checked } from './eligibility.ts'

const today = Temporal.PlainDate.from('2026-11-23')
const day = (text: string) => Temporal.PlainDate.from(text)
type Facts = Parameters<typeof givenParticulars>[0]
const broken = (facts: Facts, more: { toldOn?: Temporal.PlainDate; alike?: { code: string; same: boolean | null }[] } = {}) =>
  checked({ business: givenParticulars(facts), toldOn: today, alike: [], today, ...more }).flatMap(({ fails }) => (fails ? [fails] : []))
const reasons = (...asked: Parameters<typeof broken>) => broken(...asked).map(({ why }) => why)

test('A young business of grown, trained owners without other public money or ties to a coach meets every check.', () => {
  assert.deepEqual(broken({}), [])
})

test('Each check fails by itself, and says why.', () => {
  assert.deepEqual(broken({ owners: [{ person: null, name: 'Zahra', adult: false }] }), [{ why: 'adult', facts: { count: 1 } }])
  assert.deepEqual(reasons({ otherSupport: true }), ['no-other-support'])
  assert.deepEqual(reasons({ tied: true }), ['not-tied'])
  assert.deepEqual(reasons({ trainings: [] }), ['trained'])
})

test('It is young for thirty-six months from its start, and may begin within three months.', () => {
  assert.deepEqual(broken({ startedOn: day('2023-10-01') }), [{ why: 'young', facts: { months: 37, max: 36 } }])
  assert.deepEqual(broken({ startedOn: day('2023-11-01') }), [], 'thirty-six months are still young')
  assert.deepEqual(broken({ startedOn: day('2027-02-01') }), [])
  assert.deepEqual(reasons({ startedOn: day('2027-03-01') }), ['begins-late'])
})

test('Who said "not yet" has three months from then.', () => {
  assert.deepEqual(broken({ startedOn: null }, { toldOn: day('2026-08-23') }), [])
  assert.deepEqual(reasons({ startedOn: null }, { toldOn: day('2026-08-22') }), ['not-begun'])
})

test('A likeness counts until a person says that it is another business.', () => {
  const alike = (...said: (boolean | null)[]) => said.map((same, at) => ({ code: `B0${at}`, same }))
  assert.deepEqual(broken({}, { alike: alike(false, null) }), [{ why: 'perhaps-double', facts: { count: 1 } }])
  assert.deepEqual(broken({}, { alike: alike(null, true) }), [{ why: 'double', facts: { code: 'B01' } }])
  assert.deepEqual(broken({}, { alike: alike(false, false) }), [])
})
