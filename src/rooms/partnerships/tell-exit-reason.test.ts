import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { accept } from './accept.ts'
import { left } from './leaving.testing.ts'
import { exitReasonsIn, ownExitReason } from './leaving-reads.ts'
import { givenProgramme, givenSide, proposed, refusedWith } from './pairs.testing.ts'
import { tellExitReason } from './tell-exit-reason.ts'

const house = await testHouse()

test('A reason is read by who gave it alone; the coordinator reads counts, in steps of five, and nothing below.', async () => {
  const programme = await givenProgramme(house)
  const counts = () => house.database.read(programme.coordinator, (db) => exitReasonsIn(db, programme.id))
  for (let nth = 1; nth <= 6; nth += 1) {
    const [mentor, mentee] = [await givenSide(house, programme, 'mentor'), await givenSide(house, programme, 'mentee')]
    const id = await proposed(house, programme, mentor, mentee)
    for (const { scope } of [mentor, mentee]) await house.writeAs(scope, (tx) => accept(tx, { partnership: id, side: null }))
    const tell = (reason: 'fit' | 'time') => house.writeAs(mentee.scope, (tx) => tellExitReason(tx, { partnership: id, reason }))
    assert.equal(await refusedWith(tell('fit')), 'partnerships.notEnded')
    await left(house, id, mentee.scope)
    await tell('fit')
    await tell('time')
    const readBy = (scope: typeof mentor.scope) => house.database.read(scope, (db) => ownExitReason(db, id))
    assert.equal(await readBy(mentee.scope), 'fit', 'the first word stands')
    for (const scope of [mentor.scope, programme.coordinator]) {
      assert.equal(await readBy(scope), undefined)
      const rows = await house.database.read(scope, (db) => db.selectFrom('partnershipExitReasons').selectAll().execute())
      assert.deepEqual(rows, [])
    }
    assert.deepEqual(await counts(), nth < 5 ? [] : [{ reason: 'fit', peopleMin: 5 }], `${nth}`)
  }
  assert.deepEqual(await house.database.read((await givenProgramme(house)).coordinator, (db) => exitReasonsIn(db, programme.id)), [])
  assert.ok(!JSON.stringify((await house.news()).map(({ facts }) => facts)).includes('"fit"'), 'no news is written of it')
})
