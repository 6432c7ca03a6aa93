import type { Tx } from '#ground/db'
import { arrangeMeeting } from './arrange-meeting.ts'
import { mayPlan, plannable, type SaidTime } from './may-plan.ts'
import { holdPair } from './meeting-writes.ts'

export type PlanMeeting = SaidTime & { id: string; partnership: string; minutes: number; place: string | null }

/** One of the two plans a meeting that they have agreed on elsewhere; the other is invited, and can say that it does not suit. */
export async function planMeeting(tx: Tx, { id, partnership, minutes, place, ...said }: PlanMeeting): Promise<{ partnership: string }> {
  await holdPair(tx, partnership)
  const { pair } = await mayPlan(tx, partnership)
  const { at: startsAt, zone } = plannable(tx.now, said)
  const { organisation, programme, mentor: host, mentee: guest } = pair
  const meeting = { id, partnership, ask: null, organisation, programme, host, guest }
  await arrangeMeeting(tx, { ...meeting, startsAt, zone, minutes, place })
  return { partnership }
}
