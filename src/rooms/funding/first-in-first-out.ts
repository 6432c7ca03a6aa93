/** Money that came in, in the order in which it came: what it was in the funder's currency, and what it came to in the bank's. */
export type Received = { ledger: bigint; foreign: bigint }

/** How far one receipt is used up, in both currencies. */
export type Used = { spent: bigint; foreignSpent: bigint; foreignLeft: bigint }

export type InTheirs = { spent: bigint; left: bigint; receipts: readonly Used[] }

/**
 * What was spent, in the funder's own currency: the first money in is the first out, each receipt at the rate it came at, half up to the
 * minor unit. A receipt that is used up is spent to its last unit, whatever its rate; see 7.8 of the domain. What was spent beyond all
 * receipts has no rate and is not in the sums.
 */
export function firstInFirstOut(receipts: readonly Received[], spent: bigint): InTheirs {
  let left = spent < 0n ? 0n : spent
  const used = receipts.map(({ ledger, foreign }): Used => {
    const part = left < ledger ? left : ledger
    left -= part
    const foreignSpent = part === ledger ? foreign : halfUp(foreign * part, ledger)
    return { spent: part, foreignSpent, foreignLeft: foreign - foreignSpent }
  })
  return {
    spent: used.reduce((sum, { foreignSpent }) => sum + foreignSpent, 0n),
    left: used.reduce((sum, { foreignLeft }) => sum + foreignLeft, 0n),
    receipts: used,
  }
}

/**
 * What changed rates gave or took, in the bank's currency: what came in, less what the same money would have come to at the rate of the
 * first receipt. Below nothing, hours were lost to it.
 */
export function exchangeDifference(receipts: readonly Received[]): bigint {
  const [first] = receipts
  if (first === undefined || first.foreign === 0n) return 0n
  return receipts.reduce((sum, { ledger, foreign }) => sum + ledger - halfUp(foreign * first.ledger, first.foreign), 0n)
}

function halfUp(over: bigint, under: bigint): bigint {
  return (over * 2n + under) / (under * 2n)
}
