import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { partnershipInvariants } from '#partnerships/figures'
import { stagesOf } from '#partnerships/stage-reads'
import { doorOf } from '#people/web.testing'
import { pathwayOf } from '#programmes/pathway-reads'
import { routes } from '#street'
import { givenKeeper, givenOrganisation } from '#testing/given'
import { testHouse } from '#testing/house'
import { onServer } from '#testing/server'
import { chanceFrom, sheetOf, workerOf } from './year.testing.ts'
import { type Actors, answerProposals, answerReviews, livePairs, post } from './year-people.testing.ts'

/* A year of a programme with 300 people on a clock of its own, through the web door and the worker's, day after day. */
const house = await testHouse()
const { browserOf } = doorOf(house, routes)
const worker = workerOf(house)
const chance = chanceFrom(1405)
const [mentorCount, menteeCount] = [110, 190]
const days = 365
/** Steps of three days while pairs begin and meet, of a week once most have closed. */
const stepOn = (day: number) => (day < 220 ? 3 : 7)
const mondayEveryDays = 15

const organisation = await givenOrganisation(house, 'The Lantern Works')
const coordinator = await givenKeeper(house, organisation)
const browsers = new Map<string, Awaited<ReturnType<typeof browserOf>>>()
const browserOfPerson = async (id: string) => {
  const known = browsers.get(id) ?? (await browserOf({ id }))
  browsers.set(id, known)
  return known
}

async function enrolledFrom(
  browser: Awaited<ReturnType<typeof browserOf>>,
  programme: string,
  side: 'mentor' | 'mentee',
  text: string,
): Promise<void> {
  const { to } = await browser.post(`/organisations/${organisation}/imports`, {
    id: realHands.newId(),
    sheet: new File([text], `${side}s.csv`),
    side,
  })
  const sheet = /\/imports\/([0-9a-f-]+)/.exec(to)?.[1] ?? assert.fail(to)
  await post(browser, `/imports/${sheet}/completion`, { all: 'yes' })
  await post(browser, `/programmes/${programme}/enrolments/import`, { import: sheet, side })
}

async function programmeBegun(): Promise<string> {
  const browser = await browserOfPerson(coordinator.id)
  const opened = { template: 'mentoring', name: 'Lamps', startsOn: '2026-11-24', endsOn: '2027-12-31', joining: 'invited' }
  const { to } = await browser.post(`/organisations/${organisation}/programmes`, { id: realHands.newId(), ...opened })
  const programme = /\/programmes\/([0-9a-f-]+)/.exec(to)?.[1] ?? assert.fail(to)
  await enrolledFrom(browser, programme, 'mentor', sheetOf('M', mentorCount, chance))
  await enrolledFrom(browser, programme, 'mentee', sheetOf('N', menteeCount, chance))
  return programme
}

/** Monday: a round for who waits, approved; letters to the pairs that have not met. */
async function monday(programme: string): Promise<void> {
  const browser = await browserOfPerson(coordinator.id)
  const { to } = await browser.post(`/programmes/${programme}/rounds`, { id: realHands.newId() })
  const round = /\/rounds\/([0-9a-f-]+)/.exec(to)?.[1]
  if (round) await post(browser, `/rounds/${round}/approval`)
  const { text } = await browser.get('/today/not-met')
  const picks = [...text.matchAll(/name="picks" value="([0-9a-f-]+)"/g)].map((match) => match[1] ?? '')
  if (picks.length === 0) return
  const { to: drawn } = await browser.post('/batches', { id: realHands.newId(), card: 'not-met', picks })
  if (drawn) await post(browser, `${drawn}/sending`)
}

const rowsOf = <Row>(sql: string): Promise<Row[]> => onServer(async (client) => (await client.query(sql)).rows as Row[], house.databaseName)

test('A year with 300 people: no-shows, silences, exits and rematches, and nothing is out of order at its end.', {
  timeout: 900_000,
}, async () => {
  const programme = await programmeBegun()
  const actors: Actors = { house, programme, chance, browserOf: browserOfPerson, met: new Set() }
  const begin = house.now()
  let nextMonday = 0
  for (let day = 0; day < days; day += stepOn(day)) {
    house.setNow(begin.add({ hours: 24 * day }).toString())
    await worker.sweep()
    if (day >= nextMonday) {
      await monday(programme)
      nextMonday = day + mondayEveryDays
    }
    await worker.heed()
    await answerProposals(actors)
    await livePairs(actors)
    await answerReviews(actors)
    await worker.heed()
  }
  await assertInOrder(programme, actors)
})

async function assertInOrder(programme: string, actors: Actors): Promise<void> {
  const pathway = await house.read((db) => pathwayOf(db, programme))
  const stages = new Set(pathway.stages.filter((one) => one.of === 'pair').map(({ key }) => key))
  const ends = new Set(['declined', 'unanswered', 'no-place', ...pathway.ends])
  const pairs = await rowsOf<{ id: string; reason: string | null; ended: Date | null }>(
    'select p.id, r.reason, e.at as ended from partnerships p left join partnership_ends e on e.partnership = p.id left join partnership_end_reasons r on r.partnership = p.id',
  )
  for (const { id, reason, ended } of pairs) {
    const road = await house.read((db) => stagesOf(db, id))
    for (const { stage, why, enteredAt } of road) assert.ok(stages.has(stage) && why !== '' && enteredAt, `${id} stands in ${stage}`)
    assert.ok(ended ? reason !== null && ends.has(reason) : true, `${id} ended as ${reason}`)
    assert.deepEqual(
      road.map(({ nth }) => nth),
      road.map((_one, at) => road.length - at),
      `${id} left out a stage`,
    )
  }
  const count = (reason: string) => pairs.filter((one) => one.reason === reason).length
  for (const reason of ['completed', 'no-fault', 'lapsed', 'declined', 'unanswered'])
    assert.ok(count(reason) > 0, `nobody ended as ${reason}`)
  assert.ok(count('rematched') > 0 && actors.met.size > 50, 'a year in which people met, and some met anew')
  for (const { says, breaks } of partnershipInvariants) assert.deepEqual(await rowsOf(breaks), [], says)
  assert.equal(new Set(worker.sent).size, worker.sent.length, 'no letter left twice')
  const reminders = "('review.reminder', 'meeting.met', 'agreement.waits', 'partnership.reminder', 'pair.quiet', 'today.nudge')"
  const tooMany = await rowsOf(
    `select about, recipient, kind from mails where kind in ${reminders} group by 1, 2, 3 having count(*) > 2
     union all select about, person, kind from nudges group by 1, 2, 3 having count(*) > 2`,
  )
  assert.deepEqual(tooMany, [], 'nobody is reminded of one thing more than twice')
}
