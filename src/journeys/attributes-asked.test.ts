import assert from 'node:assert/strict'
import { test } from 'node:test'
import { doorOf } from '#people/web.testing'
import { enrol } from '#programmes/enrol'
import { givenProgramme } from '#programmes/programmes.testing'
import { routes } from '#street'
import { givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'

const house = await testHouse()
const { browserOf } = doorOf(house, routes)

/** Somebody in a programme that goes this pathway, and its coordinator, each in a browser. */
async function givenIn(template: string) {
  const programme = await givenProgramme(house, { template, name: 'Side by Side' })
  const person = await givenPerson(house, programme.organisation)
  await house.writeAs(programme.coordinator, (tx) =>
    enrol(tx, { id: tx.newId(), programme: programme.id, person: person.id, side: 'mentee' }),
  )
  return { programme, person: await browserOf(person), keeper: await browserOf(programme.keeper) }
}

test('The page asks what a programme compares, names it, says how, and who reads it; each is taken back by its own button.', async () => {
  const { person } = await givenIn('mentoring')
  const { text } = await person.get('/me/attributes')
  assert.match(text, /Side by Side\u2069 compares it where one of two asked for somebody alike/)
  assert.match(text, /Read by nobody else/)
  assert.match(text, /“alike”, “differs” or “unknown”/)
  await person.post('/me/attributes', { asked: ['gender', 'ethnicity'], gender: 'woman', ethnicity: 'هزاره' })
  const told = (await person.get('/me/attributes')).text
  assert.match(told, /action="\/me\/attributes\/gender\/taking-back"/)
  await person.post('/me/attributes', { asked: 'gender', gender: '' })
  const after = (await person.get('/me/attributes')).text
  assert.match(after, /هزاره/, 'what the form did not ask stays')
  assert.doesNotMatch(after, /action="\/me\/attributes\/gender\/taking-back"/)
  assert.match(after, /You took it back/)
})

test('Where a programme does without, the page asks nothing and says so; a form of before is answered by name.', async () => {
  const { person } = await givenIn('business-coaching')
  const { text } = await person.get('/me/attributes')
  assert.match(text, /so nothing is asked/)
  assert.doesNotMatch(text, /name="gender"/)
  const refused = await person.post('/me/attributes', { gender: 'woman' })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /does without such facts/)
})

test('A sheet for such a place is kept without those columns: its page names them, and no column can be said to be one.', async () => {
  const { programme, keeper } = await givenIn('business-coaching')
  const sheet = new File(['Code,Full name,Gender,Shoe\nA1,Ana,woman-of-sheets,42\n'], 'people.csv')
  const path = `/organisations/${programme.organisation}/imports`
  const { to, text } = await keeper.post(path, { id: crypto.randomUUID(), sheet, side: 'sheet' })
  assert.match(to, /columns$/, text.slice(0, 300))
  const columns = (await keeper.get(to)).text
  assert.doesNotMatch(columns, /woman-of-sheets|value="gender"|value="preferredIdentity"/)
  const check = (await keeper.get(to.replace(/\/columns$/, ''))).text
  assert.match(check, /left out and not kept: \u2068Gender\u2069/)
  assert.doesNotMatch(check, /woman-of-sheets/)
})
