import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { destroyKeys } from '#ground/content-keys'
import { houseScope, type Scope, signInScope } from '#ground/db'
import { Missing } from '#ground/refusal'
import { left } from '#partnerships/leaving.testing'
import { refusedWith } from '#partnerships/pairs.testing'
import { doorOf } from '#people/web.testing'
import { assertNowhere } from '#testing/canary'
import { testHouse } from '#testing/house'
import { onServer } from '#testing/server'
import { givenOfficer, givenSafe, officerEnded, raised, type Safe, telling } from './concerns.testing.ts'
import { concernToAnswer, pairsIn } from './desk-reads.ts'
import type { Disclosable } from './disclosable.ts'
import { disclosureLimits } from './disclosable.ts'
import { discloseItems } from './disclose-items.ts'
import { disclosedIn, disclosuresOf, findDisclosure } from './disclosure-reads.ts'
import { holdReference } from './reads.ts'
import { tellDisclosure, tellOfficers } from './tell-officers.ts'
import { web } from './web.ts'

const house = await testHouse()
const { newId } = realHands
const { browserOf } = doorOf(house, web)
const shown = (author: string, text: string): Disclosable => ({ kind: 'message', item: newId(), author, at: house.now(), text })

async function disclosed(safe: Safe, concern: string, items: readonly Disclosable[], facts = {}, scope = safe.mentee.scope) {
  const id = newId()
  const input = { id, concern, partnership: safe.id, items, words: 'Wormwood words', ...facts }
  await house.writeAs(scope, (tx) => discloseItems(tx, input))
  return input.id
}

/** A concern of the mentee's, and in it a message of the mentor's. */
async function givenDisclosed() {
  const safe = await givenSafe(house)
  const told = await raised(house, safe.mentee.scope, telling(safe.organisation))
  const id = await disclosed(safe, told.id, [shown(safe.mentor.id, 'Speedwell at my house'), shown(safe.mentee.id, 'شبدر سرخ')])
  return { ...safe, told, disclosure: id }
}

const readBy = (scope: Scope, id: string) =>
  house.database.read(scope, async (db) => {
    const disclosure = await findDisclosure(db, id)
    return disclosure && disclosedIn(db, disclosure)
  })

test('An officer reads the copies, who wrote them and when, and the words that came with them; in no row do they stand in clear.', async () => {
  const given = await givenDisclosed()
  await assertNowhere(house.databaseName, ['Speedwell at', 'شبدر سرخ', 'Wormwood words'])
  const read = await readBy(given.officer.scope, given.disclosure)
  assert.equal(read?.words, 'Wormwood words')
  assert.deepEqual(
    read?.items.map(({ kind, author, text, at }) => [kind, author, text, at.toString()]),
    [
      ['message', given.mentor.id, 'Speedwell at my house', house.now().toString()],
      ['message', given.mentee.id, 'شبدر سرخ', house.now().toString()],
    ],
  )
  const officer = await browserOf(given.officer)
  const path = `/concerns/${given.told.id}`
  assert.match((await officer.get(path)).text, /showed 2 things/)
  const { text } = await officer.get(`${path}/disclosures/${given.disclosure}`)
  assert.match(text, /Speedwell at my house/)
  assert.match(text, /has not been told by the system/)
  assert.equal((await (await browserOf(given.mentor)).get(path)).status, 404)
  const own = await (await browserOf(given.mentee)).get(`/concern/${given.told.id}`)
  assert.match(own.text, /You showed the officers 2 things/)
})

test('Nobody else finds a row of it: not the other, who runs the programme, officers whom it is not for, the house, nor who has the code.', async () => {
  const given = await givenDisclosed()
  const former = await givenOfficer(house, given.organisation)
  await officerEnded(house, former)
  const elsewhere = (await givenSafe(house)).officer
  const keeping = { ...given.mentor.scope, organisations: [given.organisation], programmes: [given.programme.id] }
  const scopes = { other: given.mentor.scope, keeping, coordinator: given.coordinator, former: former.scope, elsewhere: elsewhere.scope }
  for (const [who, scope] of Object.entries({ ...scopes, house: houseScope, administrator: given.administrator.scope })) {
    assert.deepEqual(await house.database.read(scope, (db) => disclosuresOf(db, given.told.id)), [], who)
    const items = house.database.read(scope, (db) => db.selectFrom('concernDisclosedItems').select('nth').execute())
    assert.deepEqual(await items, [], who)
  }
  const byCode = await house.writeAs(signInScope, async (tx) => {
    await holdReference(tx, given.told.reference)
    return disclosuresOf(tx, given.told.id)
  })
  assert.deepEqual(byCode, [])
})

test('An officer who is the other of the two loses sight of the concern that it is added to.', async () => {
  const safe = await givenSafe(house)
  await givenOfficer(house, safe.organisation, null, safe.mentor)
  const told = await raised(house, safe.mentee.scope, telling(safe.organisation))
  await disclosed(safe, told.id, [shown(safe.mentor.id, 'x')])
  await assert.rejects(
    house.database.read(safe.mentor.scope, (db) => concernToAnswer(db, told.id)),
    Missing,
  )
  const pairs = await house.database.read(safe.officer.scope, (db) => pairsIn(db, told.id))
  assert.deepEqual(
    pairs.map(({ partnership }) => partnership),
    [safe.id],
  )
})

test('Only one of the pair shows it, in a concern that they raised by name.', async () => {
  const given = await givenDisclosed()
  const item = [shown(given.mentor.id, 'x')]
  const stranger = await givenSafe(house)
  for (const scope of [given.mentor.scope, given.officer.scope, given.coordinator, stranger.mentee.scope]) {
    await assert.rejects(disclosed(given, given.told.id, item, {}, scope), Missing)
  }
  const nameless = await raised(house, null, telling(given.organisation))
  await assert.rejects(disclosed(given, nameless.id, item), Missing)
  await assert.rejects(disclosed(given, given.told.id, item, { partnership: stranger.id }), Missing)
})

test('The same form twice, and eight times at once, is one disclosure; the diary has counts and kinds, in nobody’s programme.', async () => {
  const safe = await givenSafe(house)
  const told = await raised(house, safe.mentee.scope, telling(safe.organisation))
  const input = { id: newId() }
  await Promise.all(Array.from({ length: 8 }, () => disclosed(safe, told.id, [shown(safe.mentor.id, 'once')], input)))
  const news = (await house.news('concern.disclosed')).filter(({ subject }) => subject === told.id)
  assert.deepEqual(
    news.map(({ facts, programme, organisation }) => [facts, programme, organisation]),
    [[{ disclosure: input.id, items: 1, kinds: 'message' }, null, null]],
  )
})

test('So many things at a time, and no more; a former partner still shows what there was.', async () => {
  const safe = await givenSafe(house)
  const told = await raised(house, safe.mentee.scope, telling(safe.organisation))
  const many = Array.from({ length: disclosureLimits.itemsMax + 1 }, (_, nth) => shown(safe.mentor.id, `nth ${nth}`))
  assert.equal(await refusedWith(disclosed(safe, told.id, many)), 'concerns.tooManyItems')
  await left(house, safe.id, safe.mentor.scope)
  const id = await disclosed(safe, told.id, many.slice(1))
  assert.equal((await readBy(safe.officer.scope, id))?.items.length, disclosureLimits.itemsMax)
})

test('The copies stay when the texts of the pair are destroyed.', async () => {
  const given = await givenDisclosed()
  await house.write((tx) => destroyKeys(tx, { kind: 'partnership', id: given.id }, 'kept-long-enough'))
  assert.equal((await readBy(given.officer.scope, given.disclosure))?.items[0]?.text, 'Speedwell at my house')
})

test('What was shown is whole: nothing is added to it, changed, moved or brought from another.', async () => {
  const [one, other] = [await givenDisclosed(), await givenDisclosed()]
  await assert.rejects(
    house.writeAs(one.mentee.scope, (tx) =>
      tx
        .insertInto('concernDisclosedItems')
        .values({ disclosure: one.disclosure, nth: 9, sealed: Buffer.alloc(300) })
        .execute(),
    ),
    /row-level security/,
  )
  await onServer(async (client) => {
    await assert.rejects(client.query('update concern_disclosed_items set nth = nth'), /only ever adds/)
    await assert.rejects(client.query('delete from concern_disclosures'), /only ever adds/)
    await client.query('alter table concern_disclosed_items disable trigger user')
    const swapped =
      'update concern_disclosed_items i set sealed = (select sealed from concern_disclosed_items o where o.disclosure = $2 and o.nth = $3)'
    await client.query(`${swapped} where i.disclosure = $1 and i.nth = 1`, [one.disclosure, one.disclosure, 2])
    await client.query(`${swapped} where i.disclosure = $1 and i.nth = 1`, [other.disclosure, one.disclosure, 2])
    await client.query('alter table concern_disclosed_items enable trigger user')
  }, house.databaseName)
  await assert.rejects(readBy(one.officer.scope, one.disclosure), /does not open/)
  await assert.rejects(readBy(other.officer.scope, other.disclosure), /does not open/)
})

test('The officers are written to that there is more, once; where the concern came with it, that letter is enough.', async () => {
  const given = await givenDisclosed()
  const [first] = (await house.news('concern.disclosed')).filter(({ subject }) => subject === given.told.id)
  assert.ok(first)
  const letters = async () =>
    (await house.read((db) => db.selectFrom('mails').select(['kind', 'body', 'recipient', 'organisation']).execute())).filter(
      ({ recipient }) => recipient === given.officer.id,
    )
  const raisedNews = (await house.news('concern.raised')).find(({ subject }) => subject === given.told.id)
  assert.ok(raisedNews)
  await house.write((tx) => tellOfficers(tx, raisedNews))
  await house.write((tx) => tellDisclosure(tx, first))
  const before = await letters()
  assert.equal(before.length, 1)
  house.setNow(house.now().add({ hours: 1 }).toString())
  await disclosed(given, given.told.id, [shown(given.mentor.id, 'Speedwell again')])
  const later = (await house.news('concern.disclosed')).at(-1)
  assert.ok(later)
  for (let times = 0; times < 2; times += 1) await house.write((tx) => tellDisclosure(tx, later))
  const after = await letters()
  assert.equal(after.length, before.length + 1)
  for (const { body, organisation } of after) {
    assert.doesNotMatch(body, /Speedwell/)
    assert.equal(organisation, null)
  }
})
