import { minorDigitsOf } from '#ground/amount'
import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import { sayShortDay } from '#ground/when'
import type { Say } from '#ground/words'
import { sayMoney } from '#hours/money'
import { Empty } from '#ui/empty'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden, Radios, Select, TextField, Tick } from '#ui/field'
import { Name } from '#ui/name'
import { Table } from '#ui/table'
import { Day } from '#ui/when'
import { type Figures, knowns, obstacleKinds } from './business.ts'
import { currencyOf, figuresOf, findBusiness } from './reads.ts'

/** The figures of a business month by month, the baseline last. */
export function FiguresTable({ say, business, figures }: { say: Say; business: string; figures: readonly Figures[] }) {
  const money = (amount: bigint | null, currency: string | null) =>
    amount === null || currency === null ? '—' : sayMoney(say, amount, { currency, minorDigits: minorDigitsOf(currency) ?? 2 })
  const number = (count: number | null) => (count === null ? '—' : say.number(count))
  return (
    <>
      {figures.length === 0 ? (
        <Empty>{say('page.figures.none')}</Empty>
      ) : (
        <Table
          caption={say('page.business.figures')}
          quiet
          rows={figures}
          columns={[
            { head: say('label.figures.month'), rowHead: true, cell: ({ month }) => <Day say={say} date={month} short /> },
            { head: say('label.figures.sales'), number: true, cell: ({ sales, currency }) => <bdi>{money(sales, currency)}</bdi> },
            { head: say('label.figures.costs'), number: true, cell: ({ costs, currency }) => <bdi>{money(costs, currency)}</bdi> },
            { head: say('label.figures.profit'), number: true, cell: ({ profit, currency }) => <bdi>{money(profit, currency)}</bdi> },
            { head: say('label.figures.customers'), number: true, cell: ({ customers }) => number(customers) },
            { head: say('label.figures.workers'), number: true, cell: ({ workers }) => number(workers) },
            { head: say('label.figures.women'), number: true, cell: ({ women }) => number(women) },
            { head: say('label.figures.practice'), number: true, cell: ({ practice }) => number(practice) },
            {
              head: say('label.figures.cash-book'),
              cell: ({ cashBook }) => say(cashBook ? 'figures.cash-book.seen' : 'figures.cash-book.none'),
            },
            { head: say('label.figures.obstacle'), cell: ({ obstacle }) => (obstacle ? say(`obstacle.${obstacle}`) : '—') },
            { head: say('label.figures.known'), cell: ({ known }) => say(`figures.known.${known}`) },
          ]}
        />
      )}
      <p>
        <a href={`/businesses/${business}/figures`}>{say(figures.length === 0 ? 'page.figures.first' : 'page.figures.more')}</a>
      </p>
    </>
  )
}

/** The form for a month's figures. */
export async function figuresPage(db: Db, { say, params, formId }: Asked, again?: Again): Promise<View> {
  const business = found(await findBusiness(db, params.business ?? ''))
  const isFirst = (await figuresOf(db, business.id, 1)).length === 0
  const last = db.now.toZonedDateTimeISO(say.zone).toPlainDate().with({ day: 1 }).subtract({ months: 1 })
  const currency = await currencyOf(db, business.id)
  const seen = say('seen.business')
  const body = (
    <>
      <p class="small">
        <a href={`/businesses/${business.id}`}>
          <Name name={business.name} />
        </a>
      </p>
      <h1>{say(isFirst ? 'page.figures.first' : 'page.figures.more')}</h1>
      <p class="soft">{say('page.figures.lead')}</p>
      <ErrorSummary say={say} again={again} />
      <form method="post" action={`/businesses/${business.id}/figures`}>
        <Hidden name="id" value={String(again?.values.id ?? formId)} />
        <TextField
          say={say}
          name="month"
          label={say('label.figures.month')}
          hint={say('page.figures.month-hint')}
          value={sayShortDay(say, last)}
          short
          again={again}
        />
        {currency === null ? (
          <TextField
            say={say}
            name="currency"
            label={say('label.figures.currency')}
            hint={say('page.figures.currency-hint')}
            maxlength={3}
            short
            again={again}
          />
        ) : (
          <Hidden name="currency" value={currency} />
        )}
        {(['sales', 'costs', 'profit'] as const).map((name) => (
          <TextField
            say={say}
            name={name}
            label={
              currency === null ? say(`label.figures.${name}`) : say('page.figures.in', { what: say(`label.figures.${name}`), currency })
            }
            seen={seen}
            inputmode="numeric"
            short
            optional
            again={again}
          />
        ))}
        {(['customers', 'workers', 'women', 'practice'] as const).map((name) => (
          <TextField say={say} name={name} label={say(`label.figures.${name}`)} inputmode="numeric" short optional again={again} />
        ))}
        <Tick say={say} name="cashBook" label={say('page.figures.cash-book')} again={again} />
        <Select
          say={say}
          name="obstacle"
          label={say('label.figures.obstacle')}
          choices={obstacleKinds.map((value) => ({ value, label: say(`obstacle.${value}`) }))}
          empty={say('page.register.choose')}
          optional
          again={again}
        />
        <Radios
          say={say}
          name="known"
          label={say('label.figures.known')}
          value="estimate"
          choices={knowns.map((value) => ({ value, label: say(`figures.known.${value}`) }))}
          again={again}
          row
        />
        <button type="submit">{say('page.figures.save')}</button>
      </form>
    </>
  )
  return { title: say('page.figures.title', { business: business.name }), body }
}
