import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSheet } from '#ground/sheet'
import { givenKeeper, givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { doorOf } from './web.testing.ts'
import { web } from './web.ts'

const house = await testHouse()
const { app, browserOf } = doorOf(house, web)
const given = async (role: 'administrator' | 'coordinator' = 'administrator') => givenKeeper(house, await givenOrganisation(house), role)
const peopleOf = ({ organisation }: { organisation: string }) => `/organisations/${organisation}/people`
const reading = { language: 'en', calendar: 'gregory', zone: 'Asia/Kabul' }
const day = (text: string) => Temporal.PlainDate.from(text)
const inNames = (text: string, name: string) => text.includes(`<bdi>${name}</bdi>`)

test('People are listed fifty a page, found by any part of name, code or address, in any case and script form.', async () => {
  const keeper = await given()
  for (let at = 0; at < 55; at++) await givenPerson(house, keeper.organisation, { fullName: `Member ${100 + at}` })
  const browser = await browserOf(keeper)
  await browser.post(`${peopleOf(keeper)}/new`, {
    id: crypto.randomUUID(),
    fullName: 'علي كاظمی',
    code: 'HR-9',
    email: 'Ali@Example.org',
    ...reading,
  })
  const [first, second] = [await browser.get(peopleOf(keeper)), await browser.get(`${peopleOf(keeper)}?page=2`)]
  assert.ok(inNames(first.text, 'Member 100') && !inNames(second.text, 'Member 100'))
  assert.ok(inNames(second.text, 'Member 154') && !inNames(first.text, 'Member 154'))
  for (const asked of ['hr-9', 'ali@example', 'على کاظمي', 'کاظمی hr']) {
    const { text } = await browser.get(`${peopleOf(keeper)}?q=${encodeURIComponent(asked)}`)
    assert.ok(inNames(text, 'علي كاظمی') && !inNames(text, 'Member 100'), asked)
  }
  const none = await browser.get(`${peopleOf(keeper)}?q=${encodeURIComponent('100%_\\')}`)
  assert.match(none.text, /Nobody is found/)
})

test('Everybody comes out as CSV and as XLSX, and comes in again without a change.', async () => {
  const keeper = await given()
  await givenPerson(house, keeper.organisation, {
    fullName: '=cmd|calc',
    freeHours: [{ day: 1, from: 540, to: 720 }],
    languages: ['fa-AF'],
  })
  for (const language of ['en', 'fa-AF'] as const) {
    const browser = await browserOf(keeper, language)
    const csv = await readSheet((await browser.get(`${peopleOf(keeper)}.csv`)).bytes, 'p.csv')
    const xlsx = await readSheet((await browser.get(`${peopleOf(keeper)}.xlsx`)).bytes, 'p.xlsx')
    assert.equal(csv.rows.length, 2)
    assert.deepEqual(
      xlsx.rows.map(({ cells }) => cells),
      csv.rows.map(({ cells }) => cells),
    )
    const sheet = new File([Buffer.from((await browser.get(`${peopleOf(keeper)}.xlsx`)).bytes)], 'p.xlsx')
    const upload = await browser.post(`/organisations/${keeper.organisation}/imports`, { id: crypto.randomUUID(), sheet })
    const check = await browser.get(upload.to)
    assert.match(check.text, language === 'en' ? /Nothing changes/ : /چیزی تغییر نمی‌کند/)
  }
})

test('An organisation without people says what to do next.', async () => {
  const keeper = await given()
  const { text } = await (await browserOf(keeper)).get(`${peopleOf(keeper)}?q=nobody`)
  assert.match(text, /class="button" href="\/organisations\/[0-9a-f-]+\/imports"/)
})

test('A person is added once by a form sent twice; a code that is taken is refused, and what was typed stays.', async () => {
  const keeper = await given()
  const browser = await browserOf(keeper)
  const form = { id: crypto.randomUUID(), fullName: 'Ana Lim', code: 'A1', country: 'Italy', grade: 'P-3', ...reading }
  const path = `${peopleOf(keeper)}/new`
  const [one, two] = [await browser.post(path, form), await browser.post(path, form)]
  assert.deepEqual([one.status, two.to], [303, one.to])
  assert.match((await browser.get(one.to)).text, /Ana Lim[\s\S]*Italy/)
  const taken = await browser.post(path, { ...form, id: crypto.randomUUID(), code: 'a1', fullName: 'Bo <b>' })
  assert.equal(taken.status, 422)
  assert.match(taken.text, /The code a1 is another person/)
  assert.match(taken.text, /value="Bo &lt;b&gt;"/)
  const wrong = await browser.post(path, { ...form, fullName: '', country: 'Narnia', phone: 'call me', email: 'at' })
  assert.equal(wrong.status, 422)
  for (const field of ['fullName', 'country', 'phone', 'email']) assert.match(wrong.text, new RegExp(`href="#f-${field}"`))
})

test('A coordinator changes a profile; only an administrator gives and ends roles, and the last one stays.', async () => {
  const administrator = await given()
  const coordinator = await givenKeeper(house, administrator.organisation)
  const person = await givenPerson(house, administrator.organisation)
  const [high, low] = [await browserOf(administrator), await browserOf(coordinator)]
  const changed = await low.post(`/people/${person.id}/profile`, { fullName: 'New Name', code: person.code, unit: 'Finance', ...reading })
  assert.equal(changed.to, `/people/${person.id}?done=saved`)
  assert.match((await low.get(`/people/${person.id}`)).text, /New Name[\s\S]*Finance/)
  assert.doesNotMatch((await low.get(`/people/${person.id}`)).text, /action="\/people\/[^"]*roles"/)
  const role = { id: crypto.randomUUID(), role: 'coordinator' }
  assert.equal((await low.post(`/people/${person.id}/roles`, role)).status, 404)
  assert.equal((await high.post(`/people/${person.id}/roles`, role)).status, 303)
  const shown = await high.get(`/people/${person.id}`)
  const ending = /action="(\/roles\/[^"]+\/ending)"/.exec(shown.text)?.[1] ?? ''
  assert.equal((await low.post(ending)).status, 404)
  assert.equal((await high.post(ending)).status, 303)
  const own = /action="(\/roles\/[^"]+\/ending)"/.exec((await high.get(`/people/${administrator.id}`)).text)?.[1] ?? ''
  const last = await high.post(own)
  assert.equal(last.status, 422)
  assert.match(last.text, /This is the last administrator/)
})

test('People of another organisation are not found, nor a colleague by whoever keeps nothing.', async () => {
  const keeper = await given()
  const person = await givenPerson(house, keeper.organisation)
  for (const stranger of [await given(), await givenPerson(house, keeper.organisation)]) {
    const browser = await browserOf(stranger)
    const list = peopleOf(keeper)
    for (const path of [list, `${list}.csv`, `${list}.xlsx`, `${list}/new`, `/people/${person.id}`, `/people/${person.id}/profile`]) {
      assert.equal((await browser.get(path)).status, 404, path)
    }
    const profile = { fullName: 'Eve', code: 'E', ...reading }
    assert.equal((await browser.post(`/people/${person.id}/profile`, profile)).status, 404)
    assert.equal((await browser.post(`${list}/new`, { ...profile, id: crypto.randomUUID() })).status, 404)
    assert.equal((await browser.post(`/people/${person.id}/roles`, { id: crypto.randomUUID(), role: 'administrator' })).status, 404)
  }
  assert.equal((await app.request(`/people/${person.id}`)).status, 303)
})

test('People see their own page, without a code of the organisation’s or a form to change it.', async () => {
  const person = await givenPerson(house, await givenOrganisation(house), { lineManagerCode: 'BOSS-1' })
  const { status, text } = await (await browserOf(person)).get(`/people/${person.id}`)
  assert.equal(status, 200)
  assert.doesNotMatch(text, /BOSS-1|href="\/people\/[^"]*profile"|action="\/people/)
})

test('Who coordinates one programme sees whom it enrols, without what the organisation keeps, and nobody else.', async () => {
  const keeper = await given()
  const { organisation } = keeper
  const [coordinator, person, other] = [
    await givenPerson(house, organisation),
    await givenPerson(house, organisation, { lineManagerCode: 'BOSS-2', unit: 'Finance' }),
    await givenPerson(house, organisation),
  ]
  await house.write(async (tx) => {
    const programme = tx.newId()
    const dates = { startsOn: day('2026-12-01'), endsOn: day('2027-12-01'), openedAt: tx.now, openedBy: keeper.id }
    const row = { id: programme, organisation, template: 'mentoring', name: 'Lamp', joining: 'invited', linkKey: programme, ...dates }
    await tx.insertInto('programmes').values(row).execute()
    const side = { side: 'mentor', capacity: 1, enrolledAt: tx.now }
    await tx
      .insertInto('enrolments')
      .values({ id: tx.newId(), programme, organisation, person: person.id, ...side })
      .execute()
    const role = { role: 'coordinator', organisation, programme, givenAt: tx.now }
    await tx
      .insertInto('roles')
      .values({ id: tx.newId(), person: coordinator.id, ...role })
      .execute()
  })
  const browser = await browserOf(coordinator)
  const { status, text } = await browser.get(`/people/${person.id}`)
  assert.equal(status, 200)
  assert.match(text, /Finance/)
  assert.doesNotMatch(text, /BOSS-2|href="\/people\/[^"]*profile"|action="\/people/)
  assert.equal((await browser.get(`/people/${other.id}`)).status, 404)
  assert.equal((await browser.get(`/people/${person.id}/profile`)).status, 404)
})
