import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lampsLit } from '#partnerships/leaving-reads'
import { reachMilestone } from '#partnerships/reach-milestone'
import { givenAgreed, roadOf } from '#partnerships/stages.testing'
import { doorOf } from '#people/web.testing'
import { routes } from '#street'
import { testHouse } from '#testing/house'

const house = await testHouse()
const { browserOf } = doorOf(house, routes)

type Browser = Awaited<ReturnType<typeof browserOf>>

/** What the form of a page sends, as it stands there. */
function fieldsOf(html: string, action: string): Record<string, string> {
  const form = html.split('<form').find((part) => part.includes(`action="${action}"`)) ?? assert.fail(`no form for ${action}`)
  const inputs = [...form.matchAll(/<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value])
  const areas = [...form.matchAll(/<textarea[^>]*name="([^"]+)"[^>]*>\n?([^<]*)<\/textarea>/g)].map(([, name = '', value = '']) => [
    name,
    value,
  ])
  return Object.fromEntries([...inputs, ...areas].filter(([name]) => name !== 'text' && name !== 'again'))
}

/** Opens a page, sends its form twice as an impatient thumb does, and answers what is to be read then. */
async function sent(browser: Browser, page: string, action: string, more: Record<string, string> = {}): Promise<string> {
  const fields = { ...fieldsOf((await browser.get(page)).text, action), ...more }
  const [first, second] = await Promise.all([browser.post(action, fields), browser.post(action, fields)])
  assert.deepEqual([first.status, second.status], [303, 303], `${action}: ${first.text.slice(0, 2_000)}`)
  assert.equal(first.to, second.to)
  const then = await browser.get(first.to)
  assert.equal(then.status, 200)
  return then.text
}

test('A pair goes its whole road through the pages, each form sent twice: briefing, agreement, pause, closing, thanks, and passing it on.', async () => {
  const pair = await givenAgreed(house)
  const [mentor, mentee] = [await browserOf(pair.mentor), await browserOf(pair.mentee)]
  const path = `/partnerships/${pair.id}`
  for (const one of [mentor, mentee]) await sent(one, `${path}/briefing`, `${path}/confirmations`)

  await sent(mentee, `${path}/agreement/text`, `${path}/agreement/text`, { 'goal-0': 'Lead a meeting', 'clause-purpose': 'To speak up' })
  const late = fieldsOf((await mentor.get(`${path}/agreement/text`)).text, `${path}/agreement/text`)
  await sent(mentee, `${path}/agreement/text`, `${path}/agreement/text`, {
    'goal-0': 'Lead a meeting',
    'clause-purpose': 'To speak up well',
  })
  const stale = await mentor.post(`${path}/agreement/text`, { ...late, 'clause-purpose': 'To listen' })
  assert.equal(stale.status, 422)
  assert.match(stale.text, /To speak up well.*<textarea[^>]*>\s*To listen/s)
  const merged = {
    ...fieldsOf(stale.text, `${path}/agreement/text`),
    'goal-0': 'Lead a meeting',
    'clause-purpose': 'To speak up, and listen',
  }
  assert.equal((await mentor.post(`${path}/agreement/text`, merged)).status, 303)
  for (const one of [mentor, mentee]) await sent(one, `${path}/agreement`, `${path}/agreement/signatures`)
  assert.match((await mentee.get(`${path}/agreement`)).text, /Lead a meeting.*To speak up, and listen/s)

  await sent(mentor, `${path}/pause`, `${path}/pause`, { until: '2026-12-24' })
  assert.match((await mentee.get(path)).text, /has paused\./)
  await sent(mentor, path, `${path}/pause/lifting`)

  const closing = await sent(mentee, path, `${path}/confirmations`)
  assert.match(closing, /Open the closing guide/)
  for (const cause of ['mentor', 'mentee']) {
    await house.write((tx) => reachMilestone(tx, { partnership: pair.id, milestone: 'closing-answered', cause }))
  }
  await sent(mentor, `${path}/closing`, `${path}/thanks`, { text: 'Thank you' })
  assert.match(await sent(mentee, `${path}/closing`, `${path}/passing-on`), /You are a mentor in this programme/)
  assert.deepEqual(await roadOf(house, pair.id), ['induct begun', 'agree met', 'active met', 'close met', 'follow-up met'])
  assert.equal((await house.read((db) => lampsLit(db, pair.programme.id))).length, 1)
})

test('Either leaves in the middle by one button, sent by both at once: one end, the same words, and another partner for who asks.', async () => {
  const pair = await givenAgreed(house)
  const path = `/partnerships/${pair.id}`
  const [mentor, mentee] = [await browserOf(pair.mentor), await browserOf(pair.mentee)]
  const answers = await Promise.all([mentor, mentee].map((one) => one.post(`${path}/ending`, { text: '3', again: 'no' })))
  assert.deepEqual(
    answers.map(({ status }) => status),
    [303, 303],
  )
  for (const one of [mentor, mentee]) assert.match((await one.get(path)).text, /what you began remains yours/)
  assert.match(await sent(mentee, path, `${path}/rematch`), /You come first/)
  assert.match(await sent(mentee, path, `${path}/talk`), /would like to talk, since/)
  const told = await mentee.post(`${path}/exit-reason`, { reason: 'distance' })
  assert.equal(told.status, 303)
  assert.equal((await mentor.get(`${path}/pause`)).text.includes('This partnership has ended'), true)
  const after = await mentor.post(`${path}/confirmations`, { stage: 'induct', criterion: 'briefed' })
  assert.equal(after.status, 422)
  assert.match(after.text, /This partnership has ended\. What can still be done/)
})
