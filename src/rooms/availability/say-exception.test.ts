import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { testHouse } from '#testing/house'
import { exceptionsOf } from './hours-reads.ts'
import { day, givenInKabul, named } from './own.testing.ts'
import { type SayException, sayException } from './say-exception.ts'

const house = await testHouse()
const away = (from: string, to = from): SayException => ({ id: realHands.newId(), from: day(from), to: day(to), hours: null })

test('Days away and extra hours are kept in order; the same form twice is one.', async () => {
  const { id: person, scope } = await givenInKabul(house)
  const say = (said: SayException) => house.writeAs(scope, (tx) => sayException(tx, said))
  const absence = away('2026-12-01', '2026-12-05')
  await say(absence)
  await say(absence)
  const hours = [
    { from: 540, to: 720 },
    { from: 1_200, to: 1_440 },
  ]
  await say({ ...away('2026-11-23'), hours })
  const kept = await house.database.read(scope, (db) => exceptionsOf(db, person, day('2026-11-23')))
  assert.deepEqual(
    kept.map(({ kind, from, to, fromMinutes, toMinutes }) => [kind, `${from} ${to}`, fromMinutes, toMinutes]),
    [
      ['extra', '2026-11-23 2026-11-23', 540, 720],
      ['extra', '2026-11-23 2026-11-23', 1_200, 1_440],
      ['away', '2026-12-01 2026-12-05', null, null],
    ],
  )
  assert.equal((await house.news('hours-exception.said')).length, 2)
})

test('What is over, too far ahead, too long or too much is refused; today where one lives is not over.', async () => {
  const { scope } = await givenInKabul(house)
  const say = (said: SayException) => house.writeAs(scope, (tx) => sayException(tx, said))
  await say(away('2026-11-20', '2026-11-23'))
  await assert.rejects(say(away('2026-11-22')), named('availability.dayPast'))
  await assert.rejects(say(away('2029-11-22')), named('availability.dayFar'))
  await assert.rejects(say(away('2026-11-23', '2028-01-01')), named('availability.daysMany'))
  for (let nth = 1; nth < 100; nth += 1) await say(away('2026-12-01'))
  await assert.rejects(say(away('2026-12-02')), named('availability.exceptionsMany'))
})

test('Nobody reads another one’s exceptions, not the organisation either.', async () => {
  const [one, other] = [await givenInKabul(house), await givenInKabul(house)]
  await house.writeAs(one.scope, (tx) => sayException(tx, away('2026-12-01')))
  const keeper = { ...other.scope, organisations: [one.organisation] }
  for (const scope of [other.scope, keeper]) {
    assert.deepEqual(await house.database.read(scope, (db) => exceptionsOf(db, one.id, day('2026-11-23'))), [])
  }
})
