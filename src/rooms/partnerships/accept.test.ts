import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Missing } from '#ground/refusal'
import { coordinating, givenKeeper, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { onServer } from '#testing/server'
import { accept } from './accept.ts'
import { closeFull } from './close-full.ts'
import { decline } from './decline.ts'
import { endPartnership } from './end-partnership.ts'
import { partnershipInvariants } from './figures.ts'
import { endOf, type GivenSide, givenPair, givenProgramme, givenSide, proposed, refusedWith, withdrawn } from './pairs.testing.ts'
import { findPartnership } from './reads.ts'

const house = await testHouse()
const yes = (who: { scope: GivenSide['scope'] }, partnership: string, side: 'mentor' | 'mentee' | null = null) =>
  house.writeAs(who.scope, (tx) => accept(tx, { partnership, side }))
const answersTo = (partnership: string) =>
  house.read((db) => db.selectFrom('partnershipAnswers').selectAll().where('partnership', '=', partnership).orderBy('side').execute())
const kindsOf = async (id: string) => (await house.news()).filter(({ subject }) => subject === id).map(({ kind }) => kind)

test('It takes both: one yes waits, the second makes it a partnership; the same yes again changes nothing.', async () => {
  const { id, mentor, mentee } = await givenPair(house)
  await yes(mentee, id)
  await yes(mentee, id)
  assert.equal((await house.read((db) => findPartnership(db, id)))?.isAgreed, false)
  await yes(mentor, id)
  await yes(mentor, id)
  assert.equal((await house.read((db) => findPartnership(db, id)))?.isAgreed, true)
  const answered = ['partnership.proposed', 'partnership.accepted', 'partnership.accepted', 'partnership.agreed']
  assert.deepEqual(await kindsOf(id), [...answered, 'stage.entered', 'milestone.reached'])
})

test('Both at the same moment agree once; the same yes sent eight times at once is one.', async () => {
  const { id, mentor, mentee } = await givenPair(house)
  await Promise.all([1, 2, 3, 4].flatMap(() => [yes(mentor, id), yes(mentee, id)]))
  assert.equal((await answersTo(id)).length, 2)
  assert.equal((await kindsOf(id)).filter((kind) => kind === 'partnership.agreed').length, 1)
})

test('A yes to what is over is refused in the same neutral words, whatever ended it.', async () => {
  const ends = [
    async ({ id, mentor }: { id: string; mentor: GivenSide }) =>
      house.writeAs(mentor.scope, (tx) => decline(tx, { partnership: id, side: null })),
    ...(['unanswered', 'withdrawn', 'no-place'] as const).map(
      (reason) =>
        async ({ id }: { id: string }) =>
          house.write((tx) => endPartnership(tx, { partnership: id, reason })),
    ),
  ]
  for (const end of ends) {
    const pair = await givenPair(house)
    await end(pair)
    assert.equal(await refusedWith(yes(pair.mentee, pair.id)), 'partnerships.over')
  }
})

test('The coordinator writes down a yes told by telephone, and who wrote it is kept; a second coordinator changes nothing.', async () => {
  const { id, programme, mentor } = await givenPair(house)
  const other = coordinating(await givenKeeper(house, programme.organisation), programme.id)
  await yes({ scope: programme.coordinator }, id, 'mentor')
  await yes({ scope: other }, id, 'mentor')
  await yes(mentor, id)
  const rows = await answersTo(id)
  assert.deepEqual(
    rows.map(({ side, by }) => [side, by]),
    [['mentor', programme.keeper.id]],
  )
})

test('Nobody answers for somebody else: no partner, no stranger, no coordinator for the other side of their own pair.', async () => {
  const { id, programme, mentor } = await givenPair(house)
  const stranger = await givenPerson(house, programme.organisation)
  await assert.rejects(yes(mentor, id, 'mentee'), Missing)
  await assert.rejects(yes(stranger, id), Missing)
  await assert.rejects(yes({ scope: programme.coordinator }, id), Missing, 'a coordinator names the side')
  const asMentor = await givenSide(house, programme, 'mentor', { person: programme.keeper })
  const mentee = await givenSide(house, programme, 'mentee')
  const own = await proposed(house, programme, asMentor, mentee)
  await assert.rejects(yes({ scope: programme.coordinator }, own, 'mentee'), Missing)
  await yes({ scope: programme.coordinator }, own)
})

test('Who left the programme says yes to nobody.', async () => {
  const { id, mentor } = await givenPair(house)
  await withdrawn(house, mentor)
  assert.equal(await refusedWith(yes(mentor, id)), 'partnerships.left')
})

async function lastPlace(pairs: number) {
  const programme = await givenProgramme(house)
  const mentor = await givenSide(house, programme, 'mentor', { capacity: pairs })
  const ids: string[] = []
  for (let n = 0; n < pairs; n++) ids.push(await proposed(house, programme, mentor, await givenSide(house, programme, 'mentee')))
  await house.write((tx) => tx.updateTable('enrolments').set({ capacity: 1 }).where('id', '=', mentor.enrolment).execute())
  return { programme, mentor, ids }
}

test('Of 32 acceptances of the last place at once, exactly one is kept; the others end for want of a place.', {
  timeout: 60_000,
}, async () => {
  const { mentor, ids } = await lastPlace(32)
  const tries = await Promise.allSettled(ids.map((id) => yes(mentor, id)))
  assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1)
  for (const one of tries) if (one.status === 'rejected') assert.equal(one.reason.reason, 'partnerships.full')
  const kept = ids[tries.findIndex(({ status }) => status === 'fulfilled')] ?? ''
  await house.write((tx) => closeFull(tx, { subject: kept }))
  const ends = await Promise.all(ids.map((id) => endOf(house, id)))
  assert.equal(ends.filter((reason) => reason === 'no-place').length, 31)
  assert.equal(await endOf(house, kept), undefined)
})

test('The database alone holds the last place, against 32 who write past the verb.', { timeout: 60_000 }, async () => {
  const { mentor, ids } = await lastPlace(32)
  const tries = await Promise.allSettled(
    ids.map((partnership) =>
      house.write((tx) =>
        tx
          .insertInto('partnershipAnswers')
          .values({ partnership, side: 'mentor', answer: 'accepted', at: tx.now, by: mentor.id })
          .execute(),
      ),
    ),
  )
  assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1)
  for (const one of tries) if (one.status === 'rejected') assert.equal(one.reason.constraint, 'partnership_capacity')
})

test('A yes and a no at the same moment: one of them is kept, and never a yes after the end.', async () => {
  for (let n = 0; n < 8; n++) {
    const { id, mentor, mentee } = await givenPair(house)
    const no = house.writeAs(mentor.scope, (tx) => decline(tx, { partnership: id, side: null }))
    const [, said] = await Promise.allSettled([no, yes(mentee, id)])
    if (said.status === 'rejected') assert.equal(said.reason.reason, 'partnerships.over')
    assert.equal(await endOf(house, id), 'declined')
  }
})

test('After all this, every rule of partnerships holds in the database.', async () => {
  await onServer(async (client) => {
    for (const { says, breaks } of partnershipInvariants) assert.deepEqual((await client.query(breaks)).rows, [], says)
  }, house.databaseName)
})
