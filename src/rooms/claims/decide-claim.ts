import type { Tx } from '#ground/db'
import { found, missing, refuse } from '#ground/refusal'
import { payCoach } from '#hours/pay-coach'
import { findBank, termsOf } from '#hours/reads'
import { mustCoordinate } from '#people/may'
import { type Call, type Claim, stateOf } from './claim.ts'
import { callsOf, findClaim, linesOf } from './reads.ts'
import { holdClaim, insertApproval, insertCall, insertPayment, insertRefusal } from './writes.ts'

/** The claim, for a coordinator who is not its coach; held for the rest of the transaction. */
async function mine(tx: Tx, id: string): Promise<{ claim: Claim; by: string; twoPersonsOver: bigint }> {
  const seen = found(await findClaim(tx, id))
  mustCoordinate(tx, seen.programme)
  const by = tx.by ?? missing()
  if (by === seen.coach) refuse('claims.own')
  await holdClaim(tx, id)
  const { twoPersonsOver } = await termsOf(tx, seen.bank)
  return { claim: found(await findClaim(tx, id)), by, twoPersonsOver }
}

export type CallBack = { id: string; claim: string; meeting: string; outcome: Call['outcome'] }

/** What a client said when they were called about a claimed meeting. */
export async function callBack(tx: Tx, { id, claim: which, meeting, outcome }: CallBack): Promise<{ claim: string }> {
  const { claim, by } = await mine(tx, which)
  if (!(await linesOf(tx, claim.id)).some((line) => line.meeting === meeting)) missing()

  await insertCall(tx, { id, claim: claim.id, meeting, outcome, by })
  await tx.note('claim.called-back', claim.id, claim)
  return { claim: claim.id }
}

/** Approves a claim, over the bank's bound with another. Refuses `claims.calls` while clients are to be called, `claims.otherwise`. */
export async function approveClaim(tx: Tx, { claim: which }: { claim: string }): Promise<{ claim: string }> {
  const { claim, by, twoPersonsOver } = await mine(tx, which)
  if (claim.approvals.some((one) => one.by === by)) return { claim: claim.id }
  if (stateOf(claim, twoPersonsOver) !== 'claimed') refuse('claims.decided')
  const calls = new Map((await callsOf(tx, claim.id)).map(({ meeting, outcome }) => [meeting, outcome]))
  const left = (await linesOf(tx, claim.id)).filter(({ meeting, called }) => called && calls.get(meeting) !== 'confirmed')
  if (left.some(({ meeting }) => calls.get(meeting) === 'otherwise')) refuse('claims.otherwise')
  if (left.length > 0) refuse('claims.calls', { left: left.length })

  await insertApproval(tx, claim.id, by)
  await tx.note('claim.approved', claim.id, claim)
  return { claim: claim.id }
}

/** Refuses a claim with a reason; its meetings may be claimed anew. */
export async function refuseClaim(tx: Tx, { claim: which, reason }: { claim: string; reason: string }): Promise<{ claim: string }> {
  const { claim, by, twoPersonsOver } = await mine(tx, which)
  if (claim.refusal !== null) return { claim: claim.id }
  if (stateOf(claim, twoPersonsOver) === 'paid') refuse('claims.decided')

  await insertRefusal(tx, { claim: claim.id, reason, by })
  await tx.note('claim.refused', claim.id, claim)
  return { claim: claim.id }
}

export type PayClaim = { id: string; claim: string; day: Temporal.PlainDate; reference: string }

/** Pays an approved claim, with the reference of the payment; whoever approved does not pay. The same id twice is one payment. */
export async function payClaim(tx: Tx, { id, claim: which, day, reference }: PayClaim): Promise<{ claim: string }> {
  const { claim, by, twoPersonsOver } = await mine(tx, which)
  if (claim.paidAt !== null) return claim.reference === reference ? { claim: claim.id } : refuse('claims.decided')
  if (stateOf(claim, twoPersonsOver) !== 'approved') refuse('claims.notApproved')
  if (claim.approvals.some((one) => one.by === by)) refuse('claims.approverPays')
  const bank = found(await findBank(tx, claim.bank))

  await payCoach(tx, { id, bank: bank.id, coach: claim.coach, amount: claim.amount, day, reference, cause: `claim:${claim.id}` })
  await insertPayment(tx, { claim: claim.id, entry: id, reference, by })
  await tx.note('claim.paid', claim.id, claim)
  return { claim: claim.id }
}
