import { findBusiness } from '#businesses/reads'
import { coordinatedBank } from '#funding/coordinated'
import { amountText } from '#ground/amount'
import type { Db } from '#ground/db'
import type { Asked, FileOut, View } from '#ground/route'
import { writeCsv, writeXlsx } from '#ground/sheet-write'
import { coachFigures, holderFigures } from '#hours/figures'
import { hoursOf, sayHours, sayMoney } from '#hours/money'
import { fundersOf } from '#hours/reads'
import { profilesOf } from '#people/profile-reads'
import { Empty } from '#ui/empty'
import { Name } from '#ui/name'
import { AsSheet } from '#ui/pager'
import { Table } from '#ui/table'

const rowsMax = 1_000

async function clientsOf(db: Db, bank: string) {
  const figures = await holderFigures(db, bank, rowsMax)
  const rows = []
  for (const figure of figures) rows.push({ ...figure, business: await findBusiness(db, figure.holder) })
  return rows.filter(({ allotted, held, used, lost, paid }) => allotted + held + used + lost + paid !== 0n)
}

/** Each client's hours, what they paid of their own part, and what they owe. */
export async function clientsPage(db: Db, { say, params }: Asked): Promise<View> {
  const bank = await coordinatedBank(db, params.bank ?? '')
  const rows = await clientsOf(db, bank.id)
  const clients = (await fundersOf(db, bank.id)).find(({ kind }) => kind === 'client')
  const base = `/banks/${bank.id}/clients`
  const body = (
    <>
      <p class="small">
        <a href={`/banks/${bank.id}/statements`}>{say('page.statements.title', { bank: bank.name })}</a>
      </p>
      <h1>{say('page.clients.head', { count: rows.length })}</h1>
      {rows.length === 0 ? (
        <Empty>{say('page.clients.none')}</Empty>
      ) : (
        <Table
          caption={say('page.statements.file.clients')}
          quiet
          rows={rows}
          columns={[
            {
              head: say('label.business.name'),
              rowHead: true,
              cell: ({ holder, business }) => (
                <a href={`/businesses/${holder}`}>
                  <bdi>{business?.code ?? '—'}</bdi> <Name name={business?.name ?? ''} />
                </a>
              ),
            },
            { head: say('label.client.free'), number: true, cell: ({ allotted }) => sayHours(say, allotted) },
            { head: say('label.client.held'), number: true, cell: ({ held }) => sayHours(say, held) },
            { head: say('label.client.used'), number: true, cell: ({ used }) => sayHours(say, used) },
            { head: say('label.client.lost'), number: true, cell: ({ lost }) => sayHours(say, lost) },
            {
              head: say('label.client.paid'),
              number: true,
              cell: ({ holder, paid }) => (
                <>
                  {sayMoney(say, paid, bank)} <a href={`/banks/${bank.id}/waivers?for=${holder}`}>{say('page.waiver.short')}</a>
                </>
              ),
            },
            { head: say('label.client.owed'), number: true, cell: ({ owed }) => sayMoney(say, owed, bank) },
            {
              head: say('label.client.credit'),
              number: true,
              cell: ({ holder, credit }) =>
                credit === 0n || clients === undefined ? (
                  sayMoney(say, credit, bank)
                ) : (
                  <a href={`/funders/${clients.id}/returns?for=${holder}`}>
                    {say('page.clients.give-back', { amount: sayMoney(say, credit, bank) })}
                  </a>
                ),
            },
          ]}
        />
      )}
      <AsSheet say={say} path={base} />
    </>
  )
  return { title: say('page.clients.title', { bank: bank.name }), body, wide: true }
}

async function clientsSheet(db: Db, { say, params }: Asked) {
  const bank = await coordinatedBank(db, params.bank ?? '')
  const headers = [
    ...[say('label.code'), say('label.business.name'), say('label.client.free'), say('label.client.held'), say('label.client.used')],
    ...[say('label.client.lost'), say('label.client.paid'), say('label.client.owed'), say('label.client.credit')],
  ]
  const rows = (await clientsOf(db, bank.id)).map(({ business, allotted, held, used, lost, paid, owed, credit }) => [
    ...[business?.code ?? '', business?.name ?? '', hoursOf(allotted), hoursOf(held), hoursOf(used), hoursOf(lost)],
    ...[amountText(paid, bank.minorDigits), amountText(owed, bank.minorDigits), amountText(credit, bank.minorDigits)],
  ])
  return { name: `${bank.name} clients`, headers, rows }
}

export async function clientsCsv(db: Db, asked: Asked): Promise<FileOut> {
  const { name, headers, rows } = await clientsSheet(db, asked)
  return { name: `${name}.csv`, type: 'text/csv; charset=utf-8', bytes: writeCsv(headers, rows) }
}

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export async function clientsXlsx(db: Db, asked: Asked): Promise<FileOut> {
  const { name, headers, rows } = await clientsSheet(db, asked)
  return { name: `${name}.xlsx`, type: xlsxType, bytes: await writeXlsx(headers, rows, { rightToLeft: asked.say.dir === 'rtl' }) }
}

async function coachesOf(db: Db, bank: string) {
  const figures = await coachFigures(db, bank, rowsMax)
  const ids = figures.map(({ coach }) => coach)
  const people = await profilesOf(db, ids)
  return figures.map((figure) => ({ ...figure, name: people.get(figure.coach)?.fullName ?? '—' }))
}

/** What each coach is owed and was paid. */
export async function coachesPage(db: Db, { say, params }: Asked): Promise<View> {
  const bank = await coordinatedBank(db, params.bank ?? '')
  const rows = await coachesOf(db, bank.id)
  const body = (
    <>
      <p class="small">
        <a href={`/banks/${bank.id}/statements`}>{say('page.statements.title', { bank: bank.name })}</a>
      </p>
      <h1>{say('page.coaches.head', { count: rows.length })}</h1>
      {rows.length === 0 ? (
        <Empty>{say('page.coaches.none')}</Empty>
      ) : (
        <Table
          caption={say('page.statements.file.coaches')}
          quiet
          rows={rows}
          columns={[
            { head: say('label.name'), rowHead: true, cell: ({ name }) => <Name name={name} /> },
            { head: say('label.coach.owed'), number: true, cell: ({ payable }) => sayMoney(say, payable, bank) },
            { head: say('label.coach.paid'), number: true, cell: ({ paid }) => sayMoney(say, paid, bank) },
          ]}
        />
      )}
      <AsSheet say={say} path={`/banks/${bank.id}/coaches`} />
    </>
  )
  return { title: say('page.coaches.title', { bank: bank.name }), body }
}

async function coachesSheet(db: Db, { say, params }: Asked) {
  const bank = await coordinatedBank(db, params.bank ?? '')
  const headers = [say('label.name'), say('label.coach.owed'), say('label.coach.paid'), say('label.statement.currency')]
  const plain = (amount: bigint) => amountText(amount, bank.minorDigits)
  const rows = (await coachesOf(db, bank.id)).map(({ name, payable, paid }) => [name, plain(payable), plain(paid), bank.currency])
  return { name: `${bank.name} coaches`, headers, rows }
}

export async function coachesCsv(db: Db, asked: Asked): Promise<FileOut> {
  const { name, headers, rows } = await coachesSheet(db, asked)
  return { name: `${name}.csv`, type: 'text/csv; charset=utf-8', bytes: writeCsv(headers, rows) }
}

export async function coachesXlsx(db: Db, asked: Asked): Promise<FileOut> {
  const { name, headers, rows } = await coachesSheet(db, asked)
  return { name: `${name}.xlsx`, type: xlsxType, bytes: await writeXlsx(headers, rows, { rightToLeft: asked.say.dir === 'rtl' }) }
}
