import { realHands } from '#ground/chance'
import type { Db, Scope, Tx } from '#ground/db'
import { endPartnership } from '#partnerships/end-partnership'
import type { GivenPair } from '#partnerships/pairs.testing'
import { givenAgreed } from '#partnerships/stages.testing'
import type { TestHouse } from '#testing/house'
import { assessSkill } from './assess-skill.ts'
import type { Attainment, Level, OpportunityKind } from './growth.ts'
import { nameSkill } from './name-skill.ts'
import { openOpportunity } from './open-opportunity.ts'
import { rateGoal } from './rate-goal.ts'
import { setGoal } from './set-goal.ts'
import { setStep } from './set-step.ts'

export type Grown = GivenPair & ReturnType<typeof deedsOf>

/** A pair in which both said yes, and short ways for either to do what this room does. */
export async function givenGrown(house: TestHouse): Promise<Grown> {
  const pair = await givenAgreed(house)
  return { ...pair, ...deedsOf(house, pair) }
}

export const newId = () => realHands.newId()
export const day = (text: string) => Temporal.PlainDate.from(text)

function deedsOf(house: TestHouse, { id: partnership, mentor, mentee }: GivenPair) {
  const as = { mentor: mentor.scope, mentee: mentee.scope }
  const by = <T>(side: 'mentor' | 'mentee', work: (tx: Tx) => Promise<T>) => house.writeAs(as[side], work)
  return {
    by,
    goal: async (text = 'Lead the meeting', of: 'mentor' | 'mentee' | 'both' = 'mentee', id = newId()) => {
      await by('mentee', (tx) => setGoal(tx, { id, partnership, text, shownBy: 'I do it alone', of }))
      return id
    },
    rated: (side: 'mentor' | 'mentee', goal: string, value: Attainment) => by(side, (tx) => rateGoal(tx, { id: newId(), goal, value })),
    skill: async (side: 'mentor' | 'mentee', text: string) =>
      (await by(side, (tx) => nameSkill(tx, { id: newId(), partnership, text }))).skill,
    assessed: (side: 'mentor' | 'mentee', skill: string, level: Level, note: string | null = null) =>
      by(side, (tx) => assessSkill(tx, { id: newId(), skill, level, note })),
    step: async (owner: 'mentor' | 'mentee', dueOn: string, step = 'Write to her') => {
      const id = newId()
      await by('mentee', (tx) => setStep(tx, { id, partnership, step, owner, dueOn: day(dueOn) }))
      return id
    },
    opened: async (text: string, kind: OpportunityKind = 'introduction') => {
      const id = newId()
      await by('mentee', (tx) => openOpportunity(tx, { id, partnership, openedBy: 'mentor', kind, text }))
      return id
    },
    over: () => house.write((tx) => endPartnership(tx, { partnership, reason: 'withdrawn' })),
  }
}

const headStartMs = 200

/** Lets one of the two begin something, the other something else before it is kept, and answers how that went. */
export async function meanwhile<T>(pair: Grown, side: 'mentor' | 'mentee', first: (tx: Tx) => Promise<unknown>, second: () => Promise<T>) {
  const { promise, resolve } = Promise.withResolvers<T>()
  await pair.by(side, async (tx) => {
    await first(tx)
    resolve(second())
    await new Promise((done) => setTimeout(done, headStartMs))
  })
  return promise
}

/** Reads as somebody. */
export const reading =
  (house: TestHouse, { scope }: { scope: Scope }) =>
  <T>(work: (db: Db) => Promise<T>): Promise<T> =>
    house.database.read(scope, work)
