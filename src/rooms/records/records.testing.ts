import { raised, type Safe, telling } from '#concerns/concerns.testing'
import { giveGift } from '#feedback/give-gift'
import { realHands } from '#ground/chance'
import { setGoal } from '#growth/set-goal'
import { setStep } from '#growth/set-step'
import { writeNote } from '#notebook/write-note'
import type { TestHouse } from '#testing/house'
import { type Disclose, disclose } from './disclose.ts'

export const { newId, newSecret } = realHands

export const written = {
  theirNote: 'Speedwell: come alone',
  mine: 'Mallow frightens me',
  theirPrivate: 'Hemlock plans',
  goal: 'Bryony visits',
  step: 'Campion brings photographs',
  gift: 'Foxglove, be kinder',
} as const

/** What the two wrote: notes of each, shared and private, a goal, a next step, candid feedback of both. */
export async function givenWritten(house: TestHouse, { id: partnership, mentor, mentee }: Safe) {
  const ids = { note: newId(), own: newId(), hidden: newId(), goal: newId(), step: newId(), round: newId() }
  const dueOn = house.now().toZonedDateTimeISO('UTC').toPlainDate().add({ days: 9 })
  await house.writeAs(mentor.scope, async (tx) => {
    await writeNote(tx, { id: ids.note, partnership, kind: 'shared', text: written.theirNote })
    await writeNote(tx, { id: ids.hidden, partnership, kind: 'private', text: written.theirPrivate })
    await setGoal(tx, { id: ids.goal, partnership, of: 'both', text: written.goal, shownBy: null })
    await setStep(tx, { id: ids.step, partnership, step: written.step, owner: 'mentee', dueOn })
    await giveGift(tx, { partnership, round: ids.round, helped: written.gift, more: null, different: null })
  })
  await house.writeAs(mentee.scope, async (tx) => {
    await writeNote(tx, { id: ids.own, partnership, kind: 'private', text: written.mine })
    await giveGift(tx, { partnership, round: ids.round, helped: null, more: null, different: null })
  })
  return ids
}

/** What the form of the disclosure sends. */
export function showing(safe: Safe, items: readonly string[], facts: Partial<Disclose> = {}): Disclose {
  const sent = { id: newId(), partnership: safe.id, items, concern: null, words: 'Please read this.', severity: 'serious' as const }
  return { ...sent, asides: [], reference: newSecret(), organisation: safe.organisation, network: newId(), ...facts }
}

export const shown = (house: TestHouse, safe: Safe, input: Disclose) => house.writeAs(safe.mentee.scope, (tx) => disclose(tx, input))

/** A concern that the mentee raised before, by name. */
export const before = (house: TestHouse, safe: Safe) => raised(house, safe.mentee.scope, telling(safe.organisation))
