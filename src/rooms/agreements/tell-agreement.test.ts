import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placeHold } from '#partnerships/place-hold'
import { givenAgreed } from '#partnerships/stages.testing'
import { testHouse } from '#testing/house'
import { signed, wrote } from './agreements.testing.ts'
import { remindSigners, tellWritten } from './tell-agreement.ts'

const house = await testHouse()
const letters = (id: string, kind: string) =>
  house.read((db) => db.selectFrom('mails').select(['recipient', 'body']).where('about', '=', id).where('kind', '=', kind).execute())

test('Who did not write is told that there is a text, once for each version, and not a word of it.', async () => {
  const { id, mentor, mentee } = await givenAgreed(house)
  await wrote(house, mentor.scope, id, 'Pomegranate')
  for (let times = 0; times < 2; times += 1) await house.write((tx) => tellWritten(tx, { subject: id, by: mentor.id, facts: { nth: 1 } }))
  const told = await letters(id, 'agreement.written')
  assert.deepEqual(
    told.map(({ recipient }) => recipient),
    [mentee.id],
  )
  assert.ok(!told[0]?.body.includes('Pomegranate'))
})

test('Who has not signed is reminded after three days and after a week, never again; nobody whose partnership rests.', async () => {
  house.setNow('2026-11-23T08:00:00Z')
  const [pair, resting] = [await givenAgreed(house), await givenAgreed(house)]
  const version = await wrote(house, pair.mentor.scope, pair.id, 'To speak')
  await wrote(house, resting.mentor.scope, resting.id, 'To rest')
  await signed(house, pair.mentor.scope, pair.id, version)
  await house.write((tx) => placeHold(tx, { id: tx.newId(), partnership: resting.id, kind: 'paused', until: null }))
  const remindedOn = async (instant: string) => {
    house.setNow(instant)
    await house.write(remindSigners)
    return (await letters(pair.id, 'agreement.waits')).map(({ recipient }) => recipient)
  }
  assert.deepEqual(await remindedOn('2026-11-25T08:00:00Z'), [])
  assert.deepEqual(await remindedOn('2026-11-26T08:00:00Z'), [pair.mentee.id])
  assert.equal((await remindedOn('2026-11-30T08:00:00Z')).length, 2)
  assert.equal((await remindedOn('2026-12-20T08:00:00Z')).length, 2)
  assert.deepEqual(await letters(resting.id, 'agreement.waits'), [])
})
