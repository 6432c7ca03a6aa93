import assert from 'node:assert/strict'
import { test } from 'node:test'
import { raised, telling } from '#concerns/concerns.testing'
import { realHands } from '#ground/chance'
import type { Scope } from '#ground/db'
import type { Route } from '#ground/route'
import { setGoal } from '#growth/set-goal'
import { writeNote } from '#notebook/write-note'
import { doorOf } from '#people/web.testing'
import { disclose } from '#records/disclose'
import { jobs, routes } from '#street'
import { coordinating } from '#testing/given'
import { testHouse } from '#testing/house'
import { roomMatrices } from './matrix.rooms.ts'
import { givenMatrix, marksOf } from './matrix.testing.ts'

const house = await testHouse()
const { browserOf } = doorOf(house, routes)
const given = await givenMatrix(house)
const more: Record<string, string> = {}
for (const room of roomMatrices) Object.assign(more, await room.given(house, given))
const { ids, people } = given
const { newId } = realHands
const [note, goal, canary] = [newId(), newId(), 'Speedwell at his house']
await house.writeAs(people.mentor.scope, async (tx) => {
  await writeNote(tx, { id: note, partnership: ids.partnership, kind: 'shared', text: canary })
  await setGoal(tx, { id: goal, partnership: ids.partnership, text: 'Bryony', shownBy: null, of: 'both' })
})

const others = {
  mentor: people.mentor,
  colleague: people.colleague,
  coordinator: people.coordinator,
  administrator: people.administrator,
} as const
const browsers = await Promise.all(Object.entries(others).map(async ([who, person]) => ({ who, browser: await browserOf(person) })))
const objects: Record<string, string> = { ...ids, ...more, note, goal, session: browsers[0]?.browser.session ?? '', token: 'of-nobody' }

/** A form's own ids and secrets are drawn anew for every page. */
const withoutDraws = (text: string) => text.replace(/(?<=value=")[\w-]{20,}(?=")/g, '')

/** A sheet carries the moment at which it was packed; its .csv says the same without. */
const isStill = ({ does, path }: Route) => (does === 'page' || does === 'file') && !path.endsWith('.xlsx')

/** Every page and file as each of the others sees it, by who and where. */
async function seen(): Promise<Map<string, string>> {
  const all = new Map<string, string>()
  for (const { path } of routes.filter(isStill)) {
    const address = path.replace(/:(\w+)/g, (_all, name: string) => objects[name] ?? assert.fail(name))
    for (const { who, browser } of browsers) {
      const { status, text } = await browser.get(address)
      all.set(`${who} ${address}`, `${status} ${withoutDraws(text)}`)
    }
  }
  return all
}

/** What each may read of the diary, the letters and the reminders. */
async function rowsFor(scope: Scope): Promise<number[]> {
  return house.database.read(scope, async (db) => [
    (await db.selectFrom('diary').select('id').execute()).length,
    (await db.selectFrom('mails').select('id').execute()).length,
    (await db.selectFrom('nudges').select('kind').execute()).length,
  ])
}
const rows = async () =>
  Promise.all(
    Object.values(others)
      .flatMap((person) => [person.scope, coordinating(person, ids.programme)])
      .map(rowsFor),
  )

async function heeded(): Promise<void> {
  for (const news of await house.news('concern.raised', 'concern.disclosed', 'concern.paired')) {
    for (const job of jobs) if (job.does === 'heed' && job.news === news.kind) await house.write((tx) => job.verb(tx, news))
  }
}

test('Nobody but the officers sees that one of a pair showed them something: every page, the diary, the letters are as before.', {
  timeout: 300_000,
}, async () => {
  await heeded()
  // Staff's first look at each page leaves a row, which is theirs to read; the same look within the hour leaves none.
  await seen()
  const [before, rowsBefore] = [await seen(), await rows()]
  assert.deepEqual(differences(before, await seen()), [], 'the same page twice is the same')
  const told = await raised(house, people.mentee.scope, telling(ids.organisation))
  const input = { partnership: ids.partnership, items: [`shared-note:${note}`, `goal:${goal}`], words: 'Words', asides: [] }
  const sent = { ...input, severity: 'serious' as const, reference: realHands.newSecret(), organisation: ids.organisation, network: 'n' }
  for (const concern of [null, told.id]) {
    await house.writeAs(people.mentee.scope, (tx) => disclose(tx, { ...sent, id: newId(), concern }))
  }
  await heeded()
  assert.deepEqual(differences(before, await seen()), [])
  assert.deepEqual(await rows(), rowsBefore)
  const letters = await house.read((db) =>
    db.selectFrom('mails').select(['recipient', 'body']).where('kind', 'like', 'concern.%').execute(),
  )
  assert.ok(letters.length > 0)
  for (const { recipient, body } of letters) {
    assert.ok(!Object.values(others).some(({ id }) => id === recipient))
    assert.ok(!body.includes(canary))
  }
  assert.match((await (await browserOf(people.officer)).get('/concerns')).text, /\/concerns\/[0-9a-f-]{36}/)
})

const differences = (before: Map<string, string>, after: Map<string, string>) =>
  [...before].flatMap(([where, text]) => (after.get(where) === text ? [] : [where]))

test('To look at the page where one chooses leaves no trace.', async () => {
  const mentee = await browserOf(people.mentee)
  const before = await marksOf(house.databaseName)
  assert.equal((await mentee.get(`/partnerships/${ids.partnership}/disclosure?item=shared-note:${note}`)).status, 200)
  assert.deepEqual(await marksOf(house.databaseName), before)
})
