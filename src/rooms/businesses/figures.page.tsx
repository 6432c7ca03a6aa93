import { amountText } from '#ground/amount'
import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import { sayShortDay } from '#ground/when'
import type { Say } from '#ground/words'
import { Empty } from '#ui/empty'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden, Radios, Select, TextField, Tick } from '#ui/field'
import { Name } from '#ui/name'
import { Table } from '#ui/table'
import { Day } from '#ui/when'
import { type Figures, knowns, limits, obstacleKinds } from './business.ts'
import { figuresOf, findBusiness } from './reads.ts'

const plain = (amount: bigint | null) => (amount === null ? '—' : amountText(amount, 2).replace(/\.00$/, ''))

/** The figures of a business month by month, the baseline last. */
export function FiguresTable({ say, business, figures }: { say: Say; business: string; figures: readonly Figures[] }) {
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
            { head: say('label.figures.sales'), number: true, cell: ({ sales }) => <bdi>{plain(sales)}</bdi> },
            { head: say('label.figures.profit'), number: true, cell: ({ profit }) => <bdi>{plain(profit)}</bdi> },
            { head: say('label.figures.workers'), number: true, cell: ({ workers }) => number(workers) },
            { head: say('label.figures.women'), number: true, cell: ({ women }) => number(women) },
            { head: say('label.figures.practice'), number: true, cell: ({ practice }) => number(practice) },
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
        {(['sales', 'costs', 'profit'] as const).map((name) => (
          <TextField
            say={say}
            name={name}
            label={say(`label.figures.${name}`)}
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

export function ObstacleForm({ say, business, formId, again }: { say: Say; business: string; formId: string; again: Again | undefined }) {
  return (
    <form method="post" action={`/businesses/${business}/obstacles`} class="deeds">
      <Hidden name="id" value={String(again?.values.id ?? formId)} />
      <Select
        say={say}
        name="kind"
        label={say('page.business.obstacle')}
        choices={obstacleKinds.slice(0, limits.obstaclesMax).map((value) => ({ value, label: say(`obstacle.${value}`) }))}
        empty={say('page.register.choose')}
        again={again}
      />
      <button type="submit" class="second">
        {say('page.business.raise')}
      </button>
    </form>
  )
}
