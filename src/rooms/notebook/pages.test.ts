import assert from 'node:assert/strict'
import { test } from 'node:test'
import { destroyKeys } from '#ground/content-keys'
import { doorOf } from '#people/web.testing'
import { testHouse } from '#testing/house'
import { limits } from './note.ts'
import { givenNotebook, newId, tampered } from './notebook.testing.ts'
import { web } from './web.ts'

const house = await testHouse()
const { app, browserOf } = doorOf(house, web)

async function givenBrowsers() {
  const pair = await givenNotebook(house)
  const path = `/partnerships/${pair.id}/notebook`
  return { pair, path, mentor: await browserOf(pair.mentor), mentee: await browserOf(pair.mentee) }
}
const titleOf = (text: string) => /<title>([^<]*)/.exec(text)?.[1] ?? ''
const idOf = (text: string) => /href="\/notes\/([0-9a-f-]{36})"/.exec(text)?.[1] ?? assert.fail('no note')

test('What one writes for both the other reads; what one writes for oneself the other’s pages do not know of.', async () => {
  const { pair, path, mentor, mentee } = await givenBrowsers()
  const own = path.replace('notebook', 'private-notes')
  assert.equal((await mentor.post(path, { id: newId(), text: 'Prices <b>& more</b>' })).to, `${path}?done=saved`)
  assert.equal((await mentor.post(own, { id: newId(), text: 'Quiet thought' })).to, `${own}?done=saved`)
  const theirs = await mentee.get(path)
  assert.match(theirs.text, /Prices &lt;b&gt;&amp; more&lt;\/b&gt;/)
  assert.match(theirs.text, /Your coordinator cannot open this\. The people who run this server could\./)
  const note = await mentee.get(`/notes/${idOf(theirs.text)}`)
  assert.doesNotMatch(note.text, /Change the text|Take it back/)
  const mine = await mentor.get(own)
  const private_ = idOf(mine.text)
  assert.match(mine.text, /Only you read this/)
  for (const place of [path, own, `${path}/search`]) assert.doesNotMatch((await mentee.get(place)).text, /Quiet|thought/)
  assert.equal((await mentee.get(`/notes/${private_}`)).status, 404)
  assert.equal((await mentor.post(`/notes/${private_}/sharing`, { id: newId(), version: '1' })).to, `${path}?done=note-shared`)
  assert.match((await mentee.get(path)).text, /Quiet thought/)
  assert.equal((await pair.note('mentor', private_))?.end?.why, 'shared')
})

test('Of a note taken back both read by whom and when, and no word of it.', async () => {
  const { pair, path, mentor, mentee } = await givenBrowsers()
  const note = await pair.wrote('mentor', 'shared', 'Harsh words')
  assert.equal((await mentor.post(`/notes/${note}/ending`)).to, `${path}?done=taken-back`)
  assert.match((await mentor.get(path)).text, /Taken back by you on/)
  for (const place of [path, `/notes/${note}`]) {
    const { text } = await mentee.get(place)
    assert.match(text, /Taken back by .* on/)
    assert.doesNotMatch(text, /Harsh/)
  }
  assert.equal((await mentee.get(`/notes/${note}/versions/1`)).status, 404)
})

test('A stale text is answered with both texts side by side, and the next save is against the latest.', async () => {
  const { pair, mentor } = await givenBrowsers()
  const note = await pair.wrote('mentor', 'shared', 'First')
  await pair.reworded('mentor', note, 1, 'At the desk')
  const stale = await mentor.post(`/notes/${note}/text`, { id: newId(), version: '1', text: 'On the telephone' })
  assert.equal(stale.status, 422)
  assert.match(stale.text, /At the desk/)
  assert.match(stale.text, /On the telephone<\/p>[\s\S]*\nOn the telephone<\/textarea>/)
  assert.match(stale.text, /name="version" value="2"/)
  await mentor.post(`/notes/${note}/text`, { id: newId(), version: '2', text: 'Of both' })
  const before = await mentor.get(`/notes/${note}/versions/2`)
  assert.match(before.text, /At the desk/)
  assert.match((await mentor.get(`/notes/${note}`)).text, /Of both[\s\S]*2 earlier texts/)
})

test('A form opens with the draft in it, until it is saved or dropped; the partner’s form does not.', async () => {
  const { path, mentor, mentee } = await givenBrowsers()
  assert.equal((await mentor.post(`${path}/draft`, { id: newId(), text: 'Half a thought' })).to, `${path}?done=draft-kept`)
  const opened = await mentor.get(path)
  assert.match(opened.text, /Here is your draft of[\s\S]*\nHalf a thought<\/textarea>/)
  assert.doesNotMatch((await mentee.get(path)).text, /draft of|Half/)
  assert.equal((await mentor.post(`${path}/draft`, { id: newId(), text: '' })).to, `${path}?done=draft-dropped`)
  assert.doesNotMatch((await mentor.get(path)).text, /draft of|Half/)
})

test('A draft of a change is saved against the text that it was typed against.', async () => {
  const { pair, mentor } = await givenBrowsers()
  const note = await pair.wrote('mentor', 'private', 'First')
  await pair.reworded('mentor', note, 1, 'Elsewhere')
  await mentor.post(`/notes/${note}/draft`, { version: '1', text: 'First and' })
  const { text } = await mentor.get(`/notes/${note}`)
  assert.match(text, /name="version" value="1"[\s\S]*\nFirst and<\/textarea>/)
  assert.equal((await mentor.post(`/notes/${note}/text`, { id: newId(), version: '1', text: 'First and' })).status, 422)
})

test('Where nothing can be added any more, what was typed is on the page to be copied; on hold it can be kept as a draft.', async () => {
  const { pair, path, mentor } = await givenBrowsers()
  await pair.onHold()
  const held = await mentor.post(path, { id: newId(), text: 'Typed at rest' })
  assert.equal(held.status, 422)
  assert.match(held.text, /\nTyped at rest<\/textarea>/)
  assert.match(held.text, /Keep as a draft/)
  assert.doesNotMatch(held.text, /Save for both/)
  await pair.over()
  const late = await mentor.post(path, { id: newId(), text: 'Typed too late' })
  assert.equal(late.status, 422)
  assert.match(late.text, /What you typed<\/h2><p class="written card" dir="auto">Typed too late/)
})

test('A slip keeps what was typed, and names what to mend at its field.', async () => {
  const { path, mentor } = await givenBrowsers()
  const long = await mentor.post(path, { id: newId(), text: `${'long '.repeat(900)}end` })
  assert.equal(long.status, 422)
  assert.match(long.text, /long end<\/textarea>/)
  assert.match((await mentor.post(path, { id: newId(), text: ' ' })).text, /Write something first\./)
})

test('A search finds what one may read, and its words stand in no address; later whoever comes begins anew.', async () => {
  const { pair, path, mentor, mentee } = await givenBrowsers()
  await pair.wrote('mentor', 'shared', 'The کتابچهٔ bazaar of March')
  await pair.wrote('mentor', 'private', 'Bazaar of my own')
  await pair.said('mentee', newId(), 'Shall we meet at the BAZAAR?')
  const find = async (browser: typeof mentor, q: string) => {
    assert.equal((await browser.post(`${path}/search`, { q })).to, `${path}/search`)
    return (await browser.get(`${path}/search`)).text
  }
  assert.match(await find(mentor, 'bazaar'), /Found 3 times/)
  assert.match(await find(mentee, 'bázaar'), /Found 2 times/)
  assert.match(await find(mentee, 'كتابچه'), /Found once/)
  assert.match(await find(mentee, 'nowhere'), /Nothing was found/)
  assert.equal((await mentee.post(`${path}/search`, { q: ' ' })).status, 422)
  house.setNow(house.now().add({ minutes: limits.searchMinutes, seconds: 1 }).toString())
  assert.doesNotMatch((await mentor.get(`${path}/search`)).text, /Found|value="bazaar"/)
})

test('No word of a note stands in a title, which a browser keeps in its history; no page is stored.', async () => {
  const { pair, path, mentor } = await givenBrowsers()
  const note = await pair.wrote('mentor', 'shared', 'Heliotrope')
  await pair.reworded('mentor', note, 1, 'Heliotrope again')
  for (const place of [path, `/notes/${note}`, `/notes/${note}/versions/1`]) {
    const answer = await app.request(place, { headers: mentor.headers })
    assert.equal(answer.headers.get('cache-control'), 'no-store')
    const text = await answer.text()
    assert.match(text, /Heliotrope/)
    assert.doesNotMatch(titleOf(text), /Heliotrope/)
  }
  await mentor.post(`${path}/search`, { q: 'heliotrope' })
  assert.doesNotMatch(titleOf((await mentor.get(`${path}/search`)).text), /heliotrope/i)
})

test('A note that was swapped in the database is our fault, said as such; the page never shows another’s text.', async () => {
  const { pair, path, mentee } = await givenBrowsers()
  const [one, two] = [await pair.wrote('mentor', 'shared', 'Camellia'), await pair.wrote('mentor', 'shared', 'Oleander')]
  const of = (column: string) => `${column} = (select ${column} from note_versions where note = '${two}')`
  await tampered(house, `update note_versions set ${of('sealed')}, ${of('first')} where note = '${one}'`)
  for (const place of [path, `/notes/${one}`]) {
    const { status, text } = await mentee.get(place)
    assert.equal(status, 500)
    assert.doesNotMatch(text, /Camellia|Oleander/)
  }
  assert.match((await mentee.get(`/notes/${two}`)).text, /Oleander/)
})

test('Once the key is destroyed the pages stand, and say once that what was written is gone.', async () => {
  const { pair, path, mentor } = await givenBrowsers()
  const note = await pair.wrote('mentor', 'shared', 'Camellia')
  await house.write((tx) => destroyKeys(tx, { kind: 'partnership', id: pair.id }, 'kept-long-enough'))
  for (const place of [path, `/notes/${note}`]) {
    const { status, text } = await mentor.get(place)
    assert.equal(status, 200)
    assert.equal([...text.matchAll(/destroyed for good on/g)].length, 1)
    assert.doesNotMatch(text, /<textarea|Camellia/)
  }
})
