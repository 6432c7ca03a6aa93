import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readWall, wallOrAfter } from './wall-time.ts'

const local = (text: string) => Temporal.PlainDateTime.from(text)
const at = (text: string, zone: string) => {
  const read = readWall(local(text), zone)
  return 'wall' in read ? `${read.wall.at}${read.twice ? ' twice' : ''}` : `gap ${read.gap.join(' ')}`
}

test('A time on the wall means one instant: beside UTC, half and quarter hours off, over the date line.', () => {
  assert.equal(at('2026-11-24T10:00', 'UTC'), '2026-11-24T10:00:00Z')
  assert.equal(at('2026-11-24T10:00', 'Asia/Kabul'), '2026-11-24T05:30:00Z')
  assert.equal(at('2026-11-24T10:00', 'Asia/Kathmandu'), '2026-11-24T04:15:00Z')
  assert.equal(at('2026-11-24T10:00', 'Pacific/Kiritimati'), '2026-11-23T20:00:00Z')
  assert.equal(at('2026-11-24T10:00', 'Pacific/Pago_Pago'), '2026-11-24T21:00:00Z')
})

test('In the spring gap there is no such time, and the nearest that exist are named; in autumn the first of the two is meant.', () => {
  assert.equal(at('2027-03-28T02:30', 'Europe/Rome'), 'gap 2027-03-28T01:30:00 2027-03-28T03:30:00')
  assert.equal(at('2026-10-25T02:30', 'Europe/Rome'), '2026-10-25T00:30:00Z twice')
  assert.equal(at('2026-10-25T03:30', 'Europe/Rome'), '2026-10-25T02:30:00Z')
})

test('A rhythm that comes upon the gap meets after it, and says so.', () => {
  const { local: after, isShifted } = wallOrAfter(local('2027-03-28T02:30'), 'Europe/Rome')
  assert.deepEqual([after.toString(), isShifted], ['2027-03-28T03:30:00', true])
  assert.equal(wallOrAfter(local('2027-03-28T12:00'), 'Europe/Rome').isShifted, false)
})

test('What exists reads back as it was written, in every zone, on every day of the year.', () => {
  const zones = [
    'Europe/Rome',
    'Asia/Kabul',
    'Asia/Kathmandu',
    'America/New_York',
    'Australia/Lord_Howe',
    'Pacific/Chatham',
    'Africa/Casablanca',
  ]
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.nat(366), fc.nat(1_439), (zone, day, minute) => {
      const said = local('2026-01-01T00:00').add({ days: day, minutes: minute })
      const read = readWall(said, zone)
      if ('gap' in read) return read.gap.every((one) => !one.equals(said))
      return read.wall.at.toZonedDateTimeISO(zone).toPlainDateTime().equals(said)
    }),
  )
})
