import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nudge } from '#ground/nudge'
import { refusedWith } from '#partnerships/pairs.testing'
import { givenKeeper } from '#testing/given'
import { testHouse } from '#testing/house'
import { linesOf } from './batch-reads.ts'
import { drawBatch } from './draw-batch.ts'
import { coordinatorOf, drawn, givenNotMet, lettersOf, sent } from './today.testing.ts'

const house = await testHouse()
const linesSeen = (scope: Parameters<typeof house.writeAs>[0], batch: string) => house.database.read(scope, (db) => linesOf(db, batch))

test('A letter is drawn up for each side, in its own language and the words of the pathway; nothing is sent.', async () => {
  const pair = await givenNotMet(house)
  await house.write((tx) => tx.updateTable('people').set({ language: 'fa-AF' }).where('id', '=', pair.mentee.id).execute())
  const batch = await drawn(house, pair)
  const lines = await linesSeen(coordinatorOf(pair), batch)
  assert.deepEqual(
    lines.map(({ person, language }) => [person, language]),
    [
      [pair.mentor.id, 'en'],
      [pair.mentee.id, 'fa-AF'],
    ],
  )
  assert.match(lines[0]?.body ?? '', new RegExp(`A short meeting is enough[\\s\\S]*/partnerships/${pair.id}$`))
  assert.match(lines[1]?.body ?? '', /یک ملاقات کوتاه بس است/)
  assert.deepEqual(await lettersOf(house, batch), [])
})

test('Who has no address is to be called, who was reminded twice is left in peace; where nobody is left, it says so.', async () => {
  const pair = await givenNotMet(house)
  await house.write((tx) => tx.deleteFrom('contacts').where('person', '=', pair.mentee.id).execute())
  for (let times = 0; times < 2; times += 1) {
    await house.write((tx) => nudge(tx, { about: pair.id, kind: 'pair.quiet', person: pair.mentor.id }))
  }
  await assert.rejects(drawn(house, pair), { reason: 'today.nobodyToWrite', facts: { calls: 1, twice: 1, now: 0 } })
})

test('While a colleague’s letters about the same are leaving, a second batch is refused, with why.', async () => {
  const pair = await givenNotMet(house)
  await sent(house, pair)
  const colleague = await givenKeeper(house, pair.programme.organisation)
  const scope = { ...coordinatorOf(pair), person: colleague.id }
  await assert.rejects(drawn(house, pair, scope), { reason: 'today.nobodyToWrite', facts: { calls: 0, twice: 0, now: 2 } })
})

test('What was decided meanwhile is not written about; the same form twice is one batch; a batch is nobody else’s.', async () => {
  const pair = await givenNotMet(house)
  const other = await givenNotMet(house)
  const draw = (id: string, picks: string[]) => house.writeAs(coordinatorOf(pair), (tx) => drawBatch(tx, { id, card: 'not-met', picks }))
  const id = await house.write(async (tx) => tx.newId())
  assert.equal(await refusedWith(draw(id, [other.id])), 'today.nothingPicked')
  await draw(id, [pair.id, other.id])
  await draw(id, [pair.id])
  assert.equal((await linesSeen(coordinatorOf(pair), id)).length, 2)
  assert.deepEqual(await linesSeen(coordinatorOf(other), id), [])
  assert.deepEqual(await linesSeen(pair.mentor.scope, id), [])
})
