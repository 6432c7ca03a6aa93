import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenAgreed } from '#partnerships/stages.testing'
import { bringPathway } from '#programmes/bring-pathway'
import { pathwayInForce } from '#programmes/pathway-reads'
import { assertNowhere } from '#testing/canary'
import { testHouse } from '#testing/house'
import { versionsOf } from './agreement-reads.ts'
import { wrote } from './agreements.testing.ts'
import { signAgreement } from './sign-agreement.ts'

const house = await testHouse()
const words = ['Pangolin-33', 'سنگ‌پشت']
const purpose = words.join(' ')
const readBy = async (scope: Parameters<typeof house.writeAs>[0], id: string) =>
  (await house.database.read(scope, (db) => versionsOf(db, id))).map(({ clauses }) => clauses.purpose)

test('What two agree on is in no row in clear.', async () => {
  const { id, mentor, mentee } = await givenAgreed(house)
  await wrote(house, mentor.scope, id, purpose)
  await assertNowhere(house.databaseName, words)
  assert.deepEqual(await readBy(mentee.scope, id), [purpose])
})

test('Where the programme signs too its coordinators read the text, but none that the two wrote for themselves before.', async () => {
  const { id, mentor, programme } = await givenAgreed(house)
  await wrote(house, mentor.scope, id, 'Between us')
  const { pathway, version } = await house.read((db) => pathwayInForce(db, programme.id))
  const agreement = { ...pathway.agreement, signedBy: ['mentor', 'mentee', 'coordinator'] }
  await house.writeAs(programme.coordinator, (tx) =>
    bringPathway(tx, { programme: programme.id, version, file: new Blob([JSON.stringify({ ...pathway, agreement })]) }),
  )
  const before = (await house.database.read(mentor.scope, (db) => versionsOf(db, id)))[0]?.id ?? ''
  await assert.rejects(
    house.writeAs(programme.coordinator, (tx) => signAgreement(tx, { partnership: id, version: before })),
    { reason: 'agreements.unreadable' },
  )
  await wrote(house, mentor.scope, id, 'Between us')
  assert.deepEqual(await readBy(programme.coordinator, id), ['Between us', undefined], 'saved again, the same text opens')
  await wrote(house, mentor.scope, id, purpose)
  await assertNowhere(house.databaseName, words)
  assert.deepEqual(await readBy(programme.coordinator, id), [purpose, 'Between us', undefined])
  assert.deepEqual(await readBy(mentor.scope, id), [purpose, 'Between us', 'Between us'])
})
