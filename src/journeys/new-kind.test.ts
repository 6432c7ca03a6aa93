import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { findRound } from '#matching/round-reads'
import { confirmStep } from '#partnerships/confirm-step'
import { livePairs } from '#partnerships/reads'
import { stagesOf } from '#partnerships/stage-reads'
import { doorOf } from '#people/web.testing'
import { untouched, wordsOf } from '#programmes/browser.testing'
import { answerDaysOf, enrolmentsIn, rulesInForce } from '#programmes/reads'
import { routes } from '#street'
import { type GivenPerson, givenKeeper, givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import buddy from './buddy.pathway.json' with { type: 'json' }

const house = await testHouse()
const { browserOf } = doorOf(house, routes)
const idIn = (path: string) => /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(path)?.[0] ?? assert.fail(path)

/** Opens a programme of a kind that nobody has heard of before, from a file, in the browser. */
async function openedFromFile(keeper: GivenPerson, kind: object = buddy): Promise<string> {
  const browser = await browserOf(keeper)
  const path = `/organisations/${keeper.organisation}/programmes`
  const fields = untouched((await browser.get('/programmes/new')).text, path)
  const file = new File([JSON.stringify(kind)], 'buddy.json')
  const done = await browser.post(path, { ...fields, name: 'First weeks', file })
  assert.equal(done.status, 303, wordsOf(done.text))
  return idIn(done.to.replace('/programmes/', ''))
}

test('A new kind of programme is a file and no code: opened, enrolled, paired, and walked to its end.', async () => {
  const keeper = await givenKeeper(house, await givenOrganisation(house))
  const programme = await openedFromFile(keeper)
  const coordinator = await browserOf(keeper, 'fa-AF')
  assert.equal(await house.read((db) => answerDaysOf(db, programme)), 5)
  assert.equal((await house.read((db) => rulesInForce(db, programme))).rules.weights.topics, 'off')
  for (const path of ['/programmes', `/programmes/${programme}`]) assert.match((await coordinator.get(path)).text, /همراهان/, path)
  const pathway = wordsOf((await coordinator.get(`/programmes/${programme}/pathway`)).text)
  for (const said of ['همراهان', 'خوش‌آمد', 'با هم چای نوشیدیم', 'هر هفته']) assert.ok(pathway.includes(said), said)

  const [host, guest] = [await givenPerson(house, keeper.organisation), await givenPerson(house, keeper.organisation)]
  for (const [person, side] of [[host, 'mentor'] as const, [guest, 'mentee'] as const]) {
    const enrolled = await coordinator.post(`/programmes/${programme}/enrolments`, { id: realHands.newId(), code: person.code, side })
    assert.match(enrolled.to, /n=1/)
  }
  const round = await coordinator.post(`/programmes/${programme}/rounds`, { id: realHands.newId() })
  assert.equal((await coordinator.post(`/rounds/${idIn(round.to.replace('/rounds/', ''))}/approval`, {})).status, 303)
  const [pair] = await house.read((db) => livePairs(db, programme))
  assert.ok(pair, 'nobody was paired')

  for (const person of [host, guest]) await (await browserOf(person)).post(`/partnerships/${pair.id}/acceptance`, {})
  const confirm = (by: GivenPerson, criterion: string) =>
    house.writeAs(by.scope, (tx) => confirmStep(tx, { partnership: pair.id, stage: 'welcome', criterion }))
  await confirm(host, 'had-tea')
  await confirm(guest, 'shown')
  await confirm(guest, 'had-tea')
  const road = await house.read((db) => stagesOf(db, pair.id))
  assert.deepEqual(
    road.map(({ stage, why }) => `${stage} ${why}`),
    ['goodbye met', 'welcome begun'],
  )
  const [ended] = (await house.news('partnership.ended')).filter(({ subject }) => subject === pair.id)
  assert.equal(ended?.facts.reason, 'completed')
})

test('Whom a pathway demands something of is paired once it is confirmed, and not before.', async () => {
  const keeper = await givenKeeper(house, await givenOrganisation(house))
  const known = { what: 'confirmed', key: 'known', by: 'coordinator', level: 'must', says: { en: 'I know them.' } }
  const screen = { key: 'screen', of: 'person', name: { en: 'Screen' }, leave: [known], next: ['welcome'] }
  const programme = await openedFromFile(keeper, { ...buddy, stages: [screen, ...buddy.stages] })
  const browser = await browserOf(keeper)
  const matchedNow = async () => {
    const round = await browser.post(`/programmes/${programme}/rounds`, { id: realHands.newId() })
    const id = /rounds\/([0-9a-f-]+)/.exec(round.to)?.[1]
    return id === undefined ? 0 : ((await house.read((db) => findRound(db, id)))?.summary.matched ?? 0)
  }
  for (const side of ['mentor', 'mentee']) {
    const { code } = await givenPerson(house, keeper.organisation)
    await browser.post(`/programmes/${programme}/enrolments`, { id: realHands.newId(), code, side })
  }
  assert.equal(await matchedNow(), 0)
  for (const { id } of await house.read((db) => enrolmentsIn(db, programme))) {
    const done = await browser.post(`/enrolments/${id}/steps`, { stage: 'screen', criterion: 'known' })
    assert.equal(done.status, 303)
  }
  assert.equal(await matchedNow(), 1)
})

test('In a programme of peers everybody helps and is helped: on both sides at once, and paired with somebody else.', async () => {
  const keeper = await givenKeeper(house, await givenOrganisation(house))
  const browser = await browserOf(keeper)
  const path = `/organisations/${keeper.organisation}/programmes`
  const fields = untouched((await browser.get('/programmes/new')).text, path)
  const opened = await browser.post(path, { ...fields, name: 'Peers', template: 'peer-mentoring' })
  const programme = idIn(opened.to.replace('/programmes/', ''))
  const skills = { canHelpWith: ['budgets'], wantsHelpWith: ['budgets'], languages: ['en'] }
  for (let nth = 0; nth < 4; nth += 1) {
    const { code } = await givenPerson(house, keeper.organisation, skills)
    for (const side of ['mentor', 'mentee']) {
      const enrolled = await browser.post(`/programmes/${programme}/enrolments`, { id: realHands.newId(), code, side })
      assert.match(enrolled.to, /n=1/)
    }
  }
  const round = await browser.post(`/programmes/${programme}/rounds`, { id: realHands.newId() })
  const approved = await browser.post(`/rounds/${idIn(round.to.replace('/rounds/', ''))}/approval`, {})
  assert.equal(approved.status, 303, wordsOf(approved.text))
  const pairs = await house.read((db) => livePairs(db, programme))
  assert.equal(pairs.length, 4)
  for (const { mentor, mentee } of pairs) assert.notEqual(mentor, mentee)
})
