import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Asked, View } from '#ground/route'
import type { Say } from '#ground/words'
import { Name } from '#ui/name'
import { sayPoints } from './bank.page.tsx'
import { type Band, type Bank, costOf, type Funder } from './bank.ts'
import { sayHours, sayMoney } from './money.ts'
import { findBank, fundersOf, tariffOn, termsOf } from './reads.ts'
import { bandsOn } from './share-reads.ts'
import { splitRunning } from './split.ts'
import type { Terms } from './terms.ts'

/** The rules of the bank, in sentences that can be read aloud to a client. */
export async function bankRulesPage(db: Db, { say, params }: Asked): Promise<View> {
  const bank = found(await findBank(db, params.bank ?? ''))
  const today = db.now.toZonedDateTimeISO(say.zone).toPlainDate()
  const [funders, terms] = [await fundersOf(db, bank.id), await termsOf(db, bank.id)]
  const [tariff, bands] = [await tariffOn(db, bank.id, today), await bandsOn(db, bank.id, today)]
  const body = (
    <>
      <h1>{say('page.bank-rules.head')}</h1>
      <p class="soft">
        <Name name={bank.name} />
      </p>
      {tariff ? (
        <>
          <h2>{say('page.bank-rules.price')}</h2>
          <p>{say('page.bank-rules.price-is', { price: sayMoney(say, tariff.perHour, bank) })}</p>
          {bands.map((band, at) => (
            <BandRule say={say} bank={bank} band={band} next={bands[at + 1]} funders={funders} perHour={tariff.perHour} />
          ))}
        </>
      ) : (
        <p>{say('page.bank-rules.no-price')}</p>
      )}
      <p>{say('page.bank-rules.step', { step: bank.stepMinutes, least: bank.minutesMin })}</p>
      <Rest say={say} bank={bank} terms={terms} />
    </>
  )
  return { title: say('page.bank-rules.title', { bank: bank.name }), body }
}

type BandProps = { say: Say; bank: Bank; band: Band; next: Band | undefined; funders: readonly Funder[]; perHour: bigint }

/** Who pays what of an hour, in money too: a percentage is hard to hear. */
function BandRule({ say, bank, band, next, funders, perHour }: BandProps) {
  const quanta =
    splitRunning(
      costOf(perHour, 60, bank.quantum) / bank.quantum,
      band.shares.map(({ basisPoints }) => ({ weight: basisPoints, carried: 0n })),
    ) ?? []
  const from = sayHours(say, band.fromMinutes)
  return (
    <>
      <p>
        {next
          ? say('page.bank-rules.band', { from, to: sayHours(say, next.fromMinutes) })
          : say(band.fromMinutes === 0 ? 'page.bank-rules.band-all' : 'page.bank-rules.band-last', { from })}
      </p>
      <ul>
        {band.shares.map(({ funder, basisPoints }, at) => {
          const of = funders.find(({ id }) => id === funder)
          const amount = sayMoney(say, (quanta[at] ?? 0n) * bank.quantum, bank)
          const percent = sayPoints(say, basisPoints)
          return (
            <li>
              {of?.kind === 'client'
                ? say('page.bank-rules.you-pay', { amount, percent })
                : say('page.bank-rules.pays', { name: `\u2068${of?.name}\u2069`, amount, percent })}
            </li>
          )
        })}
      </ul>
    </>
  )
}

function Rest({ say, bank, terms }: { say: Say; bank: Bank; terms: Terms }) {
  const { noticeHours, noticeHoursEscorted, latePercent, longerMinutesMax, dueMax, dryRule, clientMayCover } = terms
  return (
    <>
      <h2>{say('page.bank-rules.cancel')}</h2>
      <p>{say('page.bank-rules.in-time', { hours: noticeHours, escorted: noticeHoursEscorted })}</p>
      <p>{say('page.bank-rules.late', { percent: latePercent })}</p>
      <p>{say('page.bank-rules.coach-late')}</p>
      <p>{say('page.bank-rules.force')}</p>
      <h2>{say('page.bank-rules.confirm')}</h2>
      <p>{say('page.bank-rules.confirm-is', { days: terms.confirmDays })}</p>
      <p>{say('page.bank-rules.longer', { minutes: longerMinutesMax })}</p>
      <p>{say('page.bank-rules.no-cash')}</p>
      <h2>{say('page.bank-rules.limits')}</h2>
      <p>{say('page.bank-rules.hours', { year: terms.hoursAYearMax, week: terms.hoursAWeekMax, months: terms.expiryMonths })}</p>
      <p>{dueMax === null ? say('page.bank-rules.due-any') : say('page.bank-rules.due', { amount: sayMoney(say, dueMax, bank) })}</p>
      <p>{say(`page.bank-rules.dry.${dryRule}`)}</p>
      {clientMayCover ? <p>{say('page.bank-rules.you-may-cover')}</p> : null}
    </>
  )
}
