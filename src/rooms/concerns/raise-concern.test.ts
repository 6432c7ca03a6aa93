import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { signInScope } from '#ground/db'
import { refusedWith } from '#partnerships/pairs.testing'
import { givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { limits } from './concern.ts'
import { givenOfficer, givenSafe, raised, telling } from './concerns.testing.ts'
import { asidesOf, concernToAnswer, deskOf, pairsIn } from './desk-reads.ts'
import { raiseConcern } from './raise-concern.ts'
import { officersOf } from './reads.ts'

const house = await testHouse()
const safe = await givenSafe(house)
const { organisation, officer, mentee } = safe

test('A concern raised by name is read by the officers: who, what, about which pair, and by when in the organisation’s week.', async () => {
  const told = await raised(house, mentee.scope, telling(organisation, { severity: 'concern', partnership: safe.id, reach: 'noon' }))
  const read = await house.writeAs(officer.scope, (tx) => concernToAnswer(tx, told.id))
  assert.deepEqual([read.raiser, read.what, read.reach, read.programme], [mentee.id, 'He shouts.', 'noon', safe.programme.id])
  // Monday in Kabul; Thursday and Friday are rest, so the third working day is Saturday, which ends at 19:30 UTC.
  assert.equal(read.dueAt.toString(), '2026-11-28T19:30:00Z')
  const pairs = await house.writeAs(officer.scope, (tx) => pairsIn(tx, told.id))
  assert.deepEqual(
    pairs.map(({ partnership, underWay }) => [partnership, underWay]),
    [[safe.id, true]],
  )
})

test('A partnership that is not the asker’s is as if none had been chosen.', async () => {
  const other = await givenPerson(house, organisation)
  for (const partnership of [safe.id, realHands.newId()]) {
    const told = await raised(house, other.scope, telling(organisation, { partnership }))
    assert.deepEqual(await house.writeAs(officer.scope, (tx) => pairsIn(tx, told.id)), [])
    assert.equal((await house.writeAs(officer.scope, (tx) => concernToAnswer(tx, told.id))).programme, null)
  }
})

test('The same form twice, and eight times at once, is one concern; with other words it is refused, and what came first stays.', async () => {
  const told = telling(organisation, { anonymous: true })
  await Promise.all(Array.from({ length: 8 }, () => raised(house, null, told)))
  await raised(house, null, told)
  assert.equal((await house.news('concern.raised')).filter(({ subject }) => subject === told.id).length, 1)
  assert.equal(await refusedWith(raised(house, null, { ...told, what: 'Something else.' })), 'concerns.sentAlready')
  assert.equal(await refusedWith(raised(house, null, { ...told, id: realHands.newId() })), 'concerns.sentAlready')
  assert.equal(await refusedWith(raised(house, null, { ...told, reference: realHands.newSecret() })), 'concerns.sentAlready')
  assert.equal((await house.writeAs(officer.scope, (tx) => concernToAnswer(tx, told.id))).what, 'He shouts.')
})

test('Only officers are set aside; whoever is, does not read it, and the others do.', async () => {
  const second = safe.second.id
  const told = await raised(house, null, telling(organisation, { asides: [second, second, mentee.id, realHands.newId()] }))
  assert.deepEqual(await house.writeAs(officer.scope, (tx) => asidesOf(tx, told.id)), [second])
  const desk = await house.writeAs(safe.second.scope, (tx) => deskOf(tx, { ended: false, page: 1 }))
  assert.ok(desk.length > 0 && desk.every(({ id }) => id !== told.id))
})

test('Not signed in, one says which organisation; an unknown one is refused by name, and the only one needs no saying.', async () => {
  assert.equal((await house.read((db) => officersOf(db, organisation))).length, 2)
  const alone = await raised(house, null, telling(null))
  assert.equal((await house.read((db) => db.selectFrom('concerns').select('organisation').where('id', '=', alone.id).execute())).length, 1)
  await givenOrganisation(house, 'Elsewhere')
  for (const chosen of [null, realHands.newId()]) {
    assert.equal(await refusedWith(raised(house, null, telling(chosen))), 'concerns.whichOrganisation')
  }
})

test('So many an hour come from one network, and no more; the next hour is new, and other networks are not touched.', async () => {
  const network = 'a crowded one'
  house.setNow('2026-11-25T08:00:00Z')
  for (let nth = 0; nth < limits.concernsAnHourANetworkMax; nth += 1) await raised(house, null, telling(organisation, { network }))
  assert.equal(await refusedWith(raised(house, null, telling(organisation, { network }))), 'concerns.network')
  await raised(house, null, telling(organisation))
  house.setNow('2026-11-25T09:00:00Z')
  await raised(house, null, telling(organisation, { network }))
})

test('A house that is flooded takes no more for the hour, from whatever network.', async () => {
  house.setNow('2026-11-27T08:00:00Z')
  await house.writeAs(signInScope, async (tx) => {
    const row = { organisation, severity: 'concern', raisedAt: tx.now, dueAt: tx.now.add({ hours: 9 }) }
    const rows = Array.from({ length: limits.concernsAnHourMax }, () => ({ ...row, id: tx.newId() }))
    await tx.insertInto('concerns').values(rows).execute()
  })
  assert.equal(await refusedWith(house.writeAs(signInScope, (tx) => raiseConcern(tx, telling(organisation)))), 'concerns.house')
  house.setNow('2026-11-27T09:00:01Z')
  await raised(house, null, telling(organisation))
})

test('Once a concern is there nobody adds to what was told: not who is aside, not a pair, not a second telling.', async () => {
  const told = await raised(house, null, telling(organisation))
  await givenOfficer(house, organisation)
  for (const scope of [signInScope, mentee.scope, officer.scope, safe.administrator.scope]) {
    const aside = house.writeAs(scope, (tx) => tx.insertInto('concernAsides').values({ concern: told.id, person: officer.id }).execute())
    await assert.rejects(aside, /row-level security/)
    const pair = { concern: told.id, partnership: safe.id, at: house.now(), by: null }
    await assert.rejects(
      house.writeAs(scope, (tx) => tx.insertInto('concernPairs').values(pair).execute()),
      /row-level security/,
    )
  }
})
