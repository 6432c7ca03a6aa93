import type { Markup } from '#ground/route'
import type { Say } from '#ground/words'
import type { Bank, Funder } from '#hours/bank'
import { sayMoney } from '#hours/money'
import { Tag } from '#ui/notice'
import { type Column, Table } from '#ui/table'
import { Day } from '#ui/when'
import { type Bridge, type Contribution, limits, type MoneyReturn, type Pledge, type Receipt } from './funding.ts'

type Seen = { say: Say; bank: Bank; funder: Funder; gone: readonly string[] }
type SectionProps<Row> = {
  say: Say
  id: string
  head: string
  none: string
  rows: readonly Row[]
  columns: readonly Column<Row>[]
  way?: Markup
}

/** A part of the page: its rows, or that there are none, and the way to add one. */
function Section<Row>({ id, head, none, rows, columns, way }: SectionProps<Row>) {
  return (
    <section id={id}>
      <h2>{head}</h2>
      {rows.length === 0 ? <p class="soft">{none}</p> : <Table caption={head} quiet rows={rows} columns={columns} />}
      {way === undefined ? null : <p>{way}</p>}
    </section>
  )
}

const Gone = ({ say, isGone }: { say: Say; isGone: boolean }) => (isGone ? <Tag kind="bad">{say('funding.taken-back')}</Tag> : null)

export function ReceiptRows({ say, bank, funder, gone, receipts, count }: Seen & { receipts: readonly Receipt[]; count: number }) {
  const isClients = funder.kind === 'client'
  const columns: Column<Receipt>[] = [
    { head: say('label.funding.number'), rowHead: true, cell: ({ id, number }) => <a href={`/receipts/${id}`}>{say.number(number)}</a> },
    { head: say('label.funding.value-date'), cell: ({ valueDate }) => <Day say={say} date={valueDate} short /> },
    {
      head: say('label.funding.payer'),
      cell: ({ id, payer, holder }) => (
        <>
          <bdi>{payer}</bdi> <Gone say={say} isGone={gone.includes(id)} />
          {holder === null ? null : (
            <>
              {' '}
              <a href={`/banks/${bank.id}/payments?for=${holder}`}>{say('page.funder.next-payment')}</a>
            </>
          )}
        </>
      ),
    },
    ...(isClients ? [] : [{ head: say('label.funding.paid'), number: true, cell: (one: Receipt) => sayMoney(say, one.amount, one) }]),
    { head: say('label.funding.comes-to'), number: true, cell: ({ ledgerAmount }) => sayMoney(say, ledgerAmount, bank) },
  ]
  const way = isClients ? say('page.funder.payments-where') : <a href={`/funders/${funder.id}/receipts`}>{say('page.receipt-new.title')}</a>
  return (
    <>
      <Section
        {...{ say, id: 'receipts', head: say(isClients ? 'page.funder.payments' : 'page.funder.receipts'), none: say('page.funder.none') }}
        {...{ rows: receipts, columns, way }}
      />
      {count > receipts.length ? <p class="soft">{say('page.funder.more', { shown: limits.rowsShownMax, count })}</p> : null}
    </>
  )
}

export function PledgeRows({ say, funder, gone, pledges }: Seen & { pledges: readonly Pledge[] }) {
  const columns: Column<Pledge>[] = [
    { head: say('label.funding.said-on'), rowHead: true, cell: ({ saidOn }) => <Day say={say} date={saidOn} short /> },
    { head: say('label.funding.amount'), number: true, cell: (pledge) => sayMoney(say, pledge.amount, pledge) },
    {
      head: say('label.funding.reference'),
      cell: ({ id, reference }) => (
        <>
          <bdi>{reference}</bdi> <Gone say={say} isGone={gone.includes(id)} />
        </>
      ),
    },
  ]
  const way = <a href={`/funders/${funder.id}/pledges`}>{say('page.pledge.title')}</a>
  const said = { say, id: 'pledges', head: say('page.funder.pledges'), none: say('page.funder.none') }
  return <Section {...said} rows={pledges} columns={columns} way={way} />
}

export function GiftRows({ say, bank, funder, gone, gifts }: Seen & { gifts: readonly Contribution[] }) {
  const columns: Column<Contribution>[] = [
    { head: say('label.funding.given-on'), rowHead: true, cell: ({ givenOn }) => <Day say={say} date={givenOn} short /> },
    {
      head: say('label.funding.description'),
      cell: ({ id, description }) => (
        <a href={`/in-kind/${id}/decision`} dir="auto">
          {description}
        </a>
      ),
    },
    { head: say('label.funding.value'), number: true, cell: ({ amount }) => sayMoney(say, amount, bank) },
    {
      head: say('label.funding.counts'),
      cell: ({ id, agreed }) => (gone.includes(id) ? <Gone say={say} isGone /> : <Counts say={say} agreed={agreed} />),
    },
  ]
  const way = <a href={`/funders/${funder.id}/in-kind`}>{say('page.in-kind.title')}</a>
  const said = { say, id: 'in-kind', head: say('page.funder.in-kind'), none: say('page.funder.none') }
  return <Section {...said} rows={gifts} columns={columns} way={way} />
}

function Counts({ say, agreed }: { say: Say; agreed: boolean | null }) {
  if (agreed === null) return <Tag kind="wait">{say('funding.counts.waiting')}</Tag>
  return agreed ? <Tag kind="good">{say('funding.counts.yes')}</Tag> : <Tag kind="bad">{say('funding.counts.no')}</Tag>
}

export function BridgeRows({ say, bank, gone, bridges, lent }: Seen & { bridges: readonly Bridge[]; lent: bigint }) {
  if (bridges.length === 0) return null
  const columns: Column<Bridge>[] = [
    { head: say('label.funding.lent-on'), rowHead: true, cell: ({ lentOn }) => <Day say={say} date={lentOn} short /> },
    { head: say('label.funding.lent'), number: true, cell: ({ amount }) => sayMoney(say, amount, bank) },
    {
      head: say('label.funding.reference'),
      cell: ({ id, reference }) => (
        <>
          <a href={`/entries/${id}`}>
            <bdi>{reference}</bdi>
          </a>{' '}
          <Gone say={say} isGone={gone.includes(id)} />
        </>
      ),
    },
  ]
  const way = lent === 0n ? say('page.funder.bridges-paid') : say('page.funder.bridges-open', { amount: sayMoney(say, lent, bank) })
  return <Section {...{ say, id: 'bridges', head: say('page.funder.bridges'), none: '', rows: bridges, columns, way }} />
}

export function ReturnRows({ say, bank, funder, gone, returns }: Seen & { returns: readonly MoneyReturn[] }) {
  const columns: Column<MoneyReturn>[] = [
    { head: say('label.funding.returned-on'), rowHead: true, cell: ({ returnedOn }) => <Day say={say} date={returnedOn} short /> },
    { head: say('label.funding.amount'), number: true, cell: ({ amount }) => sayMoney(say, amount, bank) },
    {
      head: say('label.funding.payee'),
      cell: ({ id, payee }) => (
        <>
          <bdi>{payee}</bdi> <Gone say={say} isGone={gone.includes(id)} />
        </>
      ),
    },
    { head: say('label.funding.reference'), cell: ({ reference }) => <bdi>{reference}</bdi> },
  ]
  const way = funder.kind === 'client' ? undefined : <a href={`/funders/${funder.id}/returns`}>{say('page.return.title')}</a>
  const said = { say, id: 'returns', head: say('page.funder.returns'), none: say('page.funder.none') }
  return <Section {...said} rows={returns} columns={columns} {...(way ? { way } : {})} />
}
