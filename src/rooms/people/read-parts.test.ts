import assert from 'node:assert/strict'
import { test } from 'node:test'
import { foldPhone, readBirthYear, readCapacity, readEmail, readList, readPhone, readSide, readYesNo } from './read-parts.ts'

test('An e-mail address is read in the forms that sheets hold, and two in one cell are none.', () => {
  for (const form of ['ana@un.org', ' ana@un.org ', 'Ana Silva <ana@un.org>', 'mailto:ana@un.org', 'ana@un.org\u200f', 'ana @un.org']) {
    assert.equal(readEmail(form), 'ana@un.org', form)
  }
  assert.equal(readEmail("O'Brien+x@Example.ORG"), "O'Brien+x@Example.ORG")
  assert.equal(readEmail('زهرا@مثال.افغانستان'), 'زهرا@مثال.افغانستان')
  for (const form of [
    'ana',
    'ana@',
    '@un.org',
    'ana@un',
    'a@b@c.org',
    'a@x.org, b@y.org',
    'a@x.org;b@y.org',
    'a@.org',
    'a@x..org',
    '<script>@x.org',
  ]) {
    assert.equal(readEmail(form), null, form)
  }
})

test('A telephone number is read in any digits, with its extension; words and two numbers are none.', () => {
  assert.equal(readPhone('+۹۳ ۷۰۰ ۱۲۳ ۴۵۶'), '+93 700 123 456')
  assert.equal(readPhone('(011) 555-1234 ext. 12'), '(011) 555-1234 ext. 12')
  assert.equal(readPhone('\u202a+39\u00a0011\u202c'), '+39 011')
  for (const form of ['call me', '12', '9.37E+10', '+93 700 123 456, +93 799 123 456', '0700123456 / 0799123456', '1'.repeat(30)]) {
    assert.equal(readPhone(form), null, form)
  }
  assert.equal(foldPhone('0093 (700) 123-456'), foldPhone('+93 700 123456'))
})

const years: [string, number | null][] = [
  ['1985', 1985],
  [' ۱۹۸۵ ', 1985],
  ['1364', 1985],
  ['۱۳۶۴', 1985],
  ['1364-10-10', 1985],
  ['1364/10/11', 1986],
  ['۱۲/۱۲/۱۳۶۴', 1986],
  ['1985-02-28', 1985],
  ['28.02.1985', 1985],
  ['2/28/1985', 1985],
  ['29/02/1984', 1984],
  ['29/02/1985', null],
  ['1985-13-40', null],
  ['1364-12-31', null],
  ['19x5', null],
  ['85', null],
  ['1985-02', null],
  ['2029', null],
  ['1850', null],
  ['1421', null],
  ['1,985', null],
]
for (const [text, year] of years) {
  test(`A birth year of ${text} is ${year ?? 'not one'}.`, () => assert.equal(readBirthYear(text, 2030)?.year ?? null, year))
}

test('Capacity is a whole number up to fifty, in any digits.', () => {
  assert.deepEqual(['3', '۲', '0', '2.0', '50'].map(readCapacity), [3, 2, 0, 2, 50])
  assert.deepEqual(['1,5', '1.5', '-1', 'two', '51', '2,000', '999999999999'].map(readCapacity), [null, null, null, null, null, null, null])
})

test('Sides, yes and no are known in the languages of our sheets, and a list is taken apart once.', () => {
  assert.deepEqual(['Mentor', 'MENTEES', 'both', 'Mentor/Mentee', 'رهنما', 'هر دو', 'boss'].map(readSide), [
    'mentor',
    'mentee',
    'both',
    'both',
    'mentor',
    'both',
    null,
  ])
  assert.deepEqual(['Yes', 'n', 'Sí', 'بلی', 'نخیر', 'maybe'].map(readYesNo), [true, false, true, true, false, null])
  assert.deepEqual(readList('budget, Excel؛ BUDGET\npublic  speaking,,'), ['budget', 'Excel', 'public speaking'])
})
