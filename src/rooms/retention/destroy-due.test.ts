import assert from 'node:assert/strict'
import { test } from 'node:test'
import { endPartnership } from '#partnerships/end-partnership'
import { placeHold } from '#partnerships/place-hold'
import { givenUnderWay } from '#partnerships/stages.testing'
import { testHouse } from '#testing/house'
import { destroyDue } from './destroy-due.ts'
import { givenWords } from './retention.testing.ts'
import { tellDue } from './tell-due.ts'

const house = await testHouse()

async function givenEnded() {
  house.setNow('2026-11-23T08:00:00Z')
  const pair = await givenUnderWay(house)
  const read = await givenWords(house, pair)
  await house.write((tx) => endPartnership(tx, { partnership: pair.id, reason: 'no-fault' }))
  return { pair, read }
}
const lettersTo = (people: readonly string[]) =>
  house.read((db) =>
    db.selectFrom('mails').select(['recipient', 'body']).where('kind', '=', 'texts.ending').where('recipient', 'in', people).execute(),
  )

test('What a pair wrote is kept for the months of its pathway, and then nobody can read it again.', async () => {
  const { pair, read } = await givenEnded()
  house.setNow('2027-11-23T07:59:00Z')
  await house.write(destroyDue)
  assert.equal(await read(), 'a secret')

  house.setNow('2027-11-23T08:00:00Z')
  await house.write(destroyDue)
  await house.write(destroyDue)
  assert.equal(await read(), null)
  const [news, ...more] = (await house.news('key.destroyed')).filter(({ subject }) => subject === pair.id)
  assert.deepEqual([news?.facts, more], [{ kind: 'partnership', why: 'kept-long-enough' }, []])
})

test('Both are told a month before, once, and the letter quotes nothing.', async () => {
  const { pair } = await givenEnded()
  const people = [pair.mentor.id, pair.mentee.id]
  house.setNow('2027-10-23T08:00:00Z')
  await house.write(tellDue)
  assert.deepEqual(await lettersTo(people), [])

  house.setNow('2027-10-24T08:00:00Z')
  await house.write(tellDue)
  house.setNow('2027-10-25T08:00:00Z')
  await house.write(tellDue)
  const letters = await lettersTo(people)
  assert.deepEqual(letters.map(({ recipient }) => recipient).sort(), people.sort())
  for (const { body } of letters) {
    assert.match(body, /is kept until Tuesday,? 23 November|is kept until/)
    assert.ok(!body.includes('a secret'))
  }
})

test('What may be evidence is not destroyed: a safeguarding hold keeps it.', async () => {
  house.setNow('2026-11-23T08:00:00Z')
  const pair = await givenUnderWay(house)
  const read = await givenWords(house, pair)
  await house.write((tx) => placeHold(tx, { id: tx.newId(), partnership: pair.id, kind: 'safeguarding', until: null }))
  await house.write((tx) => endPartnership(tx, { partnership: pair.id, reason: 'safeguarding' }))
  house.setNow('2028-01-01T08:00:00Z')
  await house.write(destroyDue)
  assert.equal(await read(), 'a secret')
})

test('Only the house asks which texts end, and who is to be erased.', async () => {
  const { pair } = await givenEnded()
  for (const { scope } of [pair.mentor, { scope: pair.programme.coordinator }]) {
    await assert.rejects(house.writeAs(scope, destroyDue), /only the house/)
  }
})
