import { coordinatedBank } from '#funding/coordinated'
import type { Db } from '#ground/db'
import type { Asked, View } from '#ground/route'
import { sayShortDay } from '#ground/when'
import type { Say } from '#ground/words'
import type { Bank } from '#hours/bank'
import { Head } from '#hours/chain-head'
import { headOf } from '#hours/journal-reads'
import { sayHours, sayMoney } from '#hours/money'
import { Name } from '#ui/name'
import { Table } from '#ui/table'
import { askedQuarter } from './asked-quarter.ts'
import { type Statement, statementsOf } from './statement.ts'

/** What happened to each funder's money in a quarter, and the hours that it bought; it prints as a statement. */
export async function statementsPage(db: Db, { say, params, query }: Asked): Promise<View> {
  const bank = await coordinatedBank(db, params.bank ?? '')
  const { quarter, quarters } = await askedQuarter(db, bank, query)
  const [{ all, rows }, head] = [await statementsOf(db, bank, quarter), await headOf(db, bank.id)]
  const days = { from: sayShortDay(say, quarter.from), to: sayShortDay(say, quarter.to) }
  const base = `/banks/${bank.id}/statements`
  const body = (
    <>
      <p class="small">
        <a href={`/banks/${bank.id}`}>
          <Name name={bank.name} />
        </a>
      </p>
      <h1>{say('page.statements.head', days)}</h1>
      <p>
        {say('page.statements.sentence', {
          hours: sayHours(say, all.minutes),
          meetings: Number(all.meetings),
          businesses: Number(all.businesses),
        })}
      </p>
      <FundersTable say={say} bank={bank} rows={rows} quarter={quarter.name} />
      <p class="small soft">
        {say('page.statements.chain')} {head ? <Head sequence={head.sequence} hash={head.hash} /> : null}
      </p>
      <p>
        <a href={`/banks/${bank.id}/numbers`}>{say('page.watch.title')}</a>
      </p>
      <p class="small">
        <a href={`${base}.csv?quarter=${quarter.name}`}>{say('ui.as-csv')}</a> ·{' '}
        <a href={`${base}.xlsx?quarter=${quarter.name}`}>{say('ui.as-xlsx')}</a>
      </p>
      <h2>{say('page.statements.quarters')}</h2>
      <ul>
        {quarters.map((one) => (
          <li>
            <a href={`${base}?quarter=${one.name}`} aria-current={one.name === quarter.name ? 'page' : undefined}>
              {say('page.statements.head', { from: sayShortDay(say, one.from), to: sayShortDay(say, one.to) })}
            </a>
          </li>
        ))}
      </ul>
      <Files say={say} bank={bank.id} />
    </>
  )
  return { title: say('page.statements.title', { bank: bank.name }), body, wide: true }
}

type TableProps = { say: Say; bank: Bank; rows: readonly Statement[]; quarter: string }

function FundersTable({ say, bank, rows, quarter }: TableProps) {
  const money = (amount: bigint) => sayMoney(say, amount, bank)
  return (
    <Table
      caption={say('page.statements.funders')}
      rows={rows}
      columns={[
        {
          head: say('label.bank.funder'),
          rowHead: true,
          cell: ({ who }) => (
            <a href={`/funders/${who.id}/statement?quarter=${quarter}`}>
              <Name name={who.name} />
            </a>
          ),
        },
        { head: say('label.statement.opening'), number: true, cell: ({ opening }) => money(opening) },
        { head: say('label.statement.received'), number: true, cell: ({ received }) => money(received) },
        { head: say('label.statement.spent'), number: true, cell: ({ spent }) => money(spent) },
        { head: say('label.statement.returned'), number: true, cell: ({ returned }) => money(returned) },
        ...(['bridged', 'waived'] as const)
          .filter((part) => rows.some((one) => one[part] !== 0n))
          .map((part) => ({ head: say(`label.statement.${part}`), number: true, cell: (one: Statement) => money(one[part]) })),
        { head: say('label.statement.corrected'), number: true, cell: ({ corrected }) => money(corrected) },
        { head: say('label.statement.closing'), number: true, cell: ({ closing }) => money(closing) },
        { head: say('label.statement.reserved'), number: true, cell: ({ reserved }) => money(reserved) },
        { head: say('label.statement.in-kind'), number: true, cell: ({ inKind }) => money(inKind) },
        { head: say('label.link.hours'), number: true, cell: ({ minutes }) => sayHours(say, minutes) },
      ]}
    />
  )
}

function Files({ say, bank }: { say: Say; bank: string }) {
  const files = [
    ['clients', `/banks/${bank}/clients`],
    ['coaches', `/banks/${bank}/coaches`],
    ['journal', `/banks/${bank}/journal.jsonl`],
    ['hledger', `/banks/${bank}/hledger.journal`],
    ['iati', `/banks/${bank}/iati.xml`],
    ['audit', `/banks/${bank}/audit.zip`],
  ] as const
  return (
    <>
      <h2>{say('page.statements.more')}</h2>
      <ul>
        {files.map(([name, href]) => (
          <li>
            <a href={href}>{say(`page.statements.file.${name}`)}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
