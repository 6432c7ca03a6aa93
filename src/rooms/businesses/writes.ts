import type { Tx } from '#ground/db'
import { fold } from '#ground/fold'
import type { Decision, Figures, ObstacleKind, ObstacleState, Particulars } from './business.ts'

type NewBusiness = { id: string; organisation: string; programme: string; code: string }

/** False where the business is there already. */
export async function insertBusiness(tx: Tx, business: NewBusiness): Promise<boolean> {
  const row = { ...business, at: tx.now, by: tx.by }
  const added = await tx
    .insertInto('businesses')
    .values(row)
    .onConflict((on) => on.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

export async function insertParticulars(
  tx: Tx,
  business: string,
  version: number,
  { owners, trainings, ...rest }: Particulars,
): Promise<void> {
  const search = fold([rest.name, rest.sector, rest.place, ...owners.map(({ name }) => name)].join(' ')).slice(0, 1000)
  const row = { ...rest, id: tx.newId(), business, version, search, at: tx.now, by: tx.by }
  await tx.insertInto('businessParticulars').values(row).execute()
  const owned = owners.map((owner, at) => ({ ...owner, id: tx.newId(), business, version, position: at + 1 }))
  if (owned.length > 0) await tx.insertInto('businessOwners').values(owned).execute()
  const trained = trainings.map((training) => ({ ...training, business, version }))
  if (trained.length > 0) await tx.insertInto('businessTrainings').values(trained).execute()
}

export async function insertDecision(tx: Tx, row: { id: string; business: string; decision: Decision; reason: string }): Promise<boolean> {
  const values = { ...row, at: tx.now, by: tx.by }
  const added = await tx
    .insertInto('businessDecisions')
    .values(values)
    .onConflict((on) => on.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

export async function insertLikeness(tx: Tx, row: { id: string; business: string; other: string; same: boolean }): Promise<void> {
  const [first, second] = row.business < row.other ? [row.business, row.other] : [row.other, row.business]
  const values = { id: row.id, business: first, other: second, same: row.same, at: tx.now, by: tx.by }
  await tx
    .insertInto('businessLikenesses')
    .values(values)
    .onConflict((on) => on.column('id').doNothing())
    .execute()
}

export async function insertFigures(tx: Tx, row: Omit<Figures, 'at'> & { business: string }): Promise<boolean> {
  const values = { ...row, at: tx.now, by: tx.by }
  const added = await tx
    .insertInto('businessFigures')
    .values(values)
    .onConflict((on) => on.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

export async function insertObstacle(tx: Tx, row: { id: string; business: string; kind: ObstacleKind }): Promise<boolean> {
  const values = { ...row, at: tx.now, by: tx.by }
  const added = await tx
    .insertInto('obstacles')
    .values(values)
    .onConflict((on) => on.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

export async function insertObstacleState(tx: Tx, obstacle: string, state: ObstacleState): Promise<void> {
  await tx.insertInto('obstacleStates').values({ id: tx.newId(), obstacle, state, at: tx.now, by: tx.by }).execute()
}
