import { sql } from 'kysely'
import type { Db } from '#ground/db'
import { endedPairs } from '#partnerships/ended-reads'
import { type PairUnderWay, pairsUnderWay } from '#partnerships/stage-reads'
import { pathwayOf } from '#programmes/pathway-reads'
import { type Finding, findingsOf, healthRules } from './health.ts'
import { benefitsOf, unansweredReviews, watchesIn } from './review-reads.ts'
import { type EndedPair, type RuleFigures, ruleFigures } from './rule-figures.ts'

export type PairHealth = { pair: PairUnderWay; findings: readonly Finding[] }

/** Every pair under way of a programme that breaks a rule, with the rules and their numbers; the longest so first. */
export async function healthOf(db: Db, programme: string): Promise<PairHealth[]> {
  const pathway = await pathwayOf(db, programme)
  const benefits = await benefitsOf(db, programme)
  const watches = await watchesIn(db, programme)
  const unanswered = new Map(
    (await unansweredReviews(db, programme)).toReversed().map(({ partnership, closedAt }) => [partnership, closedAt]),
  )
  const pairs = await pairsUnderWay(db, programme)
  return pairs
    .map((pair) => ({
      pair,
      findings: findingsOf(
        pathway,
        {
          ...pair,
          isHeld: pair.holds.length > 0,
          benefit: benefits.get(pair.id) ?? null,
          unansweredAt: unanswered.get(pair.id) ?? null,
          watchedAt: watches.get(pair.id) ?? null,
        },
        db.now,
      ),
    }))
    .filter(({ findings }) => findings.length > 0)
    .sort((one, other) => Temporal.Instant.compare(firstOf(one), firstOf(other)))
}

const firstOf = ({ findings }: PairHealth) => findings.map(({ since }) => since).sort(Temporal.Instant.compare)[0] as Temporal.Instant

/** A rule that fired later than this before the end came too late to act on. */
const daysBeforeEnd = 14
const goodEnds = new Set(['completed'])
const badEnds = new Set(['lapsed', 'no-fault', 'rematched', 'withdrawn'])

/** How well each rule told how a pair would end, over the organisation's ended pairs. */
export async function healthFigures(db: Db, organisation: string): Promise<RuleFigures[]> {
  const pairs = (await endedPairs(db, organisation)).filter(({ reason }) => goodEnds.has(reason) || badEnds.has(reason))
  const { rows } = await sql<{ partnership: string; rule: string; at: Temporal.Instant }>`
    select partnership, rule, at from rule_firings where partnership = any(${pairs.map(({ id }) => id)}::uuid[])`.execute(db)
  const ended: EndedPair[] = pairs.map(({ id, reason, endedAt }) => {
    const latest = endedAt.subtract({ hours: 24 * daysBeforeEnd })
    const fired = rows.filter((one) => one.partnership === id && Temporal.Instant.compare(one.at, latest) <= 0)
    return { isGood: goodEnds.has(reason), fired: new Set(fired.map(({ rule }) => rule)) }
  })
  return ruleFigures(healthRules, ended)
}
