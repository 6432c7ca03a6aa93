import type { Tx } from '#ground/db'
import { writeLetter } from '#ground/mail'
import { nudge } from '#ground/nudge'
import { dayOf, sayWeekday } from '#ground/when'
import { sayTo } from '#ground/words'
import { type Correspondent, correspondentsOf } from '#partnerships/correspondent'
import { findPartnership } from '#partnerships/reads'
import { holdsOfAll } from '#partnerships/stage-reads'
import { type StepDue, stepsToRemind } from './reads.ts'
import { insertStepReminder } from './writes.ts'

/** Days from the due day on which a letter may go, in the owner's zone; a few late, should the house have been down. */
const days = { soon: { from: -1, until: -1 }, late: { from: 3, until: 6 } } as const
/** No letter comes before the owner's morning. */
const hourMin = 8

/** Reminds who set themselves a step, the day before it is due and, once more, three days after; never what it is. */
export async function remindSteps(tx: Tx): Promise<void> {
  const today = tx.now.toZonedDateTimeISO('UTC').toPlainDate()
  for (const kind of ['soon', 'late'] as const) {
    // A day either side of the day in UTC, since it is the owner's own day that counts.
    const from = today.subtract({ days: days[kind].until + 1 })
    const until = today.subtract({ days: days[kind].from - 1 })
    const due = await stepsToRemind(tx, kind, { from, until })
    const holds = await holdsOfAll(tx, [...new Set(due.map(({ partnership }) => partnership))])
    const owners = await correspondentsOf(tx, [...new Set(due.map(({ owner }) => owner))])
    for (const step of due) {
      const owner = owners.get(step.owner)
      if (owner === undefined || holds.some(({ partnership }) => partnership === step.partnership)) continue
      if (isTime(tx.now, kind, step, owner)) await remind(tx, kind, step, owner)
    }
  }
}

function isTime(now: Temporal.Instant, kind: keyof typeof days, { dueOn, madeAt }: StepDue, { reader }: Correspondent): boolean {
  const here = now.toZonedDateTimeISO(reader.zone)
  const since = dueOn.until(here.toPlainDate()).days
  if (here.hour < hourMin || since < days[kind].from || since > days[kind].until) return false
  // Who says today what they do tomorrow needs no letter of it tonight.
  return kind === 'late' || Temporal.PlainDate.compare(dayOf(reader, madeAt), here.toPlainDate()) < 0
}

async function remind(tx: Tx, kind: keyof typeof days, { id, partnership, dueOn }: StepDue, owner: Correspondent): Promise<void> {
  const pair = await findPartnership(tx, partnership)
  if (pair === undefined || pair.endedAt !== null || !(await insertStepReminder(tx, id, kind))) return
  if ((await nudge(tx, { about: id, kind: 'next-step.due', person: owner.id })) === null || owner.email === null) return
  const say = sayTo(owner.reader)
  const date = sayWeekday(say, dueOn)
  const greeting = say('mail.partnership.greeting', { name: `\u2068${owner.name}\u2069` })
  const link = `${say('mail.next-step.link')}\n/partnerships/${partnership}/goals`
  await writeLetter(tx, {
    kind: `next-step.${kind}`,
    about: id,
    recipient: owner.id,
    organisation: pair.organisation,
    address: owner.email,
    language: say.language,
    title: say(`mail.next-step.${kind}.title`, { date }),
    body: [greeting, say(`mail.next-step.${kind}.body`, { date }), link].join('\n\n'),
  })
}
