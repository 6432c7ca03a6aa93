import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fold } from '#ground/fold'
import { readSheet } from '#ground/sheet'
import { recogniseColumns } from './columns.ts'
import { type PersonRow, readPersonRow } from './person-row.ts'
import { topicFrom } from './topics.ts'

type Enrolment = { person: string; side: 'mentor' | 'mentee'; capacity: number; topics: string[]; daysAgo: number; wish: string }
type Answer = { mentee: string; proposal: number; by: 'mentor' | 'mentee'; answer: 'accepted' | 'declined'; hoursAgo: number }
type Programme = {
  template: string
  coordinator: string
  openedDaysAgo: number
  startsInDays: number
  endsInDays: number
  round: { runHoursAgo: number; approvedHoursAgo: number } | null
  mustNot: { person: string; other: string; why: string }[]
  enrolments: Enrolment[]
  answers: Answer[]
}

const folder = join(import.meta.dirname, '../../../sample')
const sheet = await readSheet(readFileSync(join(folder, 'people.csv')), 'people.csv')
const mapping = recogniseColumns(sheet.headers)
const defaults = { language: 'en', calendar: 'gregory', zone: 'UTC', side: null, thisYear: 2026 } as const
const read = sheet.rows.map((row) => readPersonRow(row, mapping, defaults))
const people = read.flatMap((found) => ('row' in found ? [found.row] : []))
const byCode = new Map(people.map((person) => [person.profile.code, person.profile]))
const { programmes } = JSON.parse(readFileSync(join(folder, 'programmes.json'), 'utf8')) as { programmes: Programme[] }
const [mentoring, reverse] = programmes as [Programme, Programme]

const profiles = people.map(({ profile }) => profile)
const count = (filter: (person: PersonRow['profile']) => boolean) => profiles.filter(filter).length
const sideOf = (programme: Programme, side: Enrolment['side']) => programme.enrolments.filter((enrolment) => enrolment.side === side)

test('The sample reads as it stands: every column is known, and no row has a slip.', () => {
  assert.deepEqual(sheet.notes, [])
  assert.ok(!mapping.includes(null) && !mapping.includes('ignore'))
  assert.deepEqual(
    read.flatMap((found) => ('slips' in found ? [found.slips] : [])),
    [],
  )
  assert.equal(people.length, 120)
  assert.equal(byCode.size, 120)
  assert.equal(new Set(profiles.map(({ fullName }) => fold(fullName))).size, 120)
})

test('Everybody but one has a line manager who exists, of a higher grade, and every line ends with the one.', () => {
  const heads = profiles.filter(({ lineManagerCode }) => lineManagerCode === null)
  assert.equal(heads.length, 1)
  for (const person of profiles) {
    assert.ok(person.gradeLevel !== null, person.fullName)
    const line = [person]
    for (let next = person.lineManagerCode; next !== null; next = line[0]?.lineManagerCode ?? null) {
      const manager = byCode.get(next)
      assert.ok(manager?.gradeLevel, `${person.code} reports to ${next}, who is not there`)
      assert.ok(line.length < 8, `the line above ${person.code} runs in a circle`)
      assert.ok(manager.gradeLevel > (line[0]?.gradeLevel ?? 0), `${line[0]?.code} reports to ${next}, who stands no higher`)
      line.unshift(manager)
    }
    assert.equal(line[0], heads[0])
  }
})

test('The sample is six countries in their own zones, four working languages, a dozen units, and a ladder of grades broad at its foot.', () => {
  const places = new Set(profiles.map(({ country, zone }) => `${country} ${zone}`))
  const six = ['AF Asia/Kabul', 'IT Europe/Rome', 'JO Asia/Amman', 'KE Africa/Nairobi', 'PE America/Lima', 'SN Africa/Dakar']
  assert.deepEqual([...places].sort(), six)
  for (const language of ['en', 'fr', 'es', 'fa-AF']) assert.ok(count(({ languages }) => languages.includes(language)) >= 12, language)
  assert.ok(count(({ languages }) => languages.includes('ps')) <= 12, 'few speak Pashto')
  assert.ok(count(({ language }) => language === 'fa-AF') >= 10)
  assert.equal(new Set(profiles.map(({ unit }) => unit)).size, 12)
  assert.equal(
    count(({ grade }) => grade === 'D2'),
    1,
  )
  const [support, junior, senior, heads] = [
    [5, 7],
    [8, 9],
    [10, 11],
    [12, 14],
  ].map(([from = 0, to = 0]) => count(({ gradeLevel }) => gradeLevel !== null && gradeLevel >= from && gradeLevel <= to)) as [
    number,
    number,
    number,
    number,
  ]
  assert.ok(support >= 25 && junior >= 25 && senior >= 25 && heads >= 8 && heads <= 20, `${support} ${junior} ${senior} ${heads}`)
})

test('Names are of many kinds, and some people share an address, or have none.', () => {
  const has = (pattern: RegExp) => profiles.some(({ fullName }) => pattern.test(fullName))
  for (const kind of [/\u200c/, /['’]/, /^\p{L}{3}$/u, /^\p{Script=Arabic}+$/u, /-/, /^(?:\S+ ){2}\S+$/]) assert.ok(has(kind), String(kind))
  for (const { fullName, nameLatin } of profiles) assert.equal(nameLatin === null, /^[\p{Script=Latin}\s'.-]+$/u.test(fullName), fullName)
  const emails = profiles.flatMap(({ email }) => email ?? [])
  assert.ok(emails.length < 120 && emails.length > 100)
  assert.equal(emails.length - new Set(emails).size, 1)
  for (const email of emails) assert.match(email, /@lindenway\.example\.org$/)
})

test('Telephone numbers are an extension inside the house, or of a range that is kept for stories.', () => {
  for (const { phone } of profiles) {
    if (phone !== null) assert.match(phone, /^(?:4\d{3}|\+44 7700 900\d{3}|\+33 6 39 98 \d\d \d\d|\+1 202 555 01\d\d)$/)
  }
})

test('Every topic is known, some are scarce, and no two people tell the same of themselves.', () => {
  const offered = profiles.flatMap(({ canHelpWith }) => canHelpWith)
  const asked = profiles.flatMap(({ wantsHelpWith }) => wantsHelpWith)
  assert.deepEqual(
    [...offered, ...asked].filter((topic) => topicFrom(topic) === null),
    [],
  )
  assert.ok(new Set(offered.map(topicFrom)).size >= 50)
  for (const topic of new Set(asked.map(topicFrom))) {
    assert.ok(
      offered.some((other) => topicFrom(other) === topic),
      `nobody offers ${topic}`,
    )
  }
  const abouts = profiles.flatMap(({ about }) => about ?? [])
  assert.ok(abouts.length >= 110)
  assert.equal(new Set(abouts.map(fold)).size, abouts.length)
  const openings = Map.groupBy(abouts, (about) => fold(about).split(' ').slice(0, 3).join(' '))
  for (const [opening, same] of openings) assert.ok(same.length <= 2, opening)
})

test('Not everyone gives a gender or a year of birth, and who gives one was of an age to work.', () => {
  const given = (attribute: 'gender' | 'birthYear') => people.flatMap(({ attributes }) => attributes[attribute] ?? [])
  assert.ok(given('gender').length > 90 && given('gender').length < 115)
  assert.ok(given('birthYear').length > 85 && given('birthYear').length < 115)
  for (const year of given('birthYear')) assert.ok(Number(year) >= 1960 && Number(year) <= 2004, year)
})

test('Both programmes enrol people who exist, once on a side, after it opened, with topics of ours and a wish of their own.', () => {
  for (const programme of programmes) {
    const sides = programme.enrolments.map(({ person, side }) => `${person} ${side}`)
    assert.equal(new Set(sides).size, sides.length)
    for (const { person, topics, daysAgo, capacity } of programme.enrolments) {
      assert.ok(byCode.has(person), person)
      assert.ok(topics.length >= 1 && topics.every((topic) => topicFrom(topic) === topic), `${person} ${topics}`)
      assert.ok(daysAgo >= 1 && daysAgo <= programme.openedDaysAgo && capacity >= 1 && capacity <= 3)
    }
    assert.ok(byCode.has(programme.coordinator))
    assert.ok(programme.startsInDays > 0 && programme.endsInDays - programme.startsInDays === 182)
    assert.ok(!programme.enrolments.some(({ person }) => person === programme.coordinator))
    for (const { person, other } of programme.mustNot) assert.ok(byCode.has(person) && byCode.has(other) && person !== other)
  }
  const wishes = programmes.flatMap(({ enrolments }) => enrolments.map(({ wish }) => fold(wish)))
  assert.equal(new Set(wishes).size, wishes.length)
  assert.deepEqual([sideOf(mentoring, 'mentee').length, sideOf(mentoring, 'mentor').length], [41, 31])
  assert.deepEqual([sideOf(reverse, 'mentee').length, sideOf(reverse, 'mentor').length], [12, 16])
})

test('What a mentor is enrolled with is what they offer, and what a mentee is enrolled with is what they ask for.', () => {
  for (const { person, side, topics } of programmes.flatMap(({ enrolments }) => enrolments)) {
    const profile = byCode.get(person)
    const told = new Set((side === 'mentor' ? profile?.canHelpWith : profile?.wantsHelpWith)?.map(topicFrom))
    assert.deepEqual(
      topics.filter((topic) => !told.has(topicFrom(topic))),
      [],
      `${person} as a ${side}`,
    )
  }
})

test('In reverse mentoring every senior has several younger mentors two grades below, in another unit, with a language in common.', () => {
  for (const { person } of sideOf(reverse, 'mentee')) {
    const senior = byCode.get(person)
    const fit = sideOf(reverse, 'mentor').filter((enrolment) => {
      const junior = byCode.get(enrolment.person)
      const shared = junior?.languages.some((language) => senior?.languages.includes(language))
      return junior?.unit !== senior?.unit && (junior?.gradeLevel ?? 99) + 2 <= (senior?.gradeLevel ?? 0) && shared
    })
    assert.ok(fit.length >= 5, `${person} has ${fit.length}`)
  }
})

test('The answers are of people who were asked, later than the asking, once for each side of a proposal; most have said yes.', () => {
  const asked = new Set(sideOf(mentoring, 'mentee').map(({ person }) => person))
  const keys = mentoring.answers.map(({ mentee, proposal, by }) => `${mentee} ${proposal} ${by}`)
  assert.equal(new Set(keys).size, keys.length)
  for (const { mentee, hoursAgo } of mentoring.answers) {
    assert.ok(asked.has(mentee), mentee)
    assert.ok(hoursAgo > 0 && hoursAgo < (mentoring.round?.approvedHoursAgo ?? 0))
  }
  const declined = mentoring.answers.filter(({ answer }) => answer === 'declined')
  assert.equal(declined.length, 1)
  const again = mentoring.answers.filter(({ proposal }) => proposal === 2)
  assert.ok(again.length >= 1 && again.every(({ mentee, hoursAgo }) => mentee === declined[0]?.mentee && hoursAgo < declined[0].hoursAgo))
  const agreed = [...asked].filter((mentee) => mentoring.answers.filter((a) => a.mentee === mentee && a.answer === 'accepted').length === 2)
  assert.ok(agreed.length >= 30 && agreed.length <= 37, String(agreed.length))
  assert.deepEqual([reverse.round, reverse.answers], [null, []])
})
