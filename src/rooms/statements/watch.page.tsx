import { coordinatedBank } from '#funding/coordinated'
import { runwayIn } from '#funding/runway-of'
import { todayOf } from '#funding/today'
import type { Db } from '#ground/db'
import type { Asked, Markup, View } from '#ground/route'
import type { Say } from '#ground/words'
import type { Bank } from '#hours/bank'
import { Name } from '#ui/name'
import { Table } from '#ui/table'
import { Day } from '#ui/when'
import { type Watched, watchOf } from './watch-figures.ts'

/** A number of fewer meetings, clients or calls than these would tell of one of them. */
const casesMin = 5n

/** The numbers to watch (7.9 of the domain), each with its rule in a sentence and a way to its rows. */
export async function watchPage(db: Db, { say, params }: Asked): Promise<View> {
  const bank = await coordinatedBank(db, params.bank ?? '')
  const ahead = await runwayIn(db, bank, await todayOf(db, bank))
  const dryOn = ahead?.runway.dryOn ?? null
  const rows = [
    ...(await watchOf(db, bank.id)).map((one) => ({ name: one.name, value: sayWatched(say, one), href: rowsOf(bank, one.name) })),
    { name: 'dry' as const, value: dryOn === null ? '–' : <Day say={say} date={dryOn} />, href: `/banks/${bank.id}/runway` },
  ]
  const title = say('page.watch.title')
  const body = (
    <>
      <p class="small">
        <a href={`/banks/${bank.id}`}>
          <Name name={bank.name} />
        </a>
      </p>
      <h1>{title}</h1>
      <p>{say('page.watch.lead', { least: Number(casesMin) })}</p>
      <Table
        caption={title}
        quiet
        rows={rows}
        columns={[
          {
            head: say('label.watch.number'),
            rowHead: true,
            cell: ({ name, href }: Row) => <a href={href}>{say(`watch.${name}`)}</a>,
          },
          { head: say('label.watch.now'), number: true, cell: ({ value }: Row) => value },
          { head: say('label.watch.rule'), cell: ({ name }: Row) => say(`watch.rule.${name}`) },
        ]}
      />
    </>
  )
  return { title, body, wide: true }
}

type Row = { name: Watched['name'] | 'dry'; value: Markup; href: string }

/** A share in whole percent, half up; days as they are; and of too few nothing but that they are few. */
export function sayWatched(say: Say, { name, part, whole, cases }: Watched): string {
  if (cases < casesMin) return say(cases === 0n ? 'page.watch.none' : 'page.watch.few', { least: Number(casesMin) })
  if (name === 'days') return say('page.watch.days', { days: Number(part) })
  return whole === 0n ? '–' : say('page.watch.percent', { percent: Number((part * 200n + whole) / (whole * 2n)), cases: Number(cases) })
}

function rowsOf({ id, programme }: Bank, name: Watched['name']): string {
  const meetings = `/programmes/${programme}/coaching`
  const paths: Record<Watched['name'], string> = {
    redemption: `/banks/${id}/clients`,
    held: meetings,
    'client-absent': `${meetings}?state=noShowClient`,
    'coach-absent': `${meetings}?state=noShowCoach`,
    'in-time': `/banks/${id}/clients`,
    subsidy: `/banks/${id}/statements`,
    'top-coach': `/banks/${id}/coaches`,
    days: `/banks/${id}/claims`,
    'in-week': `/programmes/${programme}/call-backs`,
    mismatch: `/banks/${id}/claims`,
  }
  return paths[name]
}
