import assert from 'node:assert/strict'
import { realHands } from '#ground/chance'
import { rulesInForce } from '#programmes/reads'
import { comparable, criteria } from '#programmes/rules'
import type { Canaries } from './canary.testing.ts'
import type { LookedThrough } from './canary-house.testing.ts'
import { dayIn, hiddenIn, idIn, type Visitor, visitorOf } from './canary-visitor.testing.ts'

/** Words that are no secret: they have to be found wherever they belong, or the search is blind. */
export type Controls = { programme: string; purpose: string; mentor: string; about: string }

export const menteeCode = 'MENTEE-0001'

const sheet = (rows: readonly (readonly string[])[]) => new File([rows.map((row) => row.join(',')).join('\n')], 'people.csv')
const columns = ['code', 'name', 'email', 'letter language', 'languages', 'can help with', 'wants help with', 'side']
const told = ['gender', 'ethnicity', 'disability', 'identity'] as const

/** Mentors, a mentee of whom the sheet tells what nobody else reads, and two officers for safeguarding. */
function peopleSheet(canaries: Canaries, name: string): File {
  const mentor = (code: string) => [
    code,
    `${name} ${code}`,
    `${code}@mail.localdomain`,
    'en',
    'English',
    'pricing',
    '',
    'mentor',
    '',
    '',
    '',
    '',
  ]
  const mentee = [menteeCode, 'Farid', 'n1@mail.localdomain', 'fa-AF', 'English', '', 'pricing', 'mentee']
  return sheet([
    [...columns, ...told],
    ...['M1', 'M2', 'M3'].map(mentor),
    [...mentee, ...told.map((one) => canaries.of(`${one} told by a sheet`))],
    ['MENTEE-0002', 'Nobody', 'no address', 'en', 'English', '', '', 'mentee', '', '', '', ''],
  ])
}

const officersSheet = () =>
  sheet([columns, ...['O1', 'O2'].map((code) => [code, `Officer ${code}`, `${code}@mail.localdomain`, 'en', 'English', '', '', ''])])

async function broughtIn(visitor: Visitor, organisation: string, file: File): Promise<string> {
  const to = await visitor.post(`/organisations/${organisation}/imports`, { id: realHands.newId(), sheet: file, side: 'sheet' })
  const id = /\/imports\/([0-9a-f-]+)/.exec(to)?.[1] ?? assert.fail(to)
  await visitor.post(`/imports/${id}/completion`, { takeAll: 'yes' })
  return id
}

/** A house that has begun: its programme, its people, and a pair that was proposed and accepted. */
export async function begun(house: LookedThrough, canaries: Canaries, controls: Controls) {
  const founding = { organisation: 'The Lantern Works', fullName: 'Leila', email: 'leila@mail.localdomain', start: 'empty' }
  await visitorOf(house, canaries, 'lampline-browser=b').post(house.firstPath, {
    ...founding,
    language: 'en',
    calendar: 'gregory',
    zone: 'UTC',
  })
  const [leila] = await house.read((db) => db.selectFrom('people').select(['id', 'organisation']).execute())
  const { id, organisation } = leila ?? assert.fail('nobody began')
  const coordinator = visitorOf(house, canaries, await house.signIn(id))

  const opened = { template: 'mentoring', name: controls.programme, purpose: controls.purpose, joining: 'organisation' }
  const dates = { startsOn: dayIn(0), endsOn: dayIn(200) }
  const programme = idIn(
    await coordinator.post(`/organisations/${organisation}/programmes`, { id: realHands.newId(), ...opened, ...dates }),
  )
  await comparesAttributes(house, coordinator, programme)
  const brought = await broughtIn(coordinator, organisation, peopleSheet(canaries, controls.mentor))
  await coordinator.post(`/programmes/${programme}/enrolments/import`, { import: brought, side: 'sheet' })
  const refused = { place: 'export/imports/refused.csv', bytes: await coordinator.download(`/imports/${brought}/refused.csv`) }
  await broughtIn(coordinator, organisation, officersSheet())
  for (const code of ['O1', 'O2']) await coordinator.post('/safeguarding', { id: realHands.newId(), code, programme: '' })

  const round = idIn(await coordinator.post(`/programmes/${programme}/rounds`, { id: realHands.newId() }))
  await coordinator.post(`/rounds/${round}/approval`)
  const people = await house.read((db) => db.selectFrom('people').select(['id', 'code']).execute())
  const nameOf = new Map(people.map((one) => [one.id, one.code]))
  const visitors = new Map<string, Visitor>()
  for (const one of people) visitors.set(one.code, visitorOf(house, canaries, await house.signIn(one.id)))
  const by = (code: string) => visitors.get(code) ?? assert.fail(code)
  const [pair] = await house.read((db) => db.selectFrom('partnerships').selectAll().execute())
  assert.ok(pair, 'a pair was proposed')
  const [mentor, mentee] = [by(nameOf.get(pair.mentor) ?? ''), by(nameOf.get(pair.mentee) ?? '')]
  for (const one of [mentor, mentee]) await one.post(`/partnerships/${pair.id}/acceptance`)
  const profile = hiddenIn(await mentor.get('/me'), '/me')
  await mentor.post('/me', {
    ...profile,
    fullName: controls.mentor,
    about: controls.about,
    language: 'en',
    calendar: 'gregory',
    zone: 'UTC',
  })
  return { organisation, programme, round, refused, partnership: pair.id, coordinator, mentor, mentee, by, nameOf }
}

export type Begun = Awaited<ReturnType<typeof begun>>

/** The programme compares what only the matcher reads, so that people are asked for it. */
async function comparesAttributes(house: LookedThrough, coordinator: Visitor, programme: string): Promise<void> {
  const { version, rules } = await house.read((db) => rulesInForce(db, programme))
  const { hard, weights, bestLevel } = rules
  await coordinator.post(`/programmes/${programme}/rules`, {
    ...{
      version: String(version),
      bestStands: bestLevel.mentorStands,
      bestMin: String(bestLevel.min),
      bestMax: String(bestLevel.max ?? ''),
    },
    ...{ lineManagement: hard.lineManagement, sameUnit: hard.sameUnit, grades: 'any', gradesMin: '0', withoutAttributes: 'no' },
    ...{ languagesInCommonMin: String(hard.languagesInCommonMin), hoursInCommonMin: String(hard.hoursInCommonMin) },
    ...Object.fromEntries(criteria.map((one) => [`weight-${one}`, weights[one]])),
    ...Object.fromEntries(comparable.map((one) => [`prefer-${one}`, 'alike'])),
  })
}
