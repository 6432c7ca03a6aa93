import { realHands } from '#ground/chance'
import { accept } from '#partnerships/accept'
import { leavePartnership } from '#partnerships/leave-partnership'
import { proposeAll } from '#partnerships/propose'
import { withdraw } from '#programmes/withdraw'
import { coordinating, type GivenPerson, givenPerson } from '#testing/given'
import type { TestHouse } from '#testing/house'

type Sides = { programme: string; mentor: GivenPerson; mentee: GivenPerson; mentorEnrolment: string; menteeEnrolment: string }

/** The mentor was the mentee's partner once, in the same programme, and left both. Answers their ended partnership. */
export async function givenParted(house: TestHouse, sides: Sides): Promise<string> {
  const { programme, mentor, mentee, mentorEnrolment, menteeEnrolment } = sides
  const id = realHands.newId()
  const proposal = { id, programme, round: null, mentorEnrolment, menteeEnrolment, reasons: [], answerDays: 3 }
  await house.write((tx) => proposeAll(tx, [proposal]))
  for (const one of [mentor, mentee]) await house.writeAs(one.scope, (tx) => accept(tx, { partnership: id, side: null }))
  await house.writeAs(mentor.scope, (tx) => leavePartnership(tx, { partnership: id, text: 1, again: false }))
  await house.writeAs(mentor.scope, (tx) => withdraw(tx, { enrolment: mentorEnrolment }))
  return id
}

/** Somebody of the organisation who coordinates one of its programmes, and no other. */
export async function givenCoordinatorOf(house: TestHouse, organisation: string, programme: string): Promise<GivenPerson> {
  const person = await givenPerson(house, organisation)
  const row = { id: realHands.newId(), person: person.id, role: 'coordinator', organisation, programme, givenAt: house.now() }
  await house.write((tx) => tx.insertInto('roles').values(row).execute())
  return { ...person, scope: coordinating(person, programme) }
}
