import { coordinatedFunder } from '#funding/coordinated'
import { sayHundredths } from '#funding/say-hours'
import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Asked, View } from '#ground/route'
import { sayShortDay } from '#ground/when'
import type { Say } from '#ground/words'
import type { Bank } from '#hours/bank'
import { Head } from '#hours/chain-head'
import { headOf } from '#hours/journal-reads'
import { sayHours, sayMoney } from '#hours/money'
import { Facts } from '#ui/facts'
import { Name } from '#ui/name'
import { Table } from '#ui/table'
import { Day } from '#ui/when'
import { askedQuarter } from './asked-quarter.ts'
import type { Exchange } from './exchange.ts'
import { type Statement, statementsOf } from './statement.ts'
import type { CameIn } from './statement-figures.ts'

/** What fits one printed page beside the rest; the sheets of the funder's money have them all. */
const receiptsShownMax = 8

/** One funder's quarter, whole: money, the hours that it bought, their own currency, and how far the rest goes. It prints on one page. */
export async function funderStatementPage(db: Db, { say, params, query }: Asked): Promise<View> {
  const { bank, funder } = await coordinatedFunder(db, params.funder ?? '')
  const { quarter } = await askedQuarter(db, bank, query)
  const { rows, countedOn } = await statementsOf(db, bank, quarter)
  const [one, head] = [found(rows.find(({ who }) => who.id === funder.id)), await headOf(db, bank.id)]
  const days = { from: sayShortDay(say, quarter.from), to: sayShortDay(say, quarter.to) }
  const base = `/funders/${funder.id}/statement`
  const body = (
    <div class="sheet">
      <p class="small screen">
        <a href={`/banks/${bank.id}/statements?quarter=${quarter.name}`}>{say('page.statements.title', { bank: bank.name })}</a>
      </p>
      <h1>
        <Name name={funder.name} />
      </h1>
      <p>
        {say('page.statements.head', days)} · <Name name={bank.name} />
      </p>
      <p>
        <strong>
          {say('page.funder-statement.sentence', {
            spent: sayMoney(say, one.spent, bank),
            hours: sayHours(say, one.minutes),
            meetings: Number(one.meetings),
            businesses: Number(one.businesses),
          })}
        </strong>
      </p>
      <Money say={say} bank={bank} one={one} />
      {one.exchange === null ? null : <Theirs say={say} bank={bank} exchange={one.exchange} />}
      <Forecast say={say} one={one} countedOn={countedOn} />
      <p class="small soft">
        {say('page.statements.chain')} {head ? <Head sequence={head.sequence} hash={head.hash} /> : null}
      </p>
      <p class="small screen">
        <a href={`${base}.csv?quarter=${quarter.name}`}>{say('ui.as-csv')}</a> ·{' '}
        <a href={`${base}.xlsx?quarter=${quarter.name}`}>{say('ui.as-xlsx')}</a> ·{' '}
        <a href={`/banks/${bank.id}/journal?funder=${funder.id}`}>{say('page.funder.journal')}</a>
      </p>
    </div>
  )
  return { title: `${funder.name}: ${say('page.statements.head', days)}`, body }
}

/** From the opening to the closing; what is not of every statement stands only where there is some. */
function Money({ say, bank, one }: { say: Say; bank: Bank; one: Statement }) {
  const money = (amount: bigint) => sayMoney(say, amount, bank)
  const some = (amount: bigint) => (amount === 0n ? null : money(amount))
  return (
    <>
      <h2>{say('page.funder-statement.money')}</h2>
      <Facts
        facts={[
          [say('label.statement.opening'), money(one.opening)],
          [say('label.statement.received'), money(one.received)],
          [say('label.statement.spent'), money(one.spent)],
          [say('label.statement.returned'), money(one.returned)],
          [say('label.statement.bridged'), some(one.bridged)],
          [say('label.statement.waived'), some(one.waived)],
          [say('label.statement.corrected'), some(one.corrected)],
          [say('label.statement.closing'), <strong>{money(one.closing)}</strong>],
          [say('label.statement.reserved'), money(one.reserved)],
          [say('label.statement.in-kind'), money(one.inKind)],
        ]}
      />
    </>
  )
}

/** The same money in the currency that they read; each receipt at the rate of its day, the first in spent first. */
function Theirs({ say, bank, exchange }: { say: Say; bank: Bank; exchange: Exchange }) {
  const { receipts, difference } = exchange
  const theirs = (amount: bigint) => sayMoney(say, amount, exchange)
  const size = difference < 0n ? -difference : difference
  const change = difference < 0n ? 'page.funder.exchange-less' : 'page.funder.exchange-more'
  const shown = receipts.slice(0, receiptsShownMax)
  return (
    <>
      <h2>{say('page.funder.theirs', { currency: exchange.currency })}</h2>
      <p class="soft small">{say('page.funder.first-in')}</p>
      <Facts
        facts={[
          [say('label.statement.opening'), theirs(exchange.opening)],
          [say('label.statement.received'), theirs(exchange.received)],
          [say('label.statement.spent'), theirs(exchange.spent)],
          [say('label.statement.otherwise'), exchange.otherwise === 0n ? null : theirs(exchange.otherwise)],
          [say('label.statement.closing'), <strong>{theirs(exchange.closing)}</strong>],
        ]}
      />
      {shown.length === 0 ? null : (
        <Table caption={say('page.funder-statement.receipts')} rows={shown} columns={receiptColumns(say, bank, exchange)} />
      )}
      {receipts.length > shown.length ? (
        <p class="small">{say('page.funder-statement.more-receipts', { count: receipts.length - shown.length })}</p>
      ) : null}
      {difference === 0n ? null : <p>{say(change, { amount: sayMoney(say, size, bank) })}</p>}
    </>
  )
}

function receiptColumns(say: Say, bank: Bank, exchange: Exchange) {
  return [
    { head: say('label.funding.value-date'), rowHead: true, cell: ({ valueDate }: CameIn) => <Day say={say} date={valueDate} short /> },
    { head: say('label.funding.amount'), number: true, cell: (one: CameIn) => sayMoney(say, one.amount, one) },
    { head: say('label.funding.rate'), number: true, cell: ({ rate }: CameIn) => (rate === null ? '–' : <bdi dir="ltr">{rate}</bdi>) },
    {
      head: say('label.funding.amount-in', { currency: bank.currency }),
      number: true,
      cell: ({ ledger }: CameIn) => sayMoney(say, ledger, bank),
    },
    {
      head: say('label.funding.amount-in', { currency: exchange.currency }),
      number: true,
      cell: (one: CameIn) => sayMoney(say, one.foreign, exchange),
    },
  ]
}

function Forecast({ say, one, countedOn }: { say: Say; one: Statement; countedOn: Temporal.PlainDate }) {
  if (one.ahead === null) return null
  const { hundredths, dryOn } = one.ahead
  return (
    <>
      <h2>{say('page.funder-statement.ahead', { day: sayShortDay(say, countedOn) })}</h2>
      <Facts
        facts={[
          [say('label.funding.hours-left'), sayHundredths(say, hundredths)],
          [say('label.funding.dry-on'), dryOn === null ? say('page.funder-statement.no-date') : <Day say={say} date={dryOn} />],
        ]}
      />
    </>
  )
}
