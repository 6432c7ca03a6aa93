import type { Db } from '#ground/db'
import { livePairs, pairsEverDeclined } from '#partnerships/reads'
import { attributeMarks, type EnrolledPerson, enrolledOf, mustNotsOf, rulesInForce } from '#programmes/reads'
import { attributes, type Rules } from '#programmes/rules'
import { heldBack } from '#programmes/step-reads'
import { type Candidate, candidateOf, type Side, type Wish } from '#scores/candidate'
import type { Apart } from '#scores/hard-rules'
import { type Pin, pinsOf } from './round-reads.ts'
import type { Two } from './suggest.ts'

/** The enrolment of a person on a side; crashes where there is none. */
export type EnrolmentOf = (person: string, side: Side) => string

/**
 * Everybody who is in a programme and has a place free, as the matcher sees them, once all is confirmed of them that the pathway demands;
 * enrolments by the person on each side.
 */
export type ProgrammeCrowd = {
  rules: Rules
  rulesVersion: number
  mentees: Candidate[]
  mentors: Candidate[]
  apart: Apart[]
  pins: Two[]
  pinRows: Pin[]
  enrolled: readonly EnrolledPerson[]
  personOf: ReadonlyMap<string, string>
  enrolmentOf: EnrolmentOf
}

/** Marks are compared under a salt of this transaction alone; nothing keeps it. */
export async function crowdOf(db: Db, programme: string, salt: string): Promise<ProgrammeCrowd> {
  const { version, rules } = await rulesInForce(db, programme)
  const enrolled = await enrolledOf(db, programme)
  const unready = await heldBack(db, programme)
  const taken = placesTaken(await livePairs(db, programme))
  const marks = comparesAttributes(rules) ? await attributeMarks(db, programme, salt) : new Map<string, Record<string, string>>()
  const managers = new Map(enrolled.map(({ profile }) => [profile.code, profile.lineManagerCode]))
  const see = (side: Side) =>
    enrolled
      .filter((one) => one.side === side && !unready.has(one.enrolment))
      .map((one) => ({ one, free: one.capacity - (taken.get(one.enrolment) ?? 0) }))
      .filter(({ free }) => free > 0)
      .map(({ one, free }) => candidateOf(enrolledFrom(one, free, chainOf(one.profile.code, managers), marks.get(one.person)), db.now))
  const pinRows = await pinsOf(db, programme)
  const declined = await pairsEverDeclined(db, programme)
  const people = new Map(enrolled.map((one) => [one.enrolment, one.person]))
  const apartPins = twosOf(pinRows, people, 'apart')
  const mentees = see('mentee')
  const mentors = see('mentor')
  const free = new Set([...mentees.map(({ id }) => `mentee ${id}`), ...mentors.map(({ id }) => `mentor ${id}`)])
  return {
    rules,
    rulesVersion: version,
    mentees,
    mentors,
    apart: [
      ...(await mustNotsOf(db, programme)).map(({ person, other }): Apart => ({ one: person, other, why: 'mustNot' })),
      ...declined.map(({ mentor, mentee }): Apart => ({ one: mentor, other: mentee, why: 'mustNot' })),
      ...apartPins.map(({ mentor, mentee }): Apart => ({ one: mentor, other: mentee, why: 'mustNot' })),
    ],
    pins: twosOf(pinRows, people, 'together').filter(({ mentee, mentor }) => free.has(`mentee ${mentee}`) && free.has(`mentor ${mentor}`)),
    pinRows,
    enrolled,
    personOf: people,
    enrolmentOf: enrolmentIn(enrolled),
  }
}

/** The enrolment of a person on a side, also of those who left meanwhile. */
export async function enrolmentsByPerson(db: Db, programme: string): Promise<EnrolmentOf> {
  return enrolmentIn([...(await enrolledOf(db, programme, { withdrawnToo: true })), ...(await enrolledOf(db, programme))])
}

function enrolmentIn(enrolled: readonly EnrolledPerson[]): EnrolmentOf {
  const bySide = new Map(enrolled.map((one) => [`${one.side} ${one.person}`, one.enrolment]))
  return (person, side) => {
    const enrolment = bySide.get(`${side} ${person}`)
    if (enrolment === undefined) throw new Error(`${person} is not enrolled as ${side}`)
    return enrolment
  }
}

/** How many places of each enrolment are taken by pairs that stand or are asked. */
export function placesTaken(pairs: readonly { mentorEnrolment: string; menteeEnrolment: string }[]): Map<string, number> {
  const taken = new Map<string, number>()
  for (const pair of pairs) for (const one of [pair.mentorEnrolment, pair.menteeEnrolment]) taken.set(one, (taken.get(one) ?? 0) + 1)
  return taken
}

function comparesAttributes(rules: Rules): boolean {
  return (
    rules.hard.sameRequired.length > 0 ||
    attributes.some((attribute) => rules.preferences[attribute] !== 'none') ||
    rules.weights.wishes !== 'off'
  )
}

const chainLengthMax = 30

/** Codes upward from the line manager, as far as the managers themselves are known; a circle in the sheet ends it. */
function chainOf(code: string, managers: ReadonlyMap<string, string | null>): string[] {
  const chain: string[] = []
  for (let at = managers.get(code); at && !chain.includes(at) && chain.length < chainLengthMax; at = managers.get(at)) chain.push(at)
  return chain
}

function enrolledFrom(one: EnrolledPerson, free: number, chain: string[], marks: Record<string, string> | undefined) {
  const { profile, side, topics } = one
  const person = side === 'mentor' ? { ...profile, canHelpWith: topics } : { ...profile, wantsHelpWith: topics }
  const wishes = Object.fromEntries(one.alike.map((attribute) => [attribute, 'alike' as Wish]))
  return { id: one.person, person, side, capacity: free, organisation: one.organisation, chain, attributes: marks ?? {}, wishes }
}

function twosOf(pins: readonly Pin[], people: ReadonlyMap<string, string>, kind: Pin['kind']): Two[] {
  return pins.flatMap((pin) => {
    const mentor = people.get(pin.mentorEnrolment)
    const mentee = people.get(pin.menteeEnrolment)
    return pin.kind === kind && mentor && mentee ? [{ mentor, mentee }] : []
  })
}
