import { enrol } from '#programmes/enrol'
import { openProgramme } from '#programmes/open-programme'
import { coordinating, type GivenPerson, givenKeeper, givenOrganisation, givenPerson } from '#testing/given'
import type { TestHouse } from '#testing/house'
import { pinPair } from './pin-pair.ts'
import { pairsOfRound } from './round-reads.ts'
import { runRound } from './run-round.ts'

type Facts = Parameters<typeof givenPerson>[2]

export type GivenProgramme = {
  id: string
  organisation: string
  keeper: GivenPerson
  scope: GivenPerson['scope']
  mentors: GivenPerson[]
  mentees: GivenPerson[]
  enrolmentOf: Map<string, string>
  /** Enrols one more. */
  put: (facts: Facts, side: 'mentor' | 'mentee', capacity: number) => Promise<GivenPerson>
}

/** A programme with people in it, by template; each entry is one person's profile. */
export async function givenProgramme(
  house: TestHouse,
  { template = 'mentoring', mentors, mentees, places = 1 }: { template?: string; mentors: Facts[]; mentees: Facts[]; places?: number },
): Promise<GivenProgramme> {
  const organisation = await givenOrganisation(house)
  const keeper = await givenKeeper(house, organisation)
  const today = house.now().toZonedDateTimeISO('UTC').toPlainDate()
  const id = await house.writeAs(keeper.scope, async (tx) => {
    const opened = {
      organisation,
      template,
      name: 'Test',
      purpose: '',
      startsOn: today,
      endsOn: today.add({ weeks: 20 }),
      joining: 'invited' as const,
    }
    return (await openProgramme(tx, { ...opened, id: tx.newId() })).id
  })
  const scope = coordinating(keeper, id)
  const enrolmentOf = new Map<string, string>()
  const put = async (facts: Facts, side: 'mentor' | 'mentee', capacity: number) => {
    const person = await givenPerson(house, organisation, { languages: ['en'], ...facts })
    await house.writeAs(scope, async (tx) => {
      const enrolment = tx.newId()
      await enrol(tx, { id: enrolment, programme: id, person: person.id, side, capacity })
      enrolmentOf.set(person.id, enrolment)
    })
    return person
  }
  const given: GivenProgramme = { id, organisation, keeper, scope, mentors: [], mentees: [], enrolmentOf, put }
  for (const facts of mentors) given.mentors.push(await put(facts, 'mentor', places))
  for (const facts of mentees) given.mentees.push(await put(facts, 'mentee', 1))
  return given
}

/** Two mentors and two mentees, each of whom suits one of the others. */
export const fourPeople = {
  mentors: [{ canHelpWith: ['pricing'] }, { canHelpWith: ['budgets'] }],
  mentees: [{ wantsHelpWith: ['pricing'] }, { wantsHelpWith: ['budgets'] }],
}

/** What a coordinator does with rounds, on one test house; people are named by their places in the given programme. */
export function coordinatorOf(house: TestHouse) {
  const enrolment = (given: GivenProgramme, side: 'mentors' | 'mentees', at: number) => given.enrolmentOf.get(given[side][at]!.id) ?? ''
  return {
    enrolment,
    run: (given: GivenProgramme) => house.writeAs(given.scope, (tx) => runRound(tx, { id: tx.newId(), programme: given.id })),
    pairs: async (round: string) =>
      new Map((await house.read((db) => pairsOfRound(db, round))).map((pair) => [pair.menteeEnrolment, pair.mentorEnrolment])),
    pin: (given: GivenProgramme, round: string, mentee: number, mentor: number, kind: 'together' | 'apart') => {
      const pair = { menteeEnrolment: enrolment(given, 'mentees', mentee), mentorEnrolment: enrolment(given, 'mentors', mentor) }
      return house.writeAs(given.scope, (tx) => pinPair(tx, { id: tx.newId(), round, kind, ...pair }))
    },
  }
}
