import { sql } from 'kysely'
import { gone, type Keys, keysOf } from '#ground/content-keys'
import type { Db } from '#ground/db'
import { isId } from '#ground/form'
import { limits, type OpportunityKind, type OutcomeSaid } from './growth.ts'

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
type OpportunityRow = Omit<Opportunity, 'outcomes' | 'kind' | 'text'> & { kind: string; madeBy: string; sealed: Uint8Array }
type OutcomeRow = Omit<OutcomeSaid, 'text'> & { id: string; opportunity: string; sealed: Uint8Array | null }

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
    .select(['id', 'partnership', 'openedBy', 'kind', 'sealed', 'madeBy', 'madeAt'])
    .orderBy('madeAt', 'desc')
    .orderBy('id', 'desc')

async function withOutcomes(db: Db, rows: readonly OpportunityRow[]): Promise<Opportunity[]> {
  const ids = rows.map(({ id }) => id)
  const found = await sql<OutcomeRow>`
    select id, opportunity, by, at, outcome, sealed from (
      select o.*, row_number() over (partition by opportunity order by at desc, id desc) as nth
      from opportunity_outcomes o where opportunity = any(${ids}::uuid[])) as o
    where nth <= ${limits.outcomesShownMax} order by nth`.execute(db)
  const keys = await keysOf(
    db,
    'partnership',
    rows.map(({ partnership }) => partnership),
  )
  return rows.map(({ sealed, madeBy, ...row }) => {
    const own = keys.get(row.partnership)
    const text = own?.open<{ text: string }>({ kind: 'opportunity', item: row.id, author: madeBy }, sealed).text ?? gone
    const outcomes = found.rows.filter(({ opportunity }) => opportunity === row.id).map((one) => outcomeFrom(own, one))
    return { ...row, kind: row.kind as OpportunityKind, text, outcomes }
  })
}

function outcomeFrom(keys: Keys | undefined, { id, by, at, outcome, sealed }: OutcomeRow): OutcomeSaid {
  const place = { kind: 'outcome', item: id, author: by }
  return { by, at, outcome, text: sealed === null ? null : (keys?.open<{ text: string }>(place, sealed).text ?? gone) }
}
