import { findBusiness } from '#businesses/reads'
import type { Db, Tx } from '#ground/db'
import { writeLetter } from '#ground/mail'
import { type Facts, found } from '#ground/refusal'
import { sayDay } from '#ground/when'
import { type Say, sayTo } from '#ground/words'
import { allot } from '#hours/allot'
import { today } from '#hours/books'
import { sayHours, sayMoney } from '#hours/money'
import { paidInStead } from '#hours/pay-coach'
import { accountsOf, findBank, minutesOf } from '#hours/reads'
import { correspondentsOf } from '#partnerships/correspondent'
import { type Allotment, allotmentsExpiring, allotmentsOf } from './allotment-reads.ts'
import { insertAllotmentEnd, insertAllotmentReminder } from './writes.ts'

const reminderDays = [90, 30, 7] as const

/**
 * What nobody used by the day on which it expires goes back to the pool. Minutes held for a meeting to come stay. What was paid ahead
 * for hours that are gone is the client's: the owners are told, and a coordinator gives it back or keeps it for later hours.
 */
export async function expireHours(tx: Tx): Promise<void> {
  for (const allotment of await allotmentsExpiring(tx, today(tx))) {
    const unused = await unusedOf(tx, allotment)
    if (!(await insertAllotmentEnd(tx, allotment.id, unused))) continue
    const { bank, business: holder } = allotment
    if (unused > 0) await allot(tx, { id: tx.newId(), bank, holder, minutes: -unused, day: today(tx), cause: `expiry:${allotment.id}` })
    await tx.note('coaching.expired', allotment.id, allotment, { minutes: unused })
    await tellCredit(tx, allotment)
  }
}

/** What is used counts against the hours that expire first: so the later ones are there whole as long as any are free. */
async function unusedOf(tx: Tx, { id, bank, business, minutes, expiresOn }: Allotment): Promise<number> {
  const { allotted } = await minutesOf(tx, bank, business)
  const later = (await allotmentsOf(tx, business)).filter(
    (other) => other.id !== id && other.endedAt === null && Temporal.PlainDate.compare(other.expiresOn, expiresOn) >= 0,
  )
  const kept = later.reduce((sum, other) => sum + other.minutes, 0)
  return Math.max(0, Math.min(minutes, allotted - kept))
}

/** What a client has paid ahead once no hours are left to pay for; nothing while some are. */
export async function creditOf(db: Db, { bank, business: holder }: Pick<Allotment, 'bank' | 'business'>): Promise<bigint> {
  if ((await allotmentsOf(db, holder)).some(({ endedAt }) => endedAt === null)) return 0n
  const cash = (await accountsOf(db, bank, { holder })).find((account) => account.kind === 'cash' && account.holder === holder)
  const credit = (cash?.balance ?? 0n) - (await paidInStead(db, bank, holder))
  return credit < 0n ? 0n : credit
}

async function tellCredit(tx: Tx, allotment: Allotment): Promise<void> {
  const credit = await creditOf(tx, allotment)
  if (credit === 0n) return
  const bank = found(await findBank(tx, allotment.bank))
  await writeToOwners(tx, allotment, { key: 'coaching.credit', version: 1 }, (say) => ({ amount: sayMoney(say, credit, bank) }))
}

/** Tells the owners 90, 30 and 7 days before how many hours are left and until when. */
export async function remindExpiry(tx: Tx): Promise<void> {
  for (const allotment of await allotmentsExpiring(tx, today(tx).add({ days: reminderDays[0] + 1 }))) {
    const left = today(tx).until(allotment.expiresOn).days
    const days = reminderDays.findLast((day) => left <= day && left >= 0)
    if (days === undefined) continue
    const { allotted } = await minutesOf(tx, allotment.bank, allotment.business)
    if (allotted <= 0) continue
    if (await insertAllotmentReminder(tx, { allotment: allotment.id, expiresOn: allotment.expiresOn, days })) {
      await remind(tx, allotment, allotted, days)
    }
  }
}

async function remind(tx: Tx, allotment: Allotment, minutes: number, days: (typeof reminderDays)[number]): Promise<void> {
  await writeToOwners(tx, allotment, { key: 'coaching.expires', version: versionOf(allotment, days) }, (say) => ({
    hours: sayHours(say, minutes),
    date: sayDay(say, allotment.expiresOn),
  }))
}

type Letter = { key: 'coaching.expires' | 'coaching.credit'; version: number }

/** A letter about an allotment to each owner, in their own language; `told` are the facts of its sentences. */
async function writeToOwners(tx: Tx, allotment: Allotment, { key, version }: Letter, told: (say: Say) => Facts): Promise<void> {
  const business = await findBusiness(tx, allotment.business)
  const owners = (business?.owners ?? []).flatMap(({ person }) => (person ? [person] : []))
  for (const owner of (await correspondentsOf(tx, owners)).values()) {
    if (owner.email === null) continue
    const say = sayTo(owner.reader)
    await writeLetter(tx, {
      ...{ kind: key, about: allotment.id, version, recipient: owner.id },
      ...{ organisation: allotment.organisation, address: owner.email, language: say.language },
      title: say(`mail.${key}.title`, told(say)),
      body: [
        say('mail.partnership.greeting', { name: `\u2068${owner.name}\u2069` }),
        say(`mail.${key}.body`, told(say)),
        `${say('mail.coaching.expires.link')}\n/businesses/${allotment.business}/coaching`,
      ].join('\n\n'),
    })
  }
}

/** One letter for each day and number of days, also where an outage moved the day. */
function versionOf({ expiresOn, at }: Allotment, days: number): number {
  return at.toZonedDateTimeISO('UTC').toPlainDate().until(expiresOn).days * 100 + days
}
