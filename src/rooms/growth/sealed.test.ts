import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { destroyKeys } from '#ground/content-keys'
import { assertNowhere } from '#testing/canary'
import { testHouse } from '#testing/house'
import { urlOf } from '#testing/server'
import { givenGrown, newId, reading } from './growth.testing.ts'
import { opportunitiesOf } from './opportunity-reads.ts'
import { portfolioOf } from './portfolio.ts'
import { goalsOf, openNextSteps } from './reads.ts'
import { skillsOf } from './skill-reads.ts'
import { tellOutcome } from './tell-outcome.ts'

const house = await testHouse()

/** Direct SQL, as somebody who got hold of the database could write it. */
async function asOwner(sql: string, ...values: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(house.databaseName) })
  await client.connect()
  try {
    await client.query('begin')
    for (const table of ['goal_versions', 'next_steps', 'skill_assessments'])
      await client.query(`alter table ${table} disable trigger user`)
    await client.query(sql, values)
    await client.query('commit')
  } finally {
    await client.end()
  }
}

async function givenWritten(word: string) {
  const pair = await givenGrown(house)
  const goal = await pair.goal(`goal ${word}`)
  const skill = await pair.skill('mentee', `skill ${word}`)
  await pair.assessed('mentor', skill, 3, `note ${word}`)
  const step = await pair.step('mentee', '2026-12-02', `step ${word}`)
  const opportunity = await pair.opened(`door ${word}`)
  await pair.by('mentee', (tx) => tellOutcome(tx, { id: newId(), opportunity, outcome: 'led-to', text: `came ${word}` }))
  const read = reading(house, pair.mentor)
  return { pair, goal, step, skill, read }
}

test('What two write of their growth is in no row in clear, in any table.', async () => {
  const words = ['Wombat-91', 'شترمرغ']
  const { pair, read } = await givenWritten(words.join(' '))
  await assertNowhere(house.databaseName, words)
  const texts = await read(async (db) => [
    ...(await goalsOf(db, pair.id)).map(({ text }) => text),
    ...(await skillsOf(db, pair.id)).flatMap(({ text, assessments }) => [text, assessments[0]?.note]),
    ...(await openNextSteps(db, pair.id)).map(({ text }) => text),
    ...(await opportunitiesOf(db, pair.id)).flatMap(({ text, outcomes }) => [text, outcomes[0]?.text]),
  ])
  assert.deepEqual(
    texts,
    ['goal', 'skill', 'note', 'step', 'door', 'came'].map((what) => `${what} ${words.join(' ')}`),
  )
})

test('A text that was brought to another place does not open: another pair’s, another’s, an earlier version.', async () => {
  const [one, other] = [await givenWritten('one'), await givenWritten('other')]
  const swap = 'update goal_versions set sealed = (select sealed from goal_versions where goal = $1 limit 1) where goal = $2'
  await asOwner(swap, other.goal, one.goal)
  await assert.rejects(
    one.read((db) => goalsOf(db, one.pair.id)),
    /does not open/,
  )

  await asOwner('update next_steps set made_by = owner, owner = made_by where id = $1', one.step)
  await asOwner('update next_steps set made_by = $2 where id = $1', one.step, one.pair.mentor.id)
  await assert.rejects(
    one.read((db) => openNextSteps(db, one.pair.id)),
    /does not open/,
  )

  await asOwner('update goal_versions set version = 2 where goal = $1', other.goal)
  await assert.rejects(
    other.read((db) => goalsOf(db, other.pair.id)),
    /does not open/,
  )

  await asOwner('update skill_assessments set sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1) where skill = $1', other.skill)
  await assert.rejects(
    other.read((db) => skillsOf(db, other.pair.id)),
    /does not open/,
  )
})

test('Once the key is destroyed what is counted stays, no text is there, and the portfolio leaves it out.', async () => {
  const { pair, read } = await givenWritten('word')
  await house.write((tx) => destroyKeys(tx, { kind: 'partnership', id: pair.id }, 'kept-long-enough'))
  assert.deepEqual(
    (await read((db) => goalsOf(db, pair.id))).map(({ text, shownBy }) => [text, shownBy]),
    [['—', null]],
  )
  assert.equal((await read((db) => skillsOf(db, pair.id)))[0]?.assessments[0]?.level, 3)
  const portfolio = await house.database.read(pair.mentee.scope, (db) => portfolioOf(db, pair.mentee.id))
  assert.deepEqual([portfolio.goals, portfolio.skills, portfolio.steps, portfolio.opportunities], [[], [], [], []])
})
