import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Asked, View } from '#ground/route'
import type { Say } from '#ground/words'
import { correspondentsOf } from '#partnerships/correspondent'
import { apart } from '#partnerships/letters'
import { findProgramme } from '#programmes/reads'
import { Empty } from '#ui/empty'
import { Name } from '#ui/name'
import { Table } from '#ui/table'
import type { Finding, HealthRule } from './health.ts'
import { healthFigures, healthOf, type PairHealth } from './health-reads.ts'
import { limits } from './review.ts'
import { pairsMin, type Rate } from './rule-figures.ts'

/** Which pairs need a hand and by which rule; then the rules themselves, and how well each told what came. */
export async function healthPage(db: Db, { say, params }: Asked): Promise<View> {
  const programme = found(await findProgramme(db, params.programme ?? ''))
  const all = await healthOf(db, programme.id)
  const shown = all.slice(0, limits.shownMax)
  const people = await correspondentsOf(
    db,
    shown.flatMap(({ pair }) => [pair.mentor, pair.mentee]),
  )
  const nameOf = (id: string) => people.get(id)?.name ?? '–'
  const title = say('page.health.title', { programme: apart(programme.name) })
  const body = (
    <>
      <h1>{title}</h1>
      <p>{say('page.health.lead', { count: all.length })}</p>
      {all.length === 0 ? <Empty>{say('page.health.none')}</Empty> : null}
      {shown.map((one) => (
        <Pair say={say} health={one} mentor={nameOf(one.pair.mentor)} mentee={nameOf(one.pair.mentee)} />
      ))}
      {all.length > shown.length ? <p class="soft">{say('page.health.more', { count: all.length - shown.length })}</p> : null}
      <h2>{say('page.health.rules')}</h2>
      <p>{say('page.health.rules-lead', { min: pairsMin })}</p>
      <Table
        caption={say('page.health.rules')}
        columns={[
          { head: say('page.health.rule'), cell: ({ rule }) => say(`health.rule.${rule as HealthRule}`) },
          { head: say('page.health.sensitivity'), cell: ({ sensitivity }) => sayRate(say, sensitivity) },
          { head: say('page.health.specificity'), cell: ({ specificity }) => sayRate(say, specificity) },
        ]}
        rows={await healthFigures(db, programme.organisation)}
      />
    </>
  )
  return { title, body }
}

function Pair({ say, health, mentor, mentee }: { say: Say; health: PairHealth; mentor: string; mentee: string }) {
  return (
    <section class="card">
      <h2>
        <a href={`/partnerships/${health.pair.id}`}>
          <Name name={mentor} /> – <Name name={mentee} />
        </a>
      </h2>
      <ul>
        {health.findings.map((finding) => (
          <li>{sayFinding(say, finding)}</li>
        ))}
      </ul>
    </section>
  )
}

/** A rule that a pair breaks, in a sentence with its numbers. */
export const sayFinding = (say: Say, { rule, facts }: Finding): string => say(`health.finding.${rule}`, facts)

const sayRate = (say: Say, rate: Rate | null) =>
  rate === null ? say('page.health.few') : say('page.health.rate', { perCent: rate.perCent, low: rate.low, high: rate.high, of: rate.of })
