import type { Db } from '#ground/db'
import type { Asked, Markup, View } from '#ground/route'
import { sayShortDay } from '#ground/when'
import type { Say } from '#ground/words'
import type { Bank } from '#hours/bank'
import { sayMoney } from '#hours/money'
import { moneyReversed } from '#hours/standing-reads'
import { Name } from '#ui/name'
import { Notice } from '#ui/notice'
import { AsSheet } from '#ui/pager'
import { Table } from '#ui/table'
import { coordinatedBank } from './coordinated.ts'
import type { Contribution, Money, Tranche } from './funding.ts'
import { type FunderMoney, moneyOf } from './money-of.ts'
import { contributionsWaiting, tranchesOf } from './reads.ts'

/** What came into a bank, from whom, and what of it can still be reserved; every number opens to its rows. */
export async function moneyPage(db: Db, { say, params }: Asked): Promise<View> {
  const bank = await coordinatedBank(db, params.bank ?? '')
  const funders = await moneyOf(db, bank)
  const sum = (of: (money: FunderMoney) => bigint) =>
    sayMoney(
      say,
      funders.reduce((total, money) => total + of(money), 0n),
      bank,
    )
  const title = say('page.money.title')
  const body = (
    <>
      <p class="small">
        <a href={`/banks/${bank.id}`}>
          <Name name={bank.name} />
        </a>
      </p>
      <h1>{title}</h1>
      <p>
        {say('page.money.sentence', {
          received: sum(({ received }) => received),
          spent: sum(({ spent }) => spent),
          reserved: sum(({ reserved }) => reserved),
          available: sum(({ available }) => available),
        })}{' '}
        <a href={`/banks/${bank.id}/runway`}>{say('page.money.runway')}</a>
      </p>
      <Waiting say={say} bank={bank} tranches={await lateTranches(db, say, bank)} gifts={await contributionsWaiting(db, bank.id)} />
      <Table caption={say('page.money.by-funder')} rows={funders} columns={columnsOf(say, bank)} />
      <p class="soft small">{say('page.money.meaning')}</p>
      <AsSheet say={say} path={`/banks/${bank.id}/money`} />
    </>
  )
  return { title, body, wide: true }
}

function columnsOf(say: Say, bank: Bank) {
  const link = ({ funder }: FunderMoney, part: string, text: Markup) => <a href={`/funders/${funder.id}#${part}`}>{text}</a>
  const own = (money: FunderMoney, part: string, amount: bigint) => (amount === 0n ? '–' : link(money, part, sayMoney(say, amount, bank)))
  const theirs = (money: FunderMoney, part: string, sums: readonly Money[]) =>
    sums.length === 0 ? '–' : link(money, part, say.list(sums.map((one) => sayMoney(say, one.amount, one))))
  return [
    {
      head: say('label.bank.funder'),
      rowHead: true,
      cell: ({ funder }: FunderMoney) => (
        <a href={`/funders/${funder.id}`}>
          <Name name={funder.name} />
        </a>
      ),
    },
    { head: say('label.funding.pledged'), number: true, cell: (money: FunderMoney) => theirs(money, 'pledges', money.pledged) },
    { head: say('label.funding.committed'), number: true, cell: (money: FunderMoney) => theirs(money, 'commitments', money.committed) },
    { head: say('label.bank.received'), number: true, cell: (money: FunderMoney) => own(money, 'receipts', money.received) },
    { head: say('label.funding.in-kind'), number: true, cell: (money: FunderMoney) => own(money, 'in-kind', money.inKind) },
    {
      head: say('label.funding.available'),
      number: true,
      cell: (money: FunderMoney) => <strong>{own(money, 'stands', money.available)}</strong>,
    },
  ]
}

/** Tranches whose day has come and that are not all here. */
async function lateTranches(db: Db, say: Say, bank: Bank): Promise<Tranche[]> {
  const today = db.now.toZonedDateTimeISO(say.zone).toPlainDate()
  const tranches = await tranchesOf(db, { bank: bank.id }, await moneyReversed(db, bank.id))
  return tranches.filter(({ dueOn, received, amount }) => received < amount && Temporal.PlainDate.compare(dueOn, today) <= 0)
}

type WaitingProps = { say: Say; bank: Bank; tranches: readonly Tranche[]; gifts: readonly Contribution[] }

/** What waits for somebody: money that is late, and what a second person has not agreed to yet. */
function Waiting({ say, bank, tranches, gifts }: WaitingProps) {
  if (tranches.length + gifts.length === 0) return null
  return (
    <Notice kind="wait">
      <ul>
        {tranches.slice(0, waitingShownMax).map((tranche) => (
          <li>
            <a href={`/funders/${tranche.funder}#commitments`}>
              {say('page.money.late', {
                amount: sayMoney(say, tranche.amount - tranche.received, tranche),
                day: sayShortDay(say, tranche.dueOn),
              })}
            </a>
          </li>
        ))}
        {gifts.map(({ id, amount }) => (
          <li>
            <a href={`/in-kind/${id}/decision`}>{say('page.money.in-kind-waits', { amount: sayMoney(say, amount, bank) })}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

const waitingShownMax = 10
