import type { Tx } from '#ground/db'
import { arrangeMeeting } from '#meetings/arrange-meeting'
import type { Ask } from './reads.ts'

type Agreed = { ask: Ask; host: string; startsAt: Temporal.Instant; minutes: number; zone: string }

/** Puts what the two agreed into both calendars. */
export async function arrange(tx: Tx, { ask, host, startsAt, minutes, zone }: Agreed): Promise<void> {
  const { id, organisation, programme, asker } = ask
  const of = { partnership: null, ask: id, organisation, programme }
  await arrangeMeeting(tx, { id: tx.newId(), ...of, host, guest: asker, startsAt, zone, minutes, place: null })
}
