import type { Scope } from '#ground/db'
import { pathwayForTemplate } from '#programmes/pathways'
import { coordinating, type GivenPerson, givenKeeper, givenOrganisation, givenPerson } from '#testing/given'
import type { TestHouse } from '#testing/house'
import { propose } from './propose.ts'

export type GivenProgramme = { id: string; organisation: string; name: string; keeper: GivenPerson; coordinator: Scope }

/** A programme of an organisation that rests on Thursday and Friday, in Kabul, and its coordinator. */
export async function givenProgramme(house: TestHouse, name = 'Lamps'): Promise<GivenProgramme> {
  const organisation = await givenOrganisation(house)
  const keeper = await givenKeeper(house, organisation)
  const id = await house.write(async (tx) => {
    await tx
      .updateTable('organisations')
      .set({ zone: 'Asia/Kabul', restDays: [4, 5] })
      .where('id', '=', organisation)
      .execute()
    const made = tx.newId()
    const dates = { startsOn: Temporal.PlainDate.from('2026-12-01'), endsOn: Temporal.PlainDate.from('2027-06-01') }
    const opened = { openedAt: tx.now, openedBy: keeper.id, joining: 'invited', linkKey: tx.newSecret() }
    await tx
      .insertInto('programmes')
      .values({ id: made, organisation, template: 'mentoring', name, ...dates, ...opened })
      .execute()
    const pathway = JSON.stringify(pathwayForTemplate('mentoring'))
    await tx.insertInto('programmePathways').values({ programme: made, version: 1, pathway, at: tx.now, by: keeper.id }).execute()
    return made
  })
  return { id, organisation, name, keeper, coordinator: coordinating(keeper, id) }
}

export type GivenSide = GivenPerson & { enrolment: string }
type SideFacts = Parameters<typeof givenPerson>[2] & { capacity?: number; calendar?: string; person?: GivenPerson }

export async function givenSide(
  house: TestHouse,
  programme: GivenProgramme,
  side: 'mentor' | 'mentee',
  facts: SideFacts = {},
): Promise<GivenSide> {
  const { capacity = 1, calendar, person: known, ...profile } = facts
  const person = known ?? (await givenPerson(house, programme.organisation, profile))
  const enrolment = await house.write(async (tx) => {
    const id = tx.newId()
    if (calendar) await tx.updateTable('people').set({ calendar, zone: 'Asia/Kabul' }).where('id', '=', person.id).execute()
    const row = { id, programme: programme.id, organisation: programme.organisation, person: person.id, side, capacity }
    await tx
      .insertInto('enrolments')
      .values({ ...row, enrolledAt: tx.now })
      .execute()
    return id
  })
  return { ...person, enrolment }
}

export const languagesReason = { key: 'reason.languages', facts: { languages: ['fr'] } }

export function proposalOf(programme: GivenProgramme, mentor: GivenSide, mentee: GivenSide, id: string) {
  return {
    id,
    programme: programme.id,
    round: null,
    mentorEnrolment: mentor.enrolment,
    menteeEnrolment: mentee.enrolment,
    reasons: [languagesReason, { key: 'reason.attribute.alike', facts: {} }],
    answerDays: 3,
  }
}

/** Proposes the two to each other, as the coordinator; answers the partnership's id. */
export async function proposed(house: TestHouse, programme: GivenProgramme, mentor: GivenSide, mentee: GivenSide): Promise<string> {
  return house.writeAs(programme.coordinator, async (tx) => {
    const id = tx.newId()
    await propose(tx, proposalOf(programme, mentor, mentee, id))
    return id
  })
}

export type GivenPair = { programme: GivenProgramme; mentor: GivenSide; mentee: GivenSide; id: string }

/** A programme with two people proposed to each other. */
export async function givenPair(house: TestHouse, facts: { mentor?: SideFacts; mentee?: SideFacts } = {}): Promise<GivenPair> {
  const programme = await givenProgramme(house)
  const mentor = await givenSide(house, programme, 'mentor', facts.mentor)
  const mentee = await givenSide(house, programme, 'mentee', facts.mentee)
  return { programme, mentor, mentee, id: await proposed(house, programme, mentor, mentee) }
}

/** Leaves the programme. */
export async function withdrawn(house: TestHouse, side: GivenSide): Promise<void> {
  await house.write((tx) =>
    tx.updateTable('enrolments').set({ withdrawnAt: tx.now, withdrawnBy: side.id }).where('id', '=', side.enrolment).execute(),
  )
}

/** What a deed was refused with; fails when it was not refused. */
export async function refusedWith(deed: Promise<unknown>): Promise<string> {
  try {
    await deed
  } catch (error) {
    return (error as { reason?: string }).reason ?? (error as Error).name
  }
  throw new Error('it was not refused')
}

export async function endOf(house: TestHouse, id: string): Promise<string | undefined> {
  const row = await house.read((db) =>
    db.selectFrom('partnershipEndReasons').select('reason').where('partnership', '=', id).executeTakeFirst(),
  )
  return row?.reason
}

/** The letters about a partnership, by whom they are to, as they were written. */
export async function lettersAbout(house: TestHouse, id: string) {
  return house.read((db) =>
    db.selectFrom('mails').select(['kind', 'recipient', 'language', 'title', 'body']).where('about', '=', id).orderBy('id').execute(),
  )
}
