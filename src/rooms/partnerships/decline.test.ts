import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Db } from '#ground/db'
import type { Asked } from '#ground/route'
import { sayTo, unknownReader } from '#ground/words'
import { testHouse } from '#testing/house'
import { accept } from './accept.ts'
import { decline } from './decline.ts'
import { endPartnership } from './end-partnership.ts'
import { endOf, type GivenPair, givenPair, lettersAbout, refusedWith } from './pairs.testing.ts'
import { partnershipPage } from './show.page.tsx'
import { tellEnd } from './tell-end.ts'

const house = await testHouse()
const answers = { partnership: '', side: null }
const no = (pair: GivenPair, who: 'mentor' | 'mentee') =>
  house.writeAs(pair[who].scope, (tx) => decline(tx, { ...answers, partnership: pair.id }))
const yes = (pair: GivenPair, who: 'mentor' | 'mentee') =>
  house.writeAs(pair[who].scope, (tx) => accept(tx, { ...answers, partnership: pair.id }))

const tables = [
  'partnerships',
  'partnership_answers',
  'partnership_ends',
  'partnership_end_reasons',
  'partnership_reminders',
  'diary',
  'mails',
]

/** All that one person's request can read about a pair: every row of every table that tells of it, and the page. */
async function allThatReads(pair: GivenPair, who: 'mentor' | 'mentee', language: 'en' | 'fa-AF' = 'en'): Promise<string> {
  return house.database.read(pair[who].scope, async (db: Db) => {
    const rows: unknown[] = []
    for (const table of tables) rows.push(table, (await sql<object>`select to_jsonb(t) as row from ${sql.table(table)} t`.execute(db)).rows)
    const asked = { params: { partnership: pair.id }, say: sayTo({ ...unknownReader, language }), query: new URLSearchParams(), me: null }
    const view = await partnershipPage(db, asked as unknown as Asked)
    return JSON.stringify(rows) + view.title + String(await view.body)
  })
}

/** The same text for two pairs, once what differs between any two pairs is taken out. */
function blank(text: string, pair: GivenPair): string {
  const ids = [pair.id, pair.programme.id, pair.programme.organisation, pair.programme.keeper.id, pair.mentor.id, pair.mentee.id]
  return [...ids, pair.mentor.enrolment, pair.mentee.enrolment]
    .reduce((out, id, at) => out.replaceAll(id, `#${at}`), text)
    .replaceAll(/Person \d+/g, 'Person')
}

test('A no ends the proposal at once, without a reason; the same no again changes nothing.', async () => {
  const pair = await givenPair(house)
  await no(pair, 'mentee')
  await no(pair, 'mentee')
  assert.equal(await endOf(house, pair.id), 'declined')
  const news = (await house.news('partnership.ended')).filter(({ subject }) => subject === pair.id)
  assert.deepEqual(
    news.map(({ facts }) => facts),
    [{ reason: 'declined' }],
  )
})

test('After a yes there is no no, and after a no there is no yes; both are refused by name.', async () => {
  const pair = await givenPair(house)
  await yes(pair, 'mentor')
  assert.equal(await refusedWith(no(pair, 'mentor')), 'partnerships.saidYes')
  await no(pair, 'mentee')
  assert.equal(await refusedWith(yes(pair, 'mentee')), 'partnerships.saidNo')
  assert.equal(await refusedWith(no(pair, 'mentor')), 'partnerships.over')
})

test('Nothing that the other side can read tells a no from silence: not the page, the rows, the diary, nor the letter.', async () => {
  for (const said of ['yes', 'nothing'] as const) {
    const declined = await givenPair(house)
    const silent = await givenPair(house)
    for (const pair of [declined, silent]) if (said === 'yes') await yes(pair, 'mentor')
    await no(declined, 'mentee')
    await house.write((tx) => endPartnership(tx, { partnership: silent.id, reason: 'unanswered' }))
    for (const pair of [declined, silent]) await house.write((tx) => tellEnd(tx, { subject: pair.id }))
    for (const language of ['en', 'fa-AF'] as const) {
      const [one, other] = [await allThatReads(declined, 'mentor', language), await allThatReads(silent, 'mentor', language)]
      assert.equal(blank(one, declined), blank(other, silent))
      assert.doesNotMatch(one, /declined|unanswered/)
    }
    const letterTo = async (pair: GivenPair) => (await lettersAbout(house, pair.id)).find(({ recipient }) => recipient === pair.mentor.id)
    const [one, other] = [await letterTo(declined), await letterTo(silent)]
    assert.ok(one && other)
    assert.equal(blank(JSON.stringify(one), declined), blank(JSON.stringify(other), silent))
  }
})

test('Who said no is thanked, and the other gets no thanks.', async () => {
  const pair = await givenPair(house)
  await no(pair, 'mentor')
  await house.write((tx) => tellEnd(tx, { subject: pair.id }))
  const kinds = new Map((await lettersAbout(house, pair.id)).map(({ recipient, kind }) => [recipient, kind]))
  assert.deepEqual([kinds.get(pair.mentor.id), kinds.get(pair.mentee.id)], ['partnership.thanks', 'partnership.over'])
  assert.match(await allThatReads(pair, 'mentor'), /You have said no/)
})

test('A side can end a proposal by no other means than its own no: the walls refuse the rows themselves.', async () => {
  const pair = await givenPair(house)
  const end = () =>
    house.writeAs(pair.mentor.scope, (tx) => tx.insertInto('partnershipEnds').values({ partnership: pair.id, at: tx.now }).execute())
  await assert.rejects(end(), /row-level security/)
  const forOther = house.writeAs(pair.mentor.scope, (tx) => {
    const row = { partnership: pair.id, side: 'mentee', answer: 'declined', at: tx.now, by: pair.mentor.id }
    return tx.insertInto('partnershipAnswers').values(row).execute()
  })
  await assert.rejects(forOther, /row-level security/)
})
