import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { findKeys } from '#ground/content-keys'
import { type Page, page } from '#ground/route'
import { limits, type NoteLine } from '#notebook/note'
import { givenNotebook, longText, newId } from '#notebook/notebook.testing'
import { notesView } from '#notebook/notes-view'
import { countNotes, findDraft } from '#notebook/reads'
import { firstWords } from '#notebook/search'
import { ofTwo } from '#partnerships/of-two'
import { holdsOf } from '#partnerships/stage-reads'
import { signedIn } from '#people/gates'
import { doorOf } from '#people/web.testing'
import { routes } from '#street'
import { testHouse } from '#testing/house'
import { onServer } from '#testing/server'
import { row, saySpread, spreadOf } from './measure.ts'

/* What sealing costs: a page of 50 notes of 4,000 characters, half Latin, half Dari, and the same page from a copy in clear, in turns. */
const turnsCounted = 200
const turnsBefore = 60
const batchesCounted = 5
const latin = 'We spoke of prices, of the bazaar and of what comes next; she brings the list and I write to the cooperative. '

const house = await testHouse()
const pair = await givenNotebook(house)
const mixed = () => `${latin.repeat(20).slice(0, limits.noteCharsMax / 2 - 1)} ${longText(limits.noteCharsMax / 2)}`

/** The same notes with their texts in clear, behind the same kind of wall. */
async function copyInClear(texts: ReadonlyMap<string, string>): Promise<void> {
  await onServer(async (client) => {
    await client.query(`create table plain_versions (
        note uuid primary key, version int not null, text text not null, first text not null, at timestamptz not null);
      alter table plain_versions enable row level security;
      create policy plain_read on plain_versions for select to lampline_app using (exists (select 1 from notes n where n.id = note));
      grant select on plain_versions to lampline_app`)
    for (const [note, text] of texts)
      await client.query('insert into plain_versions values ($1, 1, $2, $3, now())', [note, text, firstWords(text)])
    await client.query('analyze')
  }, house.databaseName)
}

/** The page as it would be if nothing were sealed: the same questions but for keys, the same drawing. */
const plainPage: Page = async (db, asked) => {
  const partnership = asked.params.partnership ?? ''
  const two = await ofTwo(db, partnership)
  const isOnHold = (await holdsOf(db, partnership)).length > 0
  const standing = { two, isOver: two.pair.endedAt !== null, isOnHold, destroyed: null }
  const kind = 'shared'
  const count = await countNotes(db, { partnership, kind })
  const { rows } = await sql<Omit<NoteLine, 'end'>>`
    select n.id, n.partnership, n.author, n.kind, n.made_at, v.version, v.first, v.at as worded_at, e.at as ended_at, e.why
    from notes n cross join lateral (select * from plain_versions w where w.note = n.id order by w.version desc limit 1) as v
      left join note_ends e on e.note = n.id
    where n.partnership = ${partnership} and n.kind = ${kind} and (n.kind = 'shared' or e.note is null)
    order by n.made_at desc, n.id desc limit ${limits.notesShownMax} offset 0`.execute(db)
  const draft = await findDraft(db, { kind, item: partnership })
  return notesView(asked, undefined, { kind, standing, notes: rows.map((one) => ({ ...one, end: null })), count, page: 1, pages: 1, draft })
}

const { browserOf } = doorOf(house, [...routes, page('/plain/:partnership', signedIn, plainPage)])

test('bench', async () => {
  const texts = new Map(Array.from({ length: limits.notesShownMax }, () => [newId(), mixed()]))
  for (const [note, text] of texts) await pair.wrote('mentor', 'shared', text, note)
  await copyInClear(texts)
  const browser = await browserOf(pair.mentee)
  const [sealed, plain] = [`/partnerships/${pair.id}/notebook`, `/plain/${pair.id}`]
  const body = (text: string) =>
    text
      .slice(text.indexOf('<h1>'))
      .replace(/name="(id|formToken)" value="[^"]*"/g, '')
      .replaceAll(plain, sealed)
  assert.equal(body((await browser.get(plain)).text), body((await browser.get(sealed)).text), 'the two are not the same page')

  const timed = async (path: string) => {
    const start = performance.now()
    await browser.get(path)
    return performance.now() - start
  }
  const times = { sealed: [] as number[], plain: [] as number[] }
  const ratios: number[] = []
  for (let turn = -turnsBefore; turn < turnsCounted * batchesCounted; turn += 1) {
    // Who goes first changes each turn, so that neither always finds what the other has warmed.
    const first = turn % 2 === 0 ? await timed(sealed) : await timed(plain)
    const second = turn % 2 === 0 ? await timed(plain) : await timed(sealed)
    if (turn < 0) continue
    times.sealed.push(turn % 2 === 0 ? first : second)
    times.plain.push(turn % 2 === 0 ? second : first)
    if ((turn + 1) % turnsCounted !== 0) continue
    const last = (of: readonly number[]) => spreadOf(of.slice(-turnsCounted)).median
    ratios.push(last(times.sealed) / last(times.plain))
  }
  row(`a page of ${limits.notesShownMax} notes`, 'ms, median (min–max)')
  row('---', '---')
  row('sealed', saySpread(spreadOf(times.sealed), 2))
  row('from a copy in clear', saySpread(spreadOf(times.plain), 2))
  row(`ratio of medians, ${batchesCounted} batches of ${turnsCounted}`, saySpread(spreadOf(ratios), 3))
  row('opening the 50 texts alone', saySpread(spreadOf(await openingAlone()), 2))
})

/** Without the database: the ciphers and the reading of what was sealed. */
async function openingAlone(): Promise<number[]> {
  const text = mixed()
  return house.database.read(pair.mentee.scope, async (db) => {
    const keys = (await findKeys(db, { kind: 'partnership', id: pair.id })) ?? assert.fail('no key')
    const place = { kind: 'bench', item: pair.id, author: '' }
    const row50 = Array.from({ length: limits.notesShownMax }, () => keys.seal(place, { text }))
    return Array.from({ length: turnsCounted }, () => {
      const start = performance.now()
      for (const one of row50) keys.open(place, one)
      return performance.now() - start
    })
  })
}
