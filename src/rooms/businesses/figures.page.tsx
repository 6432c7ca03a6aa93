import { minorDigitsOf } from '#ground/amount'
import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import { sayShortDay } from '#ground/when'
import type { Say } from '#ground/words'
import { sayAmount, sayMoney } from '#hours/money'
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
  const currencies = [...new Set(figures.flatMap(({ currency }) => currency ?? []))]
  return (
    <>
      {figures.length === 0 ? <Empty>{say('page.figures.none')}</Empty> : <Months say={say} figures={figures} currencies={currencies} />}
      <p>
        <a href={`/businesses/${business}/figures`}>{say(figures.length === 0 ? 'page.figures.first' : 'page.figures.more')}</a>
      </p>
    </>
  )
}

const nothing = '—'

/** A currency is said once where there is only one. */
function moneyIn(say: Say, amount: bigint | null, currency: string | null, isOnlyOne: boolean): string {
  if (amount === null || currency === null) return nothing
  const money = { currency, minorDigits: minorDigitsOf(currency) ?? 2 }
  return isOnlyOne ? sayAmount(say, amount, money) : sayMoney(say, amount, money)
}

function Months({ say, figures, currencies }: { say: Say; figures: readonly Figures[]; currencies: readonly string[] }) {
  const isOnlyOne = currencies.length === 1
  const number = (count: number | null) => (count === null ? nothing : say.number(count))
  return (
    <>
      {isOnlyOne ? <p class="small">{say('page.figures.all-in', { currency: currencies[0] ?? '' })}</p> : null}
      <Table
        caption={say('page.business.figures')}
        quiet
        rows={figures}
        columns={[
          { head: say('label.figures.month'), rowHead: true, cell: ({ month }) => <Day say={say} date={month} short /> },
          ...(['sales', 'costs', 'profit'] as const).map((field) => ({
            head: say(`head.figures.${field}`),
            number: true,
            cell: (row: Figures) => <bdi>{moneyIn(say, row[field], row.currency, isOnlyOne)}</bdi>,
          })),
          { head: say('label.figures.customers'), number: true, cell: ({ customers }) => number(customers) },
          {
            head: say('head.figures.workers'),
            number: true,
            cell: ({ workers, women }) => (women === null ? number(workers) : `${number(workers)} (${number(women)})`),
          },
          { head: say('head.figures.practice'), number: true, cell: ({ practice }) => number(practice) },
          {
            head: say('head.figures.known'),
            cell: ({ known, cashBook, obstacle }) => (
              <>
                {say(`figures.known.${known}`)}
                {cashBook ? `, ${say('figures.cash-book')}` : ''}
                {obstacle ? <div class="small">{say('figures.most-in-the-way', { obstacle: say(`obstacle.${obstacle}`) })}</div> : null}
              </>
            ),
          },
        ]}
      />
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
