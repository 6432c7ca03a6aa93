import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fold } from '#ground/fold'
import { readSheet } from '#ground/sheet'
import { columnNames } from './column-names.ts'
import { headersFingerprint, namesPeople, recogniseColumns, tidyMapping } from './columns.ts'

test('No header means two things.', () => {
  const owner = new Map<string, string>()
  for (const [column, names] of Object.entries(columnNames)) {
    for (const name of names.split('|').map((text) => fold(text.trim()))) {
      assert.notEqual(name, '', column)
      assert.ok((owner.get(name) ?? column) === column, `“${name}” is ${owner.get(name)} and ${column}`)
      owner.set(name, column)
    }
  }
})

const sheets: [string, string[], (string | null)[]][] = [
  [
    'English, with marks and case',
    ['E-Mail Address *', 'FULL_NAME', 'Job Title:', 'Duty Station'],
    ['email', 'fullName', 'jobTitle', null],
  ],
  [
    'UN human resources',
    ['Index No.', 'Last Name', 'First Name', 'Functional Title', 'Grade', 'Org. Unit', 'First Reporting Officer'],
    ['code', 'lastName', 'firstName', 'jobTitle', 'grade', 'unit', 'lineManagerCode'],
  ],
  [
    'French',
    ['Prénom', 'Nom', 'Courriel', 'Téléphone', 'Langues parlées', 'Pays', 'Année de naissance'],
    ['firstName', 'lastName', 'email', 'phone', 'languages', 'country', 'birthYear'],
  ],
  [
    'Spanish',
    ['Nombre completo', 'Correo electrónico', 'Teléfono móvil', 'Género', 'País'],
    ['fullName', 'email', null, 'gender', 'country'],
  ],
  ['Arabic', ['الاسم الكامل', 'البريد الإلكتروني', 'رقم الهاتف', 'الدرجة', 'اللغات'], ['fullName', 'email', 'phone', 'grade', 'languages']],
  [
    'Dari',
    ['نام', 'ایمیل', 'شماره تلفون', 'زبان‌ها', 'کشور', 'سال تولد'],
    ['fullName', 'email', 'phone', 'languages', 'country', 'birthYear'],
  ],
  ['Pashto', ['نوم', 'برېښنالیک', 'هیواد', 'ژبې'], ['fullName', 'email', 'country', 'languages']],
  ['with a hint in brackets', ['Name (as on passport)', 'Capacity [max 3]'], ['fullName', 'capacity']],
  ['returned by us', ['Error', 'name', 'email'], ['ignore', 'fullName', 'email']],
  ['with the same field twice', ['Email', 'Work email', 'Name'], ['email', null, 'fullName']],
]
for (const [what, headers, mapping] of sheets) {
  test(`Columns are recognised: ${what}.`, () => assert.deepEqual(recogniseColumns(headers), mapping))
}

test('A remembered mapping is found by its headers, and brought to columns that exist.', () => {
  assert.equal(headersFingerprint(['E-mail', 'Name ']), headersFingerprint(['e mail', 'NAME']))
  assert.notEqual(headersFingerprint(['name', 'email']), headersFingerprint(['email', 'name']))
  assert.deepEqual(tidyMapping(['email', 'gone', 'email', 'ignore'], ['a', 'b', 'c', 'd', 'e']), ['email', null, null, 'ignore', null])
})

const small = '../shared/data/mentor-match-small'
test('The small public-sector files are recognised as they are.', { skip: !existsSync(small) && 'the files are not here' }, async () => {
  for (const file of ['mentors', 'mentees']) {
    const { headers, rows } = await readSheet(readFileSync(`${small}/${file}.csv`), `${file}.csv`)
    const mapping = recogniseColumns(headers)
    assert.equal(rows.length, 50)
    assert.ok(!mapping.includes(null) && namesPeople(mapping), JSON.stringify(mapping))
    assert.equal(mapping[headers.indexOf('organisation')], 'unit')
    assert.equal(mapping[headers.indexOf('profession')], 'field')
  }
})
