import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hindrancesOf, type Known, type Proposal } from './proposal.ts'

const proposal = (mentorEnrolment: string, menteeEnrolment: string): Proposal => {
  const rest = { id: `${mentorEnrolment}${menteeEnrolment}`, programme: 'p', round: null, reasons: [], answerDays: 3 }
  return { ...rest, mentorEnrolment, menteeEnrolment }
}
const enrolled = (id: string, person: string, side: 'mentor' | 'mentee', capacity = 1, programme = 'p') => ({
  id,
  programme,
  person,
  side,
  capacity,
})
const known = (enrolments: ReturnType<typeof enrolled>[], more: Partial<Known> = {}): Known => {
  return { enrolments: new Map(enrolments.map((one) => [one.id, one])), live: [], declined: [], ...more }
}
const crowd = [
  enrolled('m1', 'amina', 'mentor'),
  enrolled('m2', 'farid', 'mentor', 2),
  enrolled('e1', 'zahra', 'mentee'),
  enrolled('e2', 'omid', 'mentee'),
]
const whyNot = (one: Proposal, state: Known) => hindrancesOf([one], state)[0]?.why

test('Each hindrance has its name.', () => {
  assert.equal(whyNot(proposal('m1', 'e1'), known(crowd)), undefined)
  assert.equal(whyNot(proposal('m1', 'gone'), known(crowd)), 'notEnrolled')
  assert.equal(whyNot(proposal('m1', 'x'), known([...crowd, enrolled('x', 'x', 'mentee', 1, 'other')])), 'notEnrolled')
  assert.equal(whyNot(proposal('e1', 'm1'), known(crowd)), 'wrongSide')
  assert.equal(whyNot(proposal('m1', 'me'), known([...crowd, enrolled('me', 'amina', 'mentee')])), 'oneself')
  const pair = { mentor: 'amina', mentee: 'zahra', mentorEnrolment: 'old1', menteeEnrolment: 'old2' }
  assert.equal(whyNot(proposal('m1', 'e1'), known(crowd, { live: [pair] })), 'stands')
  assert.equal(whyNot(proposal('m1', 'e1'), known(crowd, { declined: [{ mentor: 'zahra', mentee: 'amina' }] })), 'declinedBefore')
  const taken = { mentor: 'amina', mentee: 'omid', mentorEnrolment: 'm1', menteeEnrolment: 'e2' }
  assert.equal(whyNot(proposal('m1', 'e1'), known(crowd, { live: [taken] })), 'mentorFull')
  assert.equal(whyNot(proposal('m2', 'e2'), known(crowd, { live: [taken] })), 'menteeFull')
})

test('What is proposed together takes places from each other: nobody gets more proposals than places, whatever the order.', () => {
  const mentors = [enrolled('m1', 'a', 'mentor', 2), enrolled('m2', 'b', 'mentor', 1)]
  const mentees = [1, 2, 3, 4].map((n) => enrolled(`e${n}`, `z${n}`, 'mentee'))
  const wish = fc.record({ mentor: fc.constantFrom('m1', 'm2'), mentee: fc.constantFrom('e1', 'e2', 'e3', 'e4') })
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 12 }), (wishes) => {
      const proposals = wishes.map(({ mentor, mentee }) => proposal(mentor, mentee))
      const hindered = new Set(hindrancesOf(proposals, known([...mentors, ...mentees])).map(({ proposal }) => proposal))
      const made = proposals.filter((one) => !hindered.has(one))
      for (const { id, capacity } of [...mentors, ...mentees]) {
        assert.ok(made.filter((one) => one.mentorEnrolment === id || one.menteeEnrolment === id).length <= capacity)
      }
    }),
  )
})
