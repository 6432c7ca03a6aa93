import assert from 'node:assert/strict'
import { givenOfficer } from '#concerns/concerns.testing'
import { realHands } from '#ground/chance'
import type { Tx } from '#ground/db'
import { outbox, writeLetter } from '#ground/mail'
import { insertAttempt, insertOutcome } from '#ground/mail-attempts'
import { approveRound } from '#matching/approve-round'
import { pinPair } from '#matching/pin-pair'
import { runRound } from '#matching/run-round'
import { accept } from '#partnerships/accept'
import { uploadSheet } from '#people/upload-sheet'
import { enrol } from '#programmes/enrol'
import { keepApart } from '#programmes/keep-apart'
import { openProgramme } from '#programmes/open-programme'
import { findProgramme, mustNotsOf } from '#programmes/reads'
import { coordinating, type GivenPerson, givenKeeper, givenOrganisation, givenPerson } from '#testing/given'
import type { TestHouse } from '#testing/house'
import { onServer } from '#testing/server'
import { givenCoordinatorOf, givenParted } from './matrix.people.testing.ts'

export const kinds = [
  'mentor',
  'mentee',
  'colleague',
  'formerPartner',
  'officer',
  'coordinatorBeside',
  'coordinator',
  'administrator',
  'coordinatorElsewhere',
  'administratorElsewhere',
] as const
/** Who asks, as they stand to the objects of one organisation. */
export type Kind = (typeof kinds)[number]

/** Words that stand nowhere but in our organisation: whoever has no business there may not read one of them. */
export const canaries = ['Zircon', 'Yarrow', 'Xylem', 'Wombat', 'Vellum', 'Quillon', 'Ottoline'] as const

async function givenOpened(house: TestHouse, keeper: GivenPerson, name: string, purpose: string) {
  const startsOn = house.now().toZonedDateTimeISO('UTC').toPlainDate()
  const { id } = await house.writeAs(keeper.scope, (tx) => {
    const { organisation } = keeper
    const said = { template: 'mentoring', name, purpose, joining: 'organisation' as const }
    return openProgramme(tx, { ...said, id: tx.newId(), organisation, startsOn, endsOn: startsOn.add({ weeks: 20 }) })
  })
  return { id, scope: coordinating(keeper, id) }
}

type Programme = Awaited<ReturnType<typeof givenOpened>>

async function givenEnrolled(house: TestHouse, { id: programme, scope }: Programme, person: GivenPerson, side: 'mentor' | 'mentee') {
  return house.writeAs(scope, async (tx) => {
    const id = tx.newId()
    await enrol(tx, { id, programme, person: person.id, side, capacity: 1, wish: 'Wombat' })
    return id
  })
}

async function givenLetter(house: TestHouse, organisation: string): Promise<string> {
  const letter = { kind: 'test.letter', recipient: null, organisation, address: 'vellum@example.org', language: 'en' as const }
  house.setNow(house.now().add({ seconds: 1 }).toString())
  await house.write((tx) => writeLetter(tx, { ...letter, about: tx.newId(), title: 'Vellum', body: 'Vellum.' }))
  const mail = (await house.read((db) => outbox(db, { organisation }))).find(({ title }) => title === 'Vellum')?.id ?? ''
  await house.write(async (tx) => insertOutcome(tx, await insertAttempt(tx, mail), { outcome: 'unsure', detail: null }))
  return mail
}

/** Another organisation, whose keepers have everything valid that ours have. */
async function givenElsewhere(house: TestHouse): Promise<Record<'coordinatorElsewhere' | 'administratorElsewhere', GivenPerson>> {
  const organisation = await givenOrganisation(house, 'Elsewhere')
  const coordinatorElsewhere = await givenKeeper(house, organisation)
  const administratorElsewhere = await givenKeeper(house, organisation, 'administrator')
  await givenOpened(house, coordinatorElsewhere, 'Theirs', '')
  await givenOfficer(house, organisation, null, administratorElsewhere)
  return { coordinatorElsewhere, administratorElsewhere }
}

/**
 * An organisation in the middle of its work: a pair agreed, a round that waits, a pin, a must-not, an import, a letter, a role.
 * `mark` ends its names, to tell it from another that is in the middle of the same.
 */
export async function givenMatrix(house: TestHouse, mark = '') {
  const organisation = await givenOrganisation(house, `Zircon${mark}`)
  const coordinator = await givenKeeper(house, organisation)
  const administrator = await givenKeeper(house, organisation, 'administrator')
  const facts = { languages: ['en'], unit: `Quillon${mark}` }
  const person = (fullName: string, code: string) => givenPerson(house, organisation, { ...facts, fullName: fullName + mark, code })
  const [mentor, mentee, colleague] = [await person('Adam', 'C1'), await person('Ottoline', 'C2'), await person('Colin', 'C3')]
  const officer = await person('Olga', 'C6')
  await givenOfficer(house, organisation, null, officer)
  const [second, later] = [await person('Ottoline Two', 'C4'), await person('Ottoline Three', 'C5')]
  const programme = await givenOpened(house, coordinator, `Yarrow${mark}`, `Xylem${mark}`)
  const by = <T>(work: (tx: Tx) => Promise<T>) => house.writeAs(programme.scope, work)
  const run = () => by((tx) => runRound(tx, { id: tx.newId(), programme: programme.id }))

  const enrolment = await givenEnrolled(house, programme, mentee, 'mentee')
  const formerPartner = await person('Conrad', 'C7')
  const left = await givenEnrolled(house, programme, formerPartner, 'mentor')
  const parted = { programme: programme.id, mentor: formerPartner, mentee, mentorEnrolment: left, menteeEnrolment: enrolment }
  const ended = await givenParted(house, parted)
  const beside = await givenOpened(house, coordinator, 'Beside', '')
  const coordinatorBeside = await givenCoordinatorOf(house, organisation, beside.id)
  await givenEnrolled(house, programme, mentor, 'mentor')
  const first = await run()
  await by((tx) => approveRound(tx, { round: first.id }))
  const pairs = await house.read((db) =>
    db.selectFrom('partnerships').select('id').where('programme', '=', programme.id).where('id', '<>', ended).execute(),
  )
  const partnership = pairs[0]?.id ?? ''
  for (const one of [mentor, mentee]) await house.writeAs(one.scope, (tx) => accept(tx, { partnership, side: null }))
  const mentorEnrolment = await givenEnrolled(house, programme, second, 'mentor')
  const menteeEnrolment = await givenEnrolled(house, programme, later, 'mentee')
  const next = await run()
  const pin = realHands.newId()
  const { round } = await by((tx) => pinPair(tx, { id: pin, round: next.id, mentorEnrolment, menteeEnrolment, kind: 'together' }))
  await by((tx) => keepApart(tx, { id: tx.newId(), programme: programme.id, code: 'C1', otherCode: 'C3' }))
  const mustNot = (await house.read((db) => mustNotsOf(db, programme.id)))[0]?.id ?? ''
  const bytes = new TextEncoder().encode('code,name,unit\nC9,Ottoline Four,Quillon\n')
  const sheet = await by((tx) => uploadSheet(tx, { id: tx.newId(), organisation, fileName: 'vellum.csv', bytes, side: null }))
  const holder = await givenKeeper(house, organisation)
  const role = (await house.read((db) => db.selectFrom('roles').select('id').where('person', '=', holder.id).execute()))[0]?.id ?? ''
  const key = (await house.read((db) => findProgramme(db, programme.id)))?.linkKey ?? ''
  const mail = await givenLetter(house, organisation)
  const ids = {
    organisation,
    programme: programme.id,
    partnership,
    round,
    enrolment,
    person: mentee.id,
    import: sheet.id,
    mail,
    role,
    key,
    attribute: 'gender',
  }
  for (const [name, id] of Object.entries({ ...ids, mustNot, pin })) assert.notEqual(id, '', name)
  const people: Record<Kind, GivenPerson> = {
    mentor,
    mentee,
    colleague,
    formerPartner,
    officer,
    coordinatorBeside,
    coordinator,
    administrator,
    ...(await givenElsewhere(house)),
  }
  return { ids, people, pin, mustNot, waiting: { mentorEnrolment, menteeEnrolment } }
}

export type Given = Awaited<ReturnType<typeof givenMatrix>>

/** What every table holds, as one mark; tables of sign-in aside, which count who knocks. */
export async function marksOf(databaseName: string): Promise<Record<string, string>> {
  return onServer(async (client) => {
    const tables = await client.query<{ name: string }>(
      "select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'sign\\_in\\_%' order by 1",
    )
    const marks: Record<string, string> = {}
    for (const { name } of tables.rows) {
      const { rows } = await client.query(
        `select count(*) || md5(coalesce(string_agg(t::text, '' order by t::text), '')) as mark from "${name}" t`,
      )
      marks[name] = rows[0].mark
    }
    return marks
  }, databaseName)
}
