import type { Tx } from '#ground/db'
import { nudge, nudgesSent } from '#ground/nudge'
import { holdsOfAll } from '#partnerships/stage-reads'
import { endOf, type Meeting } from './meeting.ts'
import { meetingsToTell } from './meeting-reads.ts'
import { writeToldLetter } from './write-told-letter.ts'

export const metNudge = 'meeting.met'
/** Hours after a meeting when each is asked, and asked once more. */
const askedAfter = [3, 72] as const
/** Two questions never come closer together than this, even where the worker was away when the first was due. */
const hoursBetween = 24

/** Asks each of the two whether they met, twice at most; nobody whose partnership rests. */
export async function askWhetherMet(tx: Tx): Promise<void> {
  const due = await meetingsToTell(tx, { until: tx.now.subtract({ hours: askedAfter[0] }) })
  const held = new Set(
    (
      await holdsOfAll(
        tx,
        due.flatMap(({ partnership }) => partnership ?? []),
      )
    ).map(({ partnership }) => partnership),
  )
  for (const meeting of due) {
    if (meeting.partnership !== null && held.has(meeting.partnership)) continue
    for (const person of [meeting.host, meeting.guest]) await askOne(tx, meeting, person)
  }
}

async function askOne(tx: Tx, meeting: Meeting, person: string): Promise<void> {
  if (meeting.statements.some((one) => one.person === person)) return
  const hours = endOf(meeting).until(tx.now).total('hours')
  const about = { about: meeting.id, kind: metNudge, person }
  const { times, last } = await nudgesSent(tx, about)
  if (times >= askedAfter.filter((after) => hours >= after).length) return
  if (last !== null && last.until(tx.now).total('hours') < hoursBetween) return
  const nth = await nudge(tx, about)
  if (nth !== null) await writeToldLetter(tx, meeting, person, nth)
}
