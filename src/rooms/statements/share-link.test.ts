import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { signInScope } from '#ground/db'
import { afghani, day, fund, givenBank, givenHolder, reserved } from '#hours/hours.testing'
import { spend } from '#hours/spend'
import { testHouse } from '#testing/house'
import { linksOf, meetingsByLink, sumsByLink, trailByLink } from './link-reads.ts'
import { endLink, shareLink } from './share-link.ts'
import { insertLink } from './writes.ts'

const house = await testHouse()
const { newId, newSecret } = realHands
const anybody = <T>(work: Parameters<typeof house.database.read<T>>[1]) => house.database.read(signInScope, work)

async function shared(days = 30) {
  const given = await givenBank(house)
  await fund(house, given, { donor: 9_000, chamber: 9_000 })
  const { holder } = await givenHolder(house, given)
  const { id } = await reserved(house, given, holder)
  await house.writeAs(given.coordinator, (tx) =>
    spend(tx, { id: newId(), reservation: id, minutes: 60, day: day('2026-06-20'), coach: newId() }),
  )
  const link = { id: newId(), funder: given.donor.id, token: newSecret(), days }
  for (const _twice of [1, 2]) await house.writeAs(given.coordinator, (tx) => shareLink(tx, link))
  return { given, holder, link }
}

test('By its link a funder sees its own part of each hour, without signing in, and nobody’s name.', async () => {
  const { given, holder, link } = await shared()
  const sums = await anybody((db) => sumsByLink(db, link.token))
  assert.deepEqual(
    [sums?.name, sums?.spent, sums?.cost, sums?.minutes, sums?.businesses],
    ['Nordlys', afghani(840), afghani(1_200), 60n, 1n],
  )
  const [meeting] = await anybody((db) => meetingsByLink(db, link.token, { skip: 0, rowsMax: 10 }))
  assert.deepEqual([meeting?.part, meeting?.cost], [afghani(840), afghani(1_200)])
  assert.match(meeting?.business ?? '', /^[0-9A-F]{6}$/)
  assert.ok(!holder.toUpperCase().includes(meeting?.business ?? ''))
  const trail = await anybody((db) => trailByLink(db, link.token, meeting?.entry ?? ''))
  assert.deepEqual(
    trail.map(({ kind, reserved: held, spent }) => [kind, held, spent]),
    [
      ['reserve', afghani(840), 0n],
      ['spend', afghani(-840), afghani(840)],
    ],
  )
  assert.equal((await house.read((db) => linksOf(db, given.donor.id, 10))).length, 1, 'the same form twice is one link')
})

test('Another secret, an ended link and one whose days are over open nothing; another bank’s meeting is not there.', async () => {
  const [{ given, link }, other] = [await shared(), await shared()]
  assert.equal(await anybody((db) => sumsByLink(db, newSecret())), undefined)
  const [theirs] = await anybody((db) => meetingsByLink(db, other.link.token, { skip: 0, rowsMax: 1 }))
  assert.deepEqual(await anybody((db) => trailByLink(db, link.token, theirs?.entry ?? '')), [])
  await house.writeAs(given.coordinator, (tx) => endLink(tx, { link: link.id }))
  assert.equal(await anybody((db) => sumsByLink(db, link.token)), undefined)
  house.setNow(
    house
      .now()
      .add({ hours: 24 * 31 })
      .toString(),
  )
  assert.equal(await anybody((db) => sumsByLink(db, other.link.token)), undefined)
})

test('Who does not coordinate the bank makes and ends no link.', async () => {
  const [{ link }, other] = [await shared(), await shared()]
  const asOther = <T>(work: Parameters<typeof house.writeAs<T>>[1]) => house.writeAs(other.given.coordinator, work)
  await assert.rejects(
    asOther((tx) => shareLink(tx, { ...link, id: newId(), token: newSecret() })),
    { name: 'Missing' },
  )
  await assert.rejects(
    asOther((tx) => endLink(tx, { link: link.id })),
    { name: 'Missing' },
  )
})

test('No link lasts longer than 400 days: the verb shortens it, and the database takes no longer one.', async () => {
  const { given } = await shared(9_999)
  const [link] = await house.read((db) => linksOf(db, given.donor.id, 1))
  assert.equal(link?.until.since(link.at).total('hours'), 400 * 24)
  const longer = { id: newId(), funder: given.donor.id, tokenHash: new Uint8Array(32), until: house.now().add({ hours: 9_601 }) }
  await assert.rejects(
    house.writeAs(given.coordinator, (tx) => insertLink(tx, { ...longer, by: given.keeper.id })),
    /funder_links_bounded/,
  )
})
