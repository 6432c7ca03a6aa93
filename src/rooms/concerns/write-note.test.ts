import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { Missing } from '#ground/refusal'
import { refusedWith } from '#partnerships/pairs.testing'
import { testHouse } from '#testing/house'
import { limits } from './concern.ts'
import { givenSafe, raised, telling } from './concerns.testing.ts'
import { notesOf } from './desk-reads.ts'
import { writeNote } from './write-note.ts'

const house = await testHouse()
const safe = await givenSafe(house)
const { newId } = realHands

test('A note is for officers alone: who raised the concern never reads it, and the same form twice is one note.', async () => {
  const { id: concern } = await raised(house, safe.mentee.scope, telling(safe.organisation))
  const note = { concern, id: newId(), text: 'Call the clinic.' }
  for (const { scope } of [safe.officer, safe.second]) await house.writeAs(scope, (tx) => writeNote(tx, note))
  const read = (scope: typeof safe.coordinator) => house.writeAs(scope, (tx) => notesOf(tx, concern))
  assert.deepEqual(
    (await read(safe.second.scope)).map(({ text, by }) => [text, by]),
    [['Call the clinic.', safe.officer.id]],
  )
  assert.deepEqual(await read(safe.mentee.scope), [])
  await assert.rejects(
    house.writeAs(safe.mentee.scope, (tx) => writeNote(tx, { ...note, id: newId() })),
    Missing,
  )
})

test('So many notes, and no more.', async () => {
  const { id: concern } = await raised(house, null, telling(safe.organisation))
  await house.writeAs(safe.officer.scope, async (tx) => {
    for (let nth = 0; nth < limits.notesAConcernMax; nth += 1) await writeNote(tx, { concern, id: newId(), text: 'n' })
  })
  const one = house.writeAs(safe.officer.scope, (tx) => writeNote(tx, { concern, id: newId(), text: 'n' }))
  assert.equal(await refusedWith(one), 'concerns.full')
})
