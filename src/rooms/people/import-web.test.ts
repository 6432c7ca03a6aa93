import assert from 'node:assert/strict'
import { test } from 'node:test'
import { serveWeb } from '#doors/web/serve'
import { realHands, secretHash } from '#ground/chance'
import { readSheet } from '#ground/sheet'
import { type GivenPerson, givenKeeper, givenOrganisation, givenPerson } from '#testing/given'
import { silentLog, testConfig, testHouse } from '#testing/house'
import { sheetOf } from './import.testing.ts'
import { importWeb } from './import-web.ts'

const house = await testHouse()
const app = serveWeb({ ...realHands, database: house.database, config: testConfig, log: silentLog, now: house.now }, importWeb)

/** A browser in which this person is signed in. */
async function browserOf({ id }: GivenPerson, language: 'en' | 'fa-AF' = 'en') {
  const token = realHands.newSecret()
  await house.write((tx) =>
    tx
      .insertInto('sessions')
      .values({ id: tx.newId(), person: id, tokenHash: secretHash(token), startedAt: tx.now, until: tx.now.add({ hours: 9_999 }) })
      .execute(),
  )
  const headers = { cookie: `lampline=${token}; lampline-browser=b; lampline-language=${language}`, 'sec-fetch-site': 'same-origin' }
  const send = async (path: string, body?: FormData) => {
    const answer = await app.request(path, body ? { method: 'POST', headers, body } : { headers })
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const to = answer.headers.get('location') ?? ''
    return { status: answer.status, text: new TextDecoder().decode(bytes), bytes, to }
  }
  return {
    get: (path: string) => send(path),
    post: (path: string, fields: Record<string, string | File>) => {
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) form.append(name, value)
      return send(path, form)
    },
  }
}

const given = async () => givenKeeper(house, await givenOrganisation(house))
const fileOf = (rows: string[][], name = 'people.csv') => new File([Buffer.from(sheetOf(rows))], name)
const good = [['Full name', 'E-mail'], ...Array.from({ length: 37 }, (_, at) => [`Person ${at}`, `p${at}@un.org`])]
const mixed = [...good, ['Bad One', 'nowhere'], ['', 'x@un.org'], ['<script>alert(1)</script>', '']]
const bodyOf = (text: string) => text.replace(/<style>[\s\S]*?<\/style>/g, '')

test('A clean sheet goes in with three deeds: choose, upload, import.', async () => {
  const keeper = await given()
  const browser = await browserOf(keeper)
  const path = `/organisations/${keeper.organisation}/imports`
  assert.match((await browser.get(path)).text, /enctype="multipart\/form-data"/)
  const upload = await browser.post(path, { id: crypto.randomUUID(), side: 'mentor', sheet: fileOf(good) })
  assert.deepEqual([upload.status, /^\/imports\/[0-9a-f-]{36}$/.test(upload.to)], [303, true])
  const check = await browser.get(upload.to)
  assert.match(check.text, /37 are fine\./)
  assert.match(check.text, /Import 37 people/)
  const done = await browser.post(`${upload.to}/completion`, {})
  assert.equal(done.to, `${upload.to}?done=imported&n=37`)
  const after = await browser.get(done.to)
  assert.match(after.text, /37 people are new\./)
  assert.match(after.text, /href="\/programmes"/)
  assert.doesNotMatch(bodyOf(after.text), /action="[^"]*completion"/)
  const again = await browser.post(path, { id: crypto.randomUUID(), sheet: fileOf(good) })
  assert.match((await browser.get(again.to)).text, /Nothing changes/)
  assert.match((await browser.get(path)).text, /37 people in/)
})

test('“37 are fine, 3 need you”, in English and in Dari: each row with its number and how to write it, and as a sheet.', async () => {
  const keeper = await given()
  for (const language of ['en', 'fa-AF'] as const) {
    const browser = await browserOf(keeper, language)
    const upload = await browser.post(`/organisations/${keeper.organisation}/imports`, { id: crypto.randomUUID(), sheet: fileOf(mixed) })
    const { text, status } = await browser.get(upload.to)
    assert.equal(status, 200)
    if (language === 'en') assert.match(text, /37 are fine, 3 need you\./)
    else assert.match(text, /۳۷ نفر درست‌اند، ۳ سطر به شما نیاز دارند\./)
    assert.match(text, language === 'en' ? />39<\/th>/ : />۳۹<\/th>/)
    assert.match(text, /nowhere/)
    assert.doesNotMatch(text, /<script>alert/)
    for (const rows of ['fresh', 'held', 'refused', 'nonsense'])
      assert.equal((await browser.get(`${upload.to}?rows=${rows}&page=9`)).status, 200)
    const csv = await readSheet((await browser.get(`${upload.to}/refused.csv`)).bytes, 'r.csv')
    const xlsx = await readSheet((await browser.get(`${upload.to}/refused.xlsx`)).bytes, 'r.xlsx')
    assert.equal(csv.rows.length, 3)
    assert.deepEqual(
      xlsx.rows.map(({ cells }) => cells.slice(1)),
      csv.rows.map(({ cells }) => cells.slice(1)),
    )
  }
})

test('What a sheet would change is shown before and after, a page at a time.', async () => {
  const keeper = await given()
  const browser = await browserOf(keeper)
  const sheet = (unit: string) =>
    fileOf([['Full name', 'E-mail', 'Unit'], ...Array.from({ length: 60 }, (_, at) => [`Person ${at}`, `p${at}@un.org`, unit])])
  const upload = (unit: string) =>
    browser.post(`/organisations/${keeper.organisation}/imports`, { id: crypto.randomUUID(), sheet: sheet(unit) })
  await browser.post(`${(await upload('Finance')).to}/completion`, {})
  const { to } = await upload('Policy')
  const [first, second] = [await browser.get(to), await browser.get(`${to}?rows=changed&page=2`)]
  assert.match(first.text, /<strong>60<\/strong> changed/)
  assert.match(first.text, /Finance[\s\S]*Policy[\s\S]*>51<\/th>/)
  assert.doesNotMatch(first.text, />52<\/th>/)
  assert.match(second.text, />52<\/th>[\s\S]*>61<\/th>/)
})

test('A held row is ticked and comes in.', async () => {
  const keeper = await given()
  const browser = await browserOf(keeper)
  const sheet = fileOf([['Full name'], ['Ana'], ['Bo']])
  const { to } = await browser.post(`/organisations/${keeper.organisation}/imports`, { id: crypto.randomUUID(), sheet })
  assert.match((await browser.get(to)).text, /name="take" value="3"/)
  const none = await browser.post(`${to}/completion`, {})
  assert.equal(none.status, 422)
  assert.match(none.text, /No row of this sheet can be taken in yet/)
  assert.match((await browser.post(`${to}/completion`, { take: '3' })).to, /n=1$/)
})

test('Columns that nobody knows are asked once, with their first values.', async () => {
  const keeper = await given()
  const browser = await browserOf(keeper)
  const path = `/organisations/${keeper.organisation}/imports`
  const sheet = fileOf([
    ['Who', 'Shoe size'],
    ['Ana', '38'],
    ['Bo', '41'],
  ])
  const { to } = await browser.post(path, { id: crypto.randomUUID(), sheet })
  assert.match(to, /\/columns$/)
  assert.match((await browser.get(to)).text, /First values: 38 · 41/)
  const wrong = await browser.post(to, { id: crypto.randomUUID(), 'column-0': 'ignore', 'column-1': 'about' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /No column holds the people/)
  assert.match(wrong.text, /<option value="about" selected/)
  const right = await browser.post(to, { id: crypto.randomUUID(), 'column-0': 'fullName', 'column-1': 'ignore' })
  assert.equal(right.to, to.replace('/columns', ''))
  assert.match((await browser.get(right.to)).text, /One column is left out: Shoe size/)
  assert.doesNotMatch((await browser.post(path, { id: crypto.randomUUID(), sheet })).to, /columns/)
})

test('What is no sheet is refused on the same page, with its sentence.', async () => {
  const keeper = await given()
  const browser = await browserOf(keeper)
  const path = `/organisations/${keeper.organisation}/imports`
  for (const sheet of [new File(['%PDF-1.4'], 'a.pdf'), new File([], 'empty.csv'), new File([], '')]) {
    const answer = await browser.post(path, { id: crypto.randomUUID(), sheet })
    assert.equal(answer.status, 422)
    assert.match(answer.text, /role="alert"/)
  }
  assert.equal(
    (await browser.post(path, { id: crypto.randomUUID(), sheet: new File([new Uint8Array(22 * 1024 * 1024)], 'b.csv') })).status,
    413,
  )
})

test('The template has our columns, and comes back without a question.', async () => {
  const keeper = await given()
  for (const language of ['en', 'fa-AF'] as const) {
    const browser = await browserOf(keeper, language)
    const path = `/organisations/${keeper.organisation}/imports`
    const { bytes, status } = await browser.get(`${path}/template.xlsx`)
    assert.equal(status, 200)
    const { headers } = await readSheet(bytes, 'template.xlsx')
    const filled = headers.map((_, at) => (at === 0 ? 'T1' : at === 1 ? 'Ana' : ''))
    const upload = await browser.post(path, { id: crypto.randomUUID(), sheet: fileOf([headers, filled]) })
    assert.doesNotMatch(upload.to, /columns/)
  }
})

test('Who keeps another organisation, or none, finds nothing here.', async () => {
  const keeper = await given()
  const browser = await browserOf(keeper)
  const path = `/organisations/${keeper.organisation}/imports`
  const { to } = await browser.post(path, { id: crypto.randomUUID(), sheet: fileOf(mixed) })
  for (const stranger of [await given(), await givenPerson(house, keeper.organisation)]) {
    const other = await browserOf(stranger)
    for (const url of [path, `${path}/template.xlsx`, to, `${to}/columns`, `${to}/refused.csv`, `${to}/refused.xlsx`]) {
      assert.equal((await other.get(url)).status, 404, url)
    }
    const mapping = { id: crypto.randomUUID(), 'column-0': 'fullName', 'column-1': 'email' }
    assert.equal((await other.post(`${to}/columns`, mapping)).status, 404)
    assert.equal((await other.post(`${to}/completion`, {})).status, 404)
    assert.equal((await other.post(path, { id: crypto.randomUUID(), sheet: fileOf(mixed) })).status, 404)
  }
  for (const url of [path, to, `${to}/columns`, `${to}/refused.csv`, `${to}/refused.xlsx`]) {
    const nobody = await app.request(url)
    assert.deepEqual([nobody.status, nobody.headers.get('location')?.startsWith('/sign-in?')], [303, true], url)
  }
})
