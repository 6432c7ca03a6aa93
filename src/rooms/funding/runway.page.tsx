import type { Db } from '#ground/db'
import type { Asked, View } from '#ground/route'
import { sayDay } from '#ground/when'
import type { Say } from '#ground/words'
import type { Bank, Funder } from '#hours/bank'
import { sayHours, sayMoney } from '#hours/money'
import { Empty } from '#ui/empty'
import { Name } from '#ui/name'
import { Tag } from '#ui/notice'
import { Table } from '#ui/table'
import { Day } from '#ui/when'
import { coordinatedBank } from './coordinated.ts'
import { Above } from './form-parts.tsx'
import { hundredthsIn, type PurseAhead, runwayLimits } from './runway.ts'
import { RunwayChart } from './runway-chart.tsx'
import { type BankAhead, runwayIn } from './runway-of.ts'
import { sayHundredths } from './say-hours.ts'
import { todayOf } from './today.ts'

/** How far the money goes: in a sentence, as a drawing, and in the table beneath it. */
export async function runwayPage(db: Db, { say, params }: Asked): Promise<View> {
  const bank = await coordinatedBank(db, params.bank ?? '')
  const today = await todayOf(db, bank)
  const ahead = await runwayIn(db, bank, today)
  const title = say('page.runway.title')
  const body = (
    <>
      <Above say={say} bank={bank} />
      <h1>{title}</h1>
      {ahead === undefined ? (
        <Empty>
          <p>{say('page.runway.no-price')}</p>
        </Empty>
      ) : (
        <Ahead say={say} bank={bank} ahead={ahead} />
      )}
    </>
  )
  return { title, body, wide: true }
}

type AheadProps = { say: Say; bank: Bank; ahead: BankAhead }

function Ahead({ say, bank, ahead }: AheadProps) {
  const { course, runway, funders, bandsCount } = ahead
  const sentences = sentencesOf(say, ahead)
  const rows = runway.purses.map((purse) => ({ purse, funder: funders.find(({ id }) => id === purse.funder) }))
  return (
    <>
      <p>
        <strong>{sentences[0]}</strong> {sentences.slice(1).join(' ')}
      </p>
      <p class="chart">
        <RunwayChart
          say={say}
          title={say('page.runway.chart')}
          description={sentences.join(' ')}
          bars={rows.map(({ purse, funder }) => ({
            label: funder?.name ?? '',
            hundredths: hundredthsIn(purse, course.perHour),
            isFirst: runway.binds.includes(purse.funder),
          }))}
          needed={runway.minutesToEnd === null ? null : (runway.minutesToEnd * 100n) / 60n}
        />
      </p>
      <Table caption={say('page.runway.table')} rows={rows} columns={columnsOf(say, bank, ahead)} />
      {bandsCount > 1 ? <p class="soft">{say('page.runway.bands')}</p> : null}
      <p class="soft small">{say('page.runway.meaning', { weeks: runwayLimits.paceWeeks })}</p>
    </>
  )
}

/** What is true, and what to do: for how long it lasts, whose money ends first and when, and what is missing until the end. */
function sentencesOf(say: Say, { course, runway, funders }: BankAhead): string[] {
  const names = say.list(runway.binds.map((id) => `\u2068${funders.find((funder) => funder.id === id)?.name ?? ''}\u2069`))
  const hours = Number(runway.minutes) / 60
  const enough = say('page.runway.hours', { hours, names })
  if (course.paceMinutes <= 0n) return [enough, say('page.runway.no-pace', { weeks: runwayLimits.paceWeeks })]
  const pace = Math.round((Number(course.paceMinutes) * 100) / (60 * runwayLimits.paceWeeks)) / 100
  const dry =
    runway.dryOn === null ? say('page.runway.pace-long', { pace }) : say('page.runway.dry', { pace, day: sayDay(say, runway.dryOn) })
  return [enough, dry, ...endOf(say, { course, runway })]
}

function endOf(say: Say, { course, runway }: Pick<BankAhead, 'course' | 'runway'>): string[] {
  if (course.endsOn === null || runway.minutesToEnd === null) return []
  const facts = { day: sayDay(say, course.endsOn), hours: sayHours(say, runway.minutesToEnd) }
  const isEnough = runway.purses.every(({ toGoOn }) => (toGoOn ?? 0n) === 0n)
  return [say(isEnough ? 'page.runway.to-end' : 'page.runway.not-to-end', facts)]
}

type Row = { purse: PurseAhead; funder: Funder | undefined }

function columnsOf(say: Say, bank: Bank, { course, runway }: BankAhead) {
  return [
    {
      head: say('label.bank.funder'),
      rowHead: true,
      cell: ({ purse, funder }: Row) => (
        <>
          <a href={`/funders/${purse.funder}`}>
            <Name name={funder?.name ?? ''} />
          </a>{' '}
          {runway.binds.includes(purse.funder) ? <Tag kind="wait">{say('page.runway.first')}</Tag> : null}
        </>
      ),
    },
    { head: say('label.funding.available'), number: true, cell: ({ purse }: Row) => sayMoney(say, purse.available, bank) },
    { head: say('label.bank.share'), number: true, cell: ({ purse }: Row) => say('bank.percent', { percent: purse.basisPoints / 100 }) },
    {
      head: say('label.funding.hours-left'),
      number: true,
      cell: ({ purse }: Row) => sayHundredths(say, hundredthsIn(purse, course.perHour)),
    },
    {
      head: say('label.funding.dry-on'),
      cell: ({ purse }: Row) => (purse.dryOn === null ? '–' : <Day say={say} date={purse.dryOn} short />),
    },
    {
      head: say('label.funding.to-go-on'),
      number: true,
      cell: ({ purse }: Row) => (purse.toGoOn === null ? '–' : sayMoney(say, purse.toGoOn, bank)),
    },
  ]
}
