import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Missing } from '#ground/refusal'
import { refusedWith } from '#partnerships/pairs.testing'
import { testHouse } from '#testing/house'
import { givenDraft, givenSent, lettersOf, stateOfAsk } from './asks.testing.ts'
import { sayYes } from './say-yes.ts'
import { takeBackAsk } from './take-back-ask.ts'
import { tellEnded } from './tell-ended.ts'

const house = await testHouse()

test('Taken back, nobody is asked any more, and who was being asked is told; twice is once.', async () => {
  const { id, asker, mentors } = await givenSent(house, 2)
  const [first] = mentors
  assert.ok(first)
  const back = () => house.writeAs(asker.scope, (tx) => takeBackAsk(tx, { ask: id }))
  await back()
  await back()
  await house.write((tx) => tellEnded(tx, { subject: id }))
  assert.equal(await stateOfAsk(house, id), 'taken-back')
  assert.deepEqual(
    (await lettersOf(house, id)).map(({ kind, to }) => [kind, to]),
    [
      ['ask.asked', first.id],
      ['ask.no-longer', first.id],
    ],
  )
  const late = house.writeAs(first.scope, (tx) => sayYes(tx, { ask: id, at: tx.now.add({ hours: 9 }) }))
  assert.equal(await refusedWith(late), 'asks.past')
})

test('A draft is thrown away without a word; what somebody said yes to is not taken back; another’s is not there.', async () => {
  const draft = await givenDraft(house, 1)
  const back = ({ id, asker }: typeof draft, scope = asker.scope) => house.writeAs(scope, (tx) => takeBackAsk(tx, { ask: id }))
  await assert.rejects(back(draft, draft.mentors[0]?.scope), Missing)
  await back(draft)
  assert.deepEqual(await house.news('ask.ended').then((all) => all.filter(({ subject }) => subject === draft.id)), [])
  const answered = await givenSent(house, 1)
  await house.writeAs(answered.mentors[0]?.scope ?? answered.asker.scope, (tx) =>
    sayYes(tx, { ask: answered.id, at: tx.now.add({ hours: 9 }) }),
  )
  assert.equal(await refusedWith(back(answered)), 'asks.answered')
})
