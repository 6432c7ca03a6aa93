import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readProgrammeFile } from './programme-file.ts'

const session = {
  code: 'S1',
  business: 'B1',
  coach: 'C1',
  date: '2026-06-20',
  mode: 'phone',
  plannedMinutes: 60,
  actualMinutes: 60,
  status: 'completed',
}
const baseline = { monthlySalesAfn: 60_000, monthlyProfitAfn: -500, workers: 2, workersWomen: 1, practiceScore: 8 }
const small = {
  programme: { code: 'P', name: 'Pilot', start: { date: '2026-03-21' }, end: '2027-03-20', timezone: 'Asia/Kabul' },
  organisations: [{ code: 'D', name: 'Donor' }],
  coaches: [{ code: 'C1', fullName: 'Shukria' }],
  businesses: [{ code: 'B1', sector: 'Tailoring', owner: 'Zahra', coach: 'C1', baseline }],
  bank: {
    ...{ code: 'HB', ledgerCurrency: 'AFN', quantumMinor: 100, residualSource: 'client', incrementMinutes: 15, minimumMinutes: 15 },
    ...{ ratePerHourAfn: 1200, allotmentMinutesPerBusiness: 1200, pledges: [], receipts: [] },
    costShare: [
      { source: 'D', bp: 9000 },
      { source: 'client', bp: 1000 },
    ],
  },
  sessions: [session],
}
const faults = (facts: object) => {
  const read = readProgrammeFile(JSON.stringify({ ...small, ...facts }))
  return 'faults' in read ? read.faults.map(({ row, says }) => `${row}: ${says}`) : []
}

test('A file is read whole, its days as days.', () => {
  const read = readProgrammeFile(JSON.stringify(small))
  assert.ok('file' in read)
  assert.equal(String(read.file.programme.start), '2026-03-21')
})

test('One bad meeting among many is named by its code, and so is every other fault at once.', () => {
  const bad = [
    { ...session, code: 'S2', business: 'B9' },
    { ...session, code: 'S3', actualMinutes: 0 },
    { ...session, code: 'S4', plannedMinutes: 50 },
  ]
  assert.deepEqual(faults({ sessions: [session, session, ...bad] }), [
    'sessions S1: stands twice',
    'sessions S2: no business is B9',
    'sessions S3: was held for no minutes',
    'sessions S4: 50 minutes are no steps of 15',
  ])
  assert.match(faults({ sessions: [{ ...session, date: '2026-02-30' }] }).join(), /sessions S1, date: is no day/)
  assert.match(faults({ sessions: [{ ...session, actualMinutes: 1.5 }] }).join(), /sessions S1, actualMinutes/)
})

test('Shares that do not add up, and what is no JSON, are named.', () => {
  assert.deepEqual(faults({ bank: { ...small.bank, costShare: [{ source: 'D', bp: 9000 }] } }), ['bank HB: its shares add up to 90%'])
  assert.deepEqual(readProgrammeFile('{'), { faults: [{ row: 'the file', says: 'is no JSON' }] })
})
