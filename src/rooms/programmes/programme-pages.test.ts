import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSheet } from '#ground/sheet'
import { givenKeeper, givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { openPages, untouched, wordsOf } from './browser.testing.ts'
import { enrol } from './enrol.ts'
import { keepApart } from './keep-apart.ts'
import { type GivenProgramme, givenProgramme, imported } from './programmes.testing.ts'
import { enrolmentsOfPerson, findProgramme } from './reads.ts'

const house = await testHouse()
const { app, browserOf } = openPages(house)
const languages = ['en', 'fa-AF'] as const

async function enrolled(programme: GivenProgramme, facts: Parameters<typeof givenPerson>[2] = {}, side: 'mentor' | 'mentee' = 'mentor') {
  const person = await givenPerson(house, programme.organisation, facts)
  const id = crypto.randomUUID()
  await house.writeAs(programme.coordinator, (tx) => enrol(tx, { id, programme: programme.id, person: person.id, side }))
  return { ...person, enrolment: id }
}

const naughty = '<script>alert(1)</script> & “Zahra” \u202eزهرا'

test('Every page is drawn in both languages, for who coordinates and for who is in, with names that would break out.', async () => {
  const programme = await givenProgramme(house, { name: naughty, purpose: naughty })
  const one = await enrolled(programme, { fullName: naughty, unit: naughty, canHelpWith: ['finance', naughty] })
  const other = await enrolled(programme, {}, 'mentee')
  await imported(house, programme.keeper, [
    ['Full name', 'E-mail'],
    ['Ana', 'ana@example.org'],
  ])
  await house.writeAs(programme.coordinator, (tx) =>
    keepApart(tx, { id: tx.newId(), programme: programme.id, code: one.code, otherCode: other.code }),
  )
  const base = `/programmes/${programme.id}`
  const theirs = ['/programmes', `/joining/${programme.linkKey}`, `/enrolments/${one.enrolment}`]
  const ours = [...theirs, '/programmes/new', `${base}/rules`, `${base}/enrolments`, `${base}/enrolments/import`, `${base}/must-nots`]
  for (const language of languages) {
    for (const [person, paths] of [
      [programme.keeper, ours],
      [one, theirs],
    ] as const) {
      const browser = await browserOf(person, language)
      for (const path of paths) {
        const { status, text } = await browser.get(path)
        assert.equal(status, 200, `${language} ${path}`)
        assert.doesNotMatch(wordsOf(text), /undefined|\[object|NaN|null|page\.|label\.|refusal\./, `${language} ${path}`)
        assert.doesNotMatch(text, /<script>/, path)
      }
    }
  }
})

test('An empty house says so on each page.', async () => {
  const keeper = await givenKeeper(house, await givenOrganisation(house))
  const browser = await browserOf(keeper)
  assert.match((await browser.get('/programmes')).text, /class="empty|No programme|no programme/i)
  const programme = await givenProgramme(house, { keeper })
  assert.match((await browser.get(`/programmes/${programme.id}/enrolments`)).text, /\/imports">/)
  assert.equal((await browser.get(`/programmes/${programme.id}/must-nots`)).status, 200)
})

test('The lists are found by name and code in any form, by side, and page by page; a page that is not there is the last.', async () => {
  const programme = await givenProgramme(house)
  await enrolled(programme, { fullName: 'Zoé', code: 'find-me' }, 'mentee')
  const rows = Array.from({ length: 60 }, (_, at) => [`Person ${at}`, `p${at}@example.org`, 'mentor'])
  const from = await imported(house, programme.keeper, [['Full name', 'E-mail', 'Side'], ...rows])
  const browser = await browserOf(programme.keeper)
  const path = `/programmes/${programme.id}/enrolments`
  assert.equal((await browser.post(`${path}/import`, { import: from, side: 'sheet' })).to, `${path}?done=enrolled&n=60&m=0`)
  for (const q of ['zoe', 'FIND-ME']) {
    const { text } = await browser.get(`${path}?q=${q}`)
    assert.match(text, /Zoé/)
    assert.doesNotMatch(text, /Person 1</)
  }
  const peopleOn = async (query: string) => [...(await browser.get(`${path}?${query}`)).text.matchAll(/href="\/people\//g)].length
  assert.deepEqual(
    [await peopleOn(''), await peopleOn('page=2'), await peopleOn('side=mentee'), await peopleOn('page=99')],
    [40, 21, 1, 21],
  )
  for (const query of ['side=x', 'page=-1', 'page=x', 'q=%25', `q=${'x'.repeat(3_000)}`])
    assert.equal((await browser.get(`${path}?${query}`)).status, 200)
})

test('The list comes as CSV and XLSX, in the reader’s words, with everybody in it and formulas harmless.', async () => {
  const programme = await givenProgramme(house, { name: 'Lamps / “2027”' })
  await enrolled(programme, { fullName: '=HYPERLINK("x")', canHelpWith: ['finance'] })
  for (const language of languages) {
    const browser = await browserOf(programme.keeper, language)
    const sheets = []
    for (const kind of ['csv', 'xlsx']) {
      const { status, bytes } = await browser.get(`/programmes/${programme.id}/enrolments.${kind}`)
      assert.equal(status, 200)
      sheets.push(await readSheet(bytes, `people.${kind}`))
    }
    const [csv, xlsx] = sheets
    assert.equal(csv?.rows.length, 1)
    assert.deepEqual([csv?.headers, csv?.rows[0]?.cells], [xlsx?.headers, xlsx?.rows[0]?.cells])
    assert.ok(JSON.stringify(csv).includes('=HYPERLINK'))
  }
})

test('Another organisation’s programme is not there, on any page and for any form.', async () => {
  const [programme, other] = [await givenProgramme(house), await givenProgramme(house)]
  const { enrolment, id } = await enrolled(programme)
  const colleague = await givenPerson(house, programme.organisation)
  const base = `/programmes/${programme.id}`
  const pages = ['rules', 'enrolments', 'enrolments/import', 'enrolments.csv', 'enrolments.xlsx', 'must-nots'].map(
    (page) => `${base}/${page}`,
  )
  const forms = ['rules', 'enrolments', 'enrolments/import', 'must-nots', 'must-nots/lifting'].map((form) => `${base}/${form}`)
  for (const person of [other.keeper, colleague]) {
    const browser = await browserOf(person)
    for (const path of [...pages, `/enrolments/${enrolment}`]) assert.equal((await browser.get(path)).status, 404, path)
    for (const path of forms) assert.equal((await browser.post(path, { id: crypto.randomUUID() })).status, 404, path)
    assert.equal((await browser.post(`/enrolments/${enrolment}/capacity`, { capacity: '9' })).status, 404)
    assert.equal((await browser.post(`/enrolments/${enrolment}/withdrawal`, {})).status, 404)
  }
  const stranger = await browserOf(other.keeper)
  assert.equal((await stranger.get(`/joining/${programme.linkKey}`)).status, 404)
  assert.doesNotMatch((await stranger.get('/programmes')).text, new RegExp(programme.id))
  assert.equal((await house.read((db) => enrolmentsOfPerson(db, id))).length, 1)
  for (const path of [...pages, '/programmes', '/programmes/new', `/joining/${programme.linkKey}`]) {
    const nobody = await app.request(path)
    assert.deepEqual([nobody.status, nobody.headers.get('location')?.startsWith('/sign-in?')], [303, true], path)
  }
})

test('What is no id in a path is 404, not a fault.', async () => {
  const programme = await givenProgramme(house)
  const browser = await browserOf(programme.keeper)
  for (const path of ['/programmes/x/rules', '/enrolments/x', '/joining/x', '/enrolments/00000000-0000-0000-0000-000000000000']) {
    assert.equal((await browser.get(path)).status, 404, path)
  }
})

test('A programme opens from its page as it stands, with a name typed; the same form twice is one programme.', async () => {
  for (const language of languages) {
    const keeper = await givenKeeper(house, await givenOrganisation(house))
    const browser = await browserOf(keeper, language)
    const action = `/organisations/${keeper.organisation}/programmes`
    const fields = { ...untouched((await browser.get('/programmes/new')).text, action), name: 'چراغ‌ها' }
    const [first, second] = [await browser.post(action, fields), await browser.post(action, fields)]
    assert.equal(first.status, 303, wordsOf(first.text))
    assert.match(first.to, /^\/programmes\/[0-9a-f-]{36}\/enrolments\?done=opened$/)
    assert.equal(second.to, first.to)
    const opened = await house.read((db) => findProgramme(db, first.to.split('/')[2] ?? ''))
    const dates = [opened?.startsOn.toString(), opened?.endsOn.toString()]
    assert.deepEqual([opened?.name, ...dates], ['چراغ‌ها', '2026-11-23', '2027-05-24'])
    assert.equal(
      (await house.read((db) => db.selectFrom('programmes').select('id').where('organisation', '=', keeper.organisation).execute())).length,
      1,
    )
    assert.equal((await browser.get(first.to)).status, 200)
  }
})

test('A form that slips is drawn again with what was typed, and what to mend at its field.', async () => {
  const keeper = await givenKeeper(house, await givenOrganisation(house))
  const action = `/organisations/${keeper.organisation}/programmes`
  for (const language of languages) {
    const browser = await browserOf(keeper, language)
    const fields = untouched((await browser.get('/programmes/new')).text, action)
    const bad = { ...fields, name: ' ', purpose: '\nfirst line empty', startsOn: '۲ قوس ۱۴۰۵', endsOn: '1 Qaws 1405' }
    const { status, text } = await browser.post(action, bad)
    assert.equal(status, 422)
    assert.match(text, /role="alert"[\s\S]*href="#[^"]*name"/)
    assert.deepEqual(untouched(text, action), {
      ...fields,
      name: [' '],
      purpose: ['\nfirst line empty'],
      startsOn: ['۲ قوس ۱۴۰۵'],
      endsOn: ['1 Qaws 1405'],
    })
    const ends = await browser.post(action, { ...bad, name: 'Lamps' })
    assert.match(ends.text, language === 'en' ? /must end after it starts/ : /role="alert"/)
    assert.equal((await browser.post(action, { ...fields, name: 'x'.repeat(201) })).status, 422)
  }
  const browser = await browserOf(keeper)
  const elsewhere = `/organisations/${await givenOrganisation(house)}/programmes`
  assert.equal((await browser.post(elsewhere, untouched((await browser.get('/programmes/new')).text, action))).status, 404)
})
