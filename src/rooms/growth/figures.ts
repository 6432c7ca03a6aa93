import { sql } from 'kysely'
import type { Db } from '#ground/db'

/** Of one pair under way: how many goals it works towards, and how many of them either has rated. */
export type PairGoals = { partnership: string; goals: number; rated: number }
export type GrowthFigures = { pairs: readonly PairGoals[]; pairsWithGoals: number; goals: number; rated: number }

/** Counts alone, of every pair of the programme under way; what the goals are stays between the two. */
export async function growthFigures(db: Db, programme: string): Promise<GrowthFigures> {
  const { rows } = await sql<{ partnership: string; goals: bigint; rated: bigint }>`
    select partnership, goals, rated from scope.goal_counts(${programme})`.execute(db)
  const pairs = rows.map(({ partnership, goals, rated }) => ({ partnership, goals: Number(goals), rated: Number(rated) }))
  return {
    pairs,
    pairsWithGoals: pairs.filter(({ goals }) => goals > 0).length,
    goals: pairs.reduce((sum, { goals }) => sum + goals, 0),
    rated: pairs.reduce((sum, { rated }) => sum + rated, 0),
  }
}
