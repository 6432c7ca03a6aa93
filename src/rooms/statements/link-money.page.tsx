import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Asked, FileOut, View } from '#ground/route'
import { sayMoney } from '#hours/money'
import { Empty } from '#ui/empty'
import { Table } from '#ui/table'
import { Day } from '#ui/when'
import { type IatiPlan, type IatiTransaction, iatiXml, withoutSmall } from './iati.ts'
import { meetingsMin } from './iati-file.ts'
import { activityByLink, moneyByLink, monthsByLink, sumsByLink } from './link-reads.ts'
import { type LinkMoney, linkMoneyKinds } from './links.ts'

/** The rows on which a funder's own sums stand: what it said, signed, paid and had back, and what is reserved of it. */
export async function linkMoneyPage(db: Db, { say, params }: Asked): Promise<View> {
  const sums = found(await sumsByLink(db, params.secret ?? ''))
  const money = await moneyByLink(db, params.secret ?? '')
  const kinds = linkMoneyKinds.filter((kind) => money.some((row) => row.kind === kind))
  const body = (
    <>
      <p class="small">
        <a href={`/funder/${params.secret}`}>
          <bdi>{sums.name}</bdi>
        </a>
      </p>
      <h1>{say('page.link-money.head')}</h1>
      <p class="soft">{say('page.link-money.lead')}</p>
      {kinds.length === 0 ? <Empty>{say('page.link-money.none')}</Empty> : null}
      {kinds.map((kind) => (
        <section id={kind}>
          <h2>{say(`page.link-money.kind.${kind}`)}</h2>
          <Table
            caption={say(`page.link-money.kind.${kind}`)}
            quiet
            rows={money.filter((row) => row.kind === kind)}
            columns={[
              { head: say('label.entry.day'), rowHead: true, cell: ({ day }: LinkMoney) => <Day say={say} date={day} short /> },
              { head: say('label.funding.amount'), number: true, cell: (row: LinkMoney) => sayMoney(say, row.amount, row) },
              ...(kind === 'receipt'
                ? [
                    {
                      head: say('label.funding.comes-to'),
                      number: true,
                      cell: ({ ledger }: LinkMoney) => sayMoney(say, ledger ?? 0n, sums),
                    },
                  ]
                : []),
            ]}
          />
        </section>
      ))}
    </>
  )
  return { title: say('page.link-money.head'), body }
}

const types = { pledge: '13', commitment: '11', receipt: '1' } as const

/** The same as an IATI activity: this funder's money alone, and its part of what was spent, by months that tell of nobody. */
export async function linkIatiFile(db: Db, { params }: Asked): Promise<FileOut> {
  const token = params.secret ?? ''
  const sums = found(await sumsByLink(db, token))
  const { programme, purpose, startsOn, endsOn, organisation, organisationName } = found(await activityByLink(db, token))
  const money = await moneyByLink(db, token)
  const provider = sums.name
  const today = db.now.toZonedDateTimeISO('UTC').toPlainDate()
  const transactions: IatiTransaction[] = money.flatMap(({ kind, ...row }) =>
    kind === 'pledge' || kind === 'commitment' || kind === 'receipt' ? [{ ...row, type: types[kind], provider }] : [],
  )
  for (const { month, amount } of withoutSmall(await monthsByLink(db, token), { least: meetingsMin, today })) {
    const day = month.add({ months: 1 }).subtract({ days: 1 })
    transactions.push({ type: '4', day, amount, currency: sums.currency, minorDigits: sums.minorDigits, provider: null })
  }
  const plans: IatiPlan[] = money.filter(({ kind }) => kind === 'tranche').map((row) => ({ ...row, provider }))
  const ref = `XM-${organisation}`
  const xml = iatiXml({
    ...{ identifier: `${ref}-${sums.bank}-${sums.funder}`, title: programme, description: purpose || programme },
    ...{ reporting: { ref, type: '22', name: organisationName }, funders: [provider], starts: startsOn, ends: endsOn, today },
    ...{ country: null, currency: sums.currency, at: db.now, transactions, plans },
  })
  return { name: `${sums.bankName} iati.xml`, type: 'application/xml; charset=utf-8', bytes: new TextEncoder().encode(xml) }
}
