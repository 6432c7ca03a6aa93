import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Scope } from '#ground/db'
import { testHouse } from '#testing/house'
import { liftHold } from './lift-hold.ts'
import { lettersAbout } from './pairs.testing.ts'
import { placeHold } from './place-hold.ts'
import { givenUnderWay } from './stages.testing.ts'
import { tellHeld, tellReleased } from './tell-hold.ts'

const house = await testHouse()

async function held(id: string, scope: Scope | null, kind: 'paused' | 'safeguarding', until: Temporal.PlainDate | null) {
  const deed = async (tx: Parameters<typeof placeHold>[0]) => {
    const hold = tx.newId()
    await placeHold(tx, { id: hold, partnership: id, kind, until })
    return hold
  }
  const hold = scope === null ? await house.write(deed) : await house.writeAs(scope, deed)
  const news = (await house.news('partnership.held')).findLast(({ subject }) => subject === id) ?? assert.fail()
  for (const _twice of [1, 2]) await house.write((tx) => tellHeld(tx, news))
  return hold
}

const lettersTo = async (id: string) => (await lettersAbout(house, id)).map(({ recipient, kind, body }) => ({ recipient, kind, body }))

test('The other is told that it rests, until when, and when it goes on; each pause once.', async () => {
  const { id, mentor, mentee } = await givenUnderWay(house)
  const hold = await held(id, mentee.scope, 'paused', Temporal.PlainDate.from('2026-12-24'))
  const [first] = await lettersTo(id)
  assert.deepEqual([first?.recipient, first?.kind], [mentor.id, 'partnership.held'])
  assert.match(first?.body ?? '', /has paused your partnership until 24 December 2026\. Nothing is asked of you/)
  await house.writeAs(mentee.scope, (tx) => liftHold(tx, { partnership: id, hold }))
  const news = (await house.news('partnership.released')).findLast(({ subject }) => subject === id) ?? assert.fail()
  for (const _twice of [1, 2]) await house.write((tx) => tellReleased(tx, news))
  await held(id, mentee.scope, 'paused', null)
  assert.deepEqual(
    (await lettersTo(id)).map(({ kind }) => kind),
    ['partnership.held', 'partnership.released', 'partnership.held'],
  )
})

test('What the programme pauses both are told of, in the same words for any reason.', async () => {
  const bodies: string[] = []
  for (const kind of ['paused', 'safeguarding'] as const) {
    const { id } = await givenUnderWay(house)
    await held(id, null, kind, null)
    const letters = await lettersTo(id)
    assert.equal(letters.length, 2)
    bodies.push(...letters.map(({ body }) => body.replaceAll(/\u2068[^\u2069]*\u2069|[0-9a-f-]{36}/g, 'X')))
  }
  assert.equal(new Set(bodies).size, 1)
})
