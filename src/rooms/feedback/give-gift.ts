import assert from 'node:assert/strict'
import { keysFor } from '#ground/content-keys'
import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import { ofTwo } from '#partnerships/of-two'
import { type GiftRound, giftsOf } from './gift-reads.ts'
import { insertGift, insertRound } from './gift-writes.ts'
import { limits } from './review.ts'
import { writeGiftLetter } from './write-gift-letter.ts'

/** `round` is the one that the page showed, or a new one's id. Nothing in any of the three: nothing to give now. */
export type GiveGift = { partnership: string; round: string; helped: string | null; more: string | null; different: string | null }

/**
 * Candid feedback to the other, sent together: neither reads before both have given, or said that they give nothing now. The first opens a
 * round and the other is told that something waits, not what.
 */
export async function giveGift(tx: Tx, { partnership, round: id, ...given }: GiveGift): Promise<{ partnership: string }> {
  const { pair, side } = await ofTwo(tx, partnership)
  assert(tx.by, 'somebody gives')
  const rounds = await giftsOf(tx, partnership)
  const round = rounds.find((one) => one.id === id) ?? (await openRound(tx, pair, id, rounds))
  if (round.gifts.some((one) => one.side === side)) return { partnership }
  const isNothing = given.helped === null && given.more === null && given.different === null
  if (isNothing && round.openedBy === tx.by) refuse('feedback.nothingGiven')

  const keys = await keysFor(tx, { kind: 'partnership', id: partnership })
  const sealed = keys.seal({ kind: 'gift', item: round.id, author: tx.by }, given)
  if (!(await insertGift(tx, { round: round.id, side, sealed, by: tx.by }))) return { partnership }
  await tx.note('feedback.given', partnership, { organisation: pair.organisation, programme: pair.programme })
  await writeGiftLetter(tx, pair, side, round.id)
  return { partnership }
}

type Two = { id: string; mentor: string; mentee: string }

/** A new round; the open one instead, where there is one or the other has just opened it. */
async function openRound(tx: Tx, pair: Two, id: string, rounds: readonly GiftRound[]): Promise<GiftRound> {
  const open = rounds.find((one) => !one.isOpen)
  if (open) return open
  const nth = (rounds[0]?.nth ?? 0) + 1
  if (nth > limits.giftRoundsMax) refuse('feedback.roundsMany', { max: limits.giftRoundsMax })
  assert(tx.by, 'somebody opens')
  await insertRound(tx, { id, partnership: pair.id, nth, mentor: pair.mentor, mentee: pair.mentee, openedBy: tx.by })
  const now = (await giftsOf(tx, pair.id)).find((one) => one.nth === nth)
  assert(now, 'the round is there')
  return now
}
