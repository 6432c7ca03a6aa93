import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCountry, readLanguage, readZone, zoneOfCountry } from './read-places.ts'

test('A country is known by its code and by its name in the languages of our sheets.', () => {
  for (const name of ['AF', 'af', 'Afghanistan', 'AFGHANISTAN', 'افغانستان', 'أفغانستان', 'Afganistán', 'AFG'])
    assert.equal(readCountry(name), 'AF', name)
  for (const name of ["Côte d'Ivoire", 'Cote d’Ivoire', 'Ivory Coast']) assert.equal(readCountry(name), 'CI', name)
  assert.deepEqual(['UK', 'Iran (Islamic Republic of)', 'Italie', 'Viet Nam', 'The Gambia', 'Türkiye', 'Turkey'].map(readCountry), [
    'GB',
    'IR',
    'IT',
    'VN',
    'GM',
    'TR',
    'TR',
  ])
  assert.deepEqual(['Atlantis', 'ZZ', 'EU', '', 'XX'].map(readCountry), [null, null, null, null, null])
})

test('A language is known by its name, its own name or its tag; a level after it is left aside.', () => {
  for (const name of ['Dari', 'دری', 'fa-AF', 'prs', 'fa_AF', 'Dari (native)']) assert.equal(readLanguage(name), 'fa-AF', name)
  for (const name of ['Pashto', 'پښتو', 'پشتو', 'ps', 'ps-AF']) assert.equal(readLanguage(name), 'ps', name)
  assert.deepEqual(['French', 'français', 'Francés', 'الفرنسية', 'fr-CH', 'French - B2', 'فرانسوی'].map(readLanguage), Array(7).fill('fr'))
  assert.deepEqual(['English: fluent', 'Persian', 'Kiswahili', 'Hazaragi', 'Deutsch'].map(readLanguage), ['en', 'fa', 'sw', 'haz', 'de'])
  assert.deepEqual(['Klingonese', 'zz', '', 'english french', '<b>'].map(readLanguage), [null, null, null, null, null])
})

test('A zone is known by its name in any case or by its city; a country of one zone gives it.', () => {
  assert.deepEqual(['asia/kabul', 'Kabul', 'Europe/Rome', 'New York', 'America/New_York', 'utc'].map(readZone), [
    'Asia/Kabul',
    'Asia/Kabul',
    'Europe/Rome',
    'America/New_York',
    'America/New_York',
    'UTC',
  ])
  assert.deepEqual(['UTC+4:30', 'Kabul time', 'x'].map(readZone), [null, null, null])
  assert.deepEqual(['AF', 'IT', 'US', 'AQ'].map(zoneOfCountry), ['Asia/Kabul', 'Europe/Rome', null, null])
})
