import { sql } from 'kysely'
import type { Db } from '#ground/db'
import { isId } from '#ground/form'
import { limits, type OpportunityKind, type Outcome, type OutcomeSaid } from './growth.ts'

/** A door that one opened for the other, and what came of it, the latest first. */
export type Opportunity = {
  id: string
  partnership: string
  openedBy: string
  kind: OpportunityKind
  text: string
  madeAt: Temporal.Instant
  outcomes: readonly OutcomeSaid[]
}
type OpportunityRow = Omit<Opportunity, 'outcomes'>

/** The latest first. */
export async function opportunitiesOf(db: Db, partnership: string): Promise<Opportunity[]> {
  return withOutcomes(db, await opportunityRows(db).where('partnership', '=', partnership).limit(limits.opportunitiesMax).execute())
}

export async function findOpportunity(db: Db, id: string): Promise<Opportunity | undefined> {
  if (!isId(id)) return undefined
  return (await withOutcomes(db, await opportunityRows(db).where('id', '=', id).execute()))[0]
}

/** What was opened for somebody by their partners, of every partnership. Asked by the person. */
export async function opportunitiesFor(db: Db, person: string): Promise<Opportunity[]> {
  return withOutcomes(db, await opportunityRows(db).where('openedBy', '<>', person).limit(limits.portfolioItemsMax).execute())
}

const opportunityRows = (db: Db) =>
  db
    .selectFrom('opportunities')
    .select(['id', 'partnership', 'openedBy', 'kind', 'text', 'madeAt'])
    .orderBy('madeAt', 'desc')
    .orderBy('id', 'desc')

async function withOutcomes(db: Db, rows: readonly (Omit<OpportunityRow, 'kind'> & { kind: string })[]): Promise<Opportunity[]> {
  const ids = rows.map(({ id }) => id)
  const found = await sql<Omit<OutcomeSaid, 'outcome'> & { opportunity: string; outcome: Outcome }>`
    select opportunity, by, at, outcome, text from (
      select o.*, row_number() over (partition by opportunity order by at desc, id desc) as nth
      from opportunity_outcomes o where opportunity = any(${ids}::uuid[])) as o
    where nth <= ${limits.outcomesShownMax} order by nth`.execute(db)
  return rows.map((row) => ({
    ...row,
    kind: row.kind as OpportunityKind,
    outcomes: found.rows.filter(({ opportunity }) => opportunity === row.id),
  }))
}
