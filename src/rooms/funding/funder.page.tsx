import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Asked, View } from '#ground/route'
import type { Say } from '#ground/words'
import type { Bank, Funder } from '#hours/bank'
import { sayMoney } from '#hours/money'
import { tariffOn } from '#hours/reads'
import { bandsOn } from '#hours/share-reads'
import { moneyReversed } from '#hours/standing-reads'
import { Facts } from '#ui/facts'
import { Name } from '#ui/name'
import { CommitmentRows } from './commitment-rows.tsx'
import { coordinatedFunder } from './coordinated.ts'
import { receivedInOrder } from './figures.ts'
import { exchangeDifference, firstInFirstOut } from './first-in-first-out.ts'
import { Above } from './form-parts.tsx'
import { BridgeRows, GiftRows, PledgeRows, ReceiptRows, ReturnRows } from './funder-rows.tsx'
import { limits } from './funding.ts'
import { type FunderMoney, moneyOf } from './money-of.ts'
import { bridgesOf, commitmentsOf, contributionsOf, pledgesOf, receiptsOf, returnsOf, tranchesOf } from './reads.ts'
import { hundredthsIn } from './runway.ts'
import { sayHundredths } from './say-hours.ts'
import { todayOf } from './today.ts'

/** One funder's money: where it stands, in both currencies, and every row that it stands on. */
export async function funderPage(db: Db, { say, params }: Asked): Promise<View> {
  const { bank, funder } = await coordinatedFunder(db, params.funder ?? '')
  const money = found((await moneyOf(db, bank)).find((one) => one.funder.id === funder.id))
  const gone = await moneyReversed(db, bank.id)
  const of = { bank: bank.id, funder: funder.id, limit: limits.rowsShownMax }
  const commitments = await commitmentsOf(db, { ...of, limit: limits.sheetRowsMax })
  const tranches = await tranchesOf(db, { bank: bank.id, commitments: commitments.map(({ id }) => id) }, gone)
  const seen = { say, bank, funder, gone }
  const isClients = funder.kind === 'client'
  const body = (
    <>
      <Above say={say} bank={bank} />
      <h1>
        <Name name={funder.name} />
      </h1>
      <p id="stands">
        {say(isClients ? 'page.funder.sentence.clients' : 'page.funder.sentence', {
          name: `\u2068${funder.name}\u2069`,
          received: sayMoney(say, money.received - money.returned, bank),
          spent: sayMoney(say, money.spent, bank),
          reserved: sayMoney(say, money.reserved, bank),
          available: sayMoney(say, money.available, bank),
        })}{' '}
        <a href={`/banks/${bank.id}/journal?funder=${funder.id}`}>{say('page.funder.journal')}</a>
      </p>
      <p>
        <a href={`/funders/${funder.id}/statement`}>{say('page.funder.statement')}</a> ·{' '}
        <a href={`/funders/${funder.id}/links`}>{say('page.funder.link')}</a>
      </p>
      {funder.reportCurrency === bank.currency ? null : await Theirs({ db, say, bank, funder, money, gone })}
      <ReceiptRows {...seen} receipts={await receiptsOf(db, of)} count={money.receipts} />
      {isClients ? null : (
        <>
          <CommitmentRows say={say} funder={funder} commitments={commitments} tranches={tranches} />
          <BridgeRows {...seen} bridges={await bridgesOf(db, of)} lent={money.bridged} />
          <PledgeRows {...seen} pledges={await pledgesOf(db, of)} />
          <GiftRows {...seen} gifts={await contributionsOf(db, of)} />
        </>
      )}
      <ReturnRows {...seen} returns={await returnsOf(db, of)} />
    </>
  )
  return { title: funder.name, body, wide: true }
}

type TheirsProps = { db: Db; say: Say; bank: Bank; funder: Funder; money: FunderMoney; gone: readonly string[] }

/** The same in the currency that the funder reads: the first money in is the first out, and what changed rates took or gave. */
async function Theirs({ db, say, bank, funder, money, gone }: TheirsProps) {
  const receipts = await receivedInOrder(db, funder.id, gone)
  const theirs = receipts[0] && (await receiptDigits(db, bank, funder))
  if (theirs === undefined) return null
  const spent = firstInFirstOut(receipts, money.spent)
  const left = firstInFirstOut(receipts, money.spent + money.returned).left
  const came = receipts.reduce((sum, { foreign }) => sum + foreign, 0n)
  const difference = exchangeDifference(receipts)
  return (
    <>
      <h2>{say('page.funder.theirs', { currency: funder.reportCurrency })}</h2>
      <p class="soft">{say('page.funder.first-in')}</p>
      <Facts
        facts={[
          [say('label.bank.received'), sayMoney(say, came, theirs)],
          [say('label.bank.spent'), sayMoney(say, spent.spent, theirs)],
          [say('label.funding.given-back'), money.returned === 0n ? null : sayMoney(say, came - spent.spent - left, theirs)],
          [say('label.funding.left'), sayMoney(say, left, theirs)],
        ]}
      />
      {difference === 0n ? null : <p>{await sayExchange(db, say, bank, funder, difference)}</p>}
    </>
  )
}

async function receiptDigits(db: Db, { id: bank }: Bank, funder: Funder) {
  const [latest] = await receiptsOf(db, { bank, funder: funder.id, limit: 1 })
  return latest && { currency: latest.reportCurrency, minorDigits: latest.reportDigits }
}

/** What later receipts came to more or less than at the rate of the first, in money and in hours of their share. */
async function sayExchange(db: Db, say: Say, bank: Bank, funder: Funder, difference: bigint): Promise<string> {
  const today = await todayOf(db, bank)
  const [tariff, bands] = [await tariffOn(db, bank.id, today), await bandsOn(db, bank.id, today)]
  const share = bands[0]?.shares.find((one) => one.funder === funder.id)
  const size = difference < 0n ? -difference : difference
  const sentence = say(difference < 0n ? 'page.funder.exchange-less' : 'page.funder.exchange-more', { amount: sayMoney(say, size, bank) })
  if (tariff === undefined || share === undefined) return sentence
  const hours = hundredthsIn({ ...share, available: size }, tariff.perHour)
  return `${sentence} ${say('page.funder.exchange-hours', { hours: sayHundredths(say, hours) })}`
}
