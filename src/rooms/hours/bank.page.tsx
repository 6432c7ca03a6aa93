import type { Db } from '#ground/db'
import { found, missing } from '#ground/refusal'
import type { Asked, View } from '#ground/route'
import type { Say } from '#ground/words'
import { mayCoordinate } from '#people/may'
import { Facts } from '#ui/facts'
import { Name } from '#ui/name'
import { Table } from '#ui/table'
import { Day } from '#ui/when'
import type { Account } from './account.ts'
import type { Bank, Funder } from './bank.ts'
import { Head } from './chain-head.tsx'
import { headOf } from './journal-reads.ts'
import { sayHours, sayMoney } from './money.ts'
import { accountsOf, closedThrough, findBank, fundersOf, tariffOn } from './reads.ts'
import { bandsOn } from './share-reads.ts'

/** The bank of whoever coordinates its programme; to anybody else it is not there. */
export async function keptBank(db: Db, id: string | undefined): Promise<Bank> {
  const bank = found(await findBank(db, id ?? ''))
  return mayCoordinate(db, bank.programme) ? bank : missing()
}

/** What the bank stands at: hours, and each funder's money, with every figure a way to its rows. */
export async function bankPage(db: Db, { say, params }: Asked): Promise<View> {
  const bank = await keptBank(db, params.bank)
  const today = db.now.toZonedDateTimeISO(say.zone).toPlainDate()
  const [accounts, funders] = [await accountsOf(db, bank.id, { every: true }), await fundersOf(db, bank.id)]
  const [tariff, bands, closed, head] = [
    await tariffOn(db, bank.id, today),
    await bandsOn(db, bank.id, today),
    await closedThrough(db, bank.id),
    await headOf(db, bank.id),
  ]
  const sum = (kind: Account['kind'], funder?: string) => sumOf(accounts, kind, bank, funder)
  const minutes = (kind: Account['kind']) =>
    accounts.reduce((total, account) => (account.kind === kind ? total + account.balance : total), 0n)
  const shareOf = (funder: Funder) => bands[0]?.shares.find((share) => share.funder === funder.id)?.basisPoints ?? 0
  const body = (
    <>
      <p class="small">
        <a href={`/programmes/${bank.programme}`}>{say('page.bank.programme')}</a>
      </p>
      <h1>
        <Name name={bank.name} />
      </h1>
      <p>
        {say('page.bank.sentence', {
          used: sayHours(say, minutes('used')),
          held: sayHours(say, minutes('held')),
          left: sayHours(say, minutes('allotted') + minutes('pool')),
        })}
      </p>
      <Table
        caption={say('page.bank.funders')}
        rows={funders}
        columns={[
          {
            head: say('label.bank.funder'),
            rowHead: true,
            cell: ({ id, name }) => (
              <a href={`/funders/${id}`}>
                <Name name={name} />
              </a>
            ),
          },
          { head: say('label.bank.share'), number: true, cell: (funder) => sayPoints(say, shareOf(funder)) },
          { head: say('label.bank.received'), number: true, cell: ({ id }) => sayMoney(say, -sum('from', id), bank) },
          { head: say('label.bank.reserved'), number: true, cell: ({ id }) => sayMoney(say, sum('reserved', id), bank) },
          { head: say('label.bank.spent'), number: true, cell: ({ id }) => sayMoney(say, sum('spent', id), bank) },
          { head: say('label.bank.free'), number: true, cell: ({ id }) => sayMoney(say, sum('cash', id), bank) },
        ]}
      />
      <Facts
        facts={[
          [say('label.bank.per-hour'), tariff ? sayMoney(say, tariff.perHour, bank) : null],
          [say('label.bank.allotted'), sayHours(say, minutes('allotted') + minutes('held') + minutes('used') + minutes('lost'))],
          [say('label.bank.pool'), sayHours(say, minutes('pool'))],
          [say('label.bank.owed-coaches'), sayMoney(say, -sum('payable'), bank)],
          [say('label.bank.closed'), closed ? <Day say={say} date={closed} /> : null],
          [say('label.bank.head'), head ? <Head sequence={head.sequence} hash={head.hash} /> : null],
        ]}
      />
      <Ways say={say} bank={bank} />
    </>
  )
  return { title: bank.name, body, wide: true }
}

function Ways({ say, bank }: { say: Say; bank: Bank }) {
  const ways = [
    'money',
    'runway',
    'statements',
    'claims',
    'rules',
    'tariff',
    'shares',
    'terms',
    'adjustments',
    'closings',
    'journal',
  ] as const
  return (
    <>
      <h2>{say('page.bank.more')}</h2>
      <ul>
        {ways.map((way) => (
          <li>
            <a href={`/banks/${bank.id}/${way}`}>{say(`page.bank.way.${way}`)}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

/** A share as a percentage: 7000 → 70 %. */
export function sayPoints(say: Say, basisPoints: number): string {
  return say('bank.percent', { percent: basisPoints / 100 })
}

function sumOf(accounts: readonly Account[], kind: Account['kind'], bank: Bank, funder?: string): bigint {
  const mine = accounts.filter(
    (account) => account.kind === kind && account.unit === bank.currency && (funder === undefined || account.funder === funder),
  )
  return mine.reduce((total, { balance }) => total + balance, 0n)
}
