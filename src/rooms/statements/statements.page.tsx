import { coordinatedBank } from '#funding/coordinated'
import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Asked, View } from '#ground/route'
import { sayShortDay } from '#ground/when'
import type { Say } from '#ground/words'
import type { Bank, Funder } from '#hours/bank'
import { Head } from '#hours/chain-head'
import { deliveredIn, type FunderFigures, funderFigures } from '#hours/figures'
import { headOf } from '#hours/journal-reads'
import { sayHours, sayMoney } from '#hours/money'
import { fundersOf } from '#hours/reads'
import { findProgramme } from '#programmes/reads'
import { Name } from '#ui/name'
import { Table } from '#ui/table'
import { type Quarter, quarterOf, quartersBetween } from './quarter.ts'

/** The quarter that is asked for, or that of today; in the days of the programme's bank. */
export function askedQuarter(
  bank: Bank,
  db: Db,
  query: URLSearchParams,
  starts: Temporal.PlainDate,
): { quarter: Quarter; quarters: Quarter[] } {
  const today = db.now.toZonedDateTimeISO('UTC').toPlainDate()
  const opened = bank.openedAt.toZonedDateTimeISO('UTC').toPlainDate()
  const first = Temporal.PlainDate.compare(starts, opened) < 0 ? starts : opened
  const quarters = quartersBetween(Temporal.PlainDate.compare(first, today) > 0 ? today : first, today)
  const name = query.get('quarter')
  return { quarters, quarter: quarters.find((one) => one.name === name) ?? quarterOf(today) }
}

/** What happened to each funder's money in a quarter, and the hours that it bought; it prints as a statement. */
export async function statementsPage(db: Db, { say, params, query }: Asked): Promise<View> {
  const bank = await coordinatedBank(db, params.bank ?? '')
  const { startsOn } = found(await findProgramme(db, bank.programme))
  const { quarter, quarters } = askedQuarter(bank, db, query, startsOn)
  const [funders, figures] = [await fundersOf(db, bank.id), await funderFigures(db, bank.id, quarter)]
  const [delivered, head] = [await deliveredIn(db, bank.id, quarter), await headOf(db, bank.id)]
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
          hours: sayHours(say, delivered.minutes),
          meetings: Number(delivered.meetings),
          businesses: Number(delivered.holders),
        })}
      </p>
      <FundersTable say={say} bank={bank} funders={funders} figures={figures} />
      <p class="small soft">
        {say('page.statements.chain')} {head ? <Head sequence={head.sequence} hash={head.hash} /> : null}
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

type TableProps = { say: Say; bank: Bank; funders: readonly Funder[]; figures: readonly FunderFigures[] }

function FundersTable({ say, bank, funders, figures }: TableProps) {
  const money = (amount: bigint) => sayMoney(say, amount, bank)
  return (
    <Table
      caption={say('page.statements.funders')}
      rows={figures}
      columns={[
        {
          head: say('label.bank.funder'),
          rowHead: true,
          cell: ({ funder }) => (
            <a href={`/funders/${funder}`}>
              <Name name={funders.find(({ id }) => id === funder)?.name ?? '—'} />
            </a>
          ),
        },
        { head: say('label.statement.opening'), number: true, cell: ({ opening }) => money(opening) },
        { head: say('label.statement.received'), number: true, cell: ({ received }) => money(received) },
        { head: say('label.statement.spent'), number: true, cell: ({ spent }) => money(spent) },
        { head: say('label.statement.returned'), number: true, cell: ({ returned }) => money(returned) },
        ...(['bridged', 'waived'] as const)
          .filter((part) => figures.some((one) => one[part] !== 0n))
          .map((part) => ({ head: say(`label.statement.${part}`), number: true, cell: (one: FunderFigures) => money(one[part]) })),
        { head: say('label.statement.corrected'), number: true, cell: ({ corrected }) => money(corrected) },
        { head: say('label.statement.closing'), number: true, cell: ({ closing }) => money(closing) },
        { head: say('label.statement.reserved'), number: true, cell: ({ reserved }) => money(reserved) },
        { head: say('label.statement.in-kind'), number: true, cell: ({ inKind }) => money(inKind) },
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
