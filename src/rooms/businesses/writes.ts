import { sql } from 'kysely'
import { only, type Tx } from '#ground/db'
import { fold } from '#ground/fold'
import { licenceKey, nameKey, phoneKey } from './alike.ts'
import type { Decision, Figures, ObstacleKind, ObstacleState, Particulars } from './business.ts'

/** Asked without reading the row back: who applies sees it once its owner is written. */
const isNew = ({ numInsertedOrUpdatedRows }: { numInsertedOrUpdatedRows?: bigint }) => numInsertedOrUpdatedRows === 1n

type NewBusiness = { id: string; organisation: string; programme: string; code: string }

/** False where the business, or another of its code, is there already. */
export async function insertBusiness(tx: Tx, business: NewBusiness): Promise<boolean> {
  const row = { ...business, at: tx.now, by: tx.by }
  return isNew(
    await tx
      .insertInto('businesses')
      .values(row)
      .onConflict((on) => on.doNothing())
      .executeTakeFirst(),
  )
}

const keyCharsMax = 1000
const keyOf = (text: string) => nameKey(text).slice(0, keyCharsMax)

export async function insertParticulars(
  tx: Tx,
  business: string,
  version: number,
  { owners, trainings, ...rest }: Particulars,
): Promise<void> {
  const search = fold([rest.name, rest.sector, rest.place].join(' ')).slice(0, keyCharsMax)
  const keys = {
    nameKey: keyOf(rest.name),
    placeKey: keyOf(rest.place),
    licenceKey: licenceKey(rest.licence),
    phoneKey: phoneKey(rest.phone),
  }
  const row = { ...rest, ...keys, id: tx.newId(), business, version, search, at: tx.now, by: tx.by }
  await tx.insertInto('businessParticulars').values(row).execute()
  const owned = owners.map((owner, at) => ({ ...owner, nameKey: keyOf(owner.name), id: tx.newId(), business, version, position: at + 1 }))
  if (owned.length > 0) await tx.insertInto('businessOwners').values(owned).execute()
  const trained = trainings.map((training) => ({ ...training, business, version }))
  if (trained.length > 0) await tx.insertInto('businessTrainings').values(trained).execute()
}

export async function insertDecision(tx: Tx, row: { id: string; business: string; decision: Decision; reason: string }): Promise<boolean> {
  const values = { ...row, at: tx.now, by: tx.by }
  return isNew(
    await tx
      .insertInto('businessDecisions')
      .values(values)
      .onConflict((on) => on.doNothing())
      .executeTakeFirst(),
  )
}

export async function insertLikeness(tx: Tx, row: { id: string; business: string; other: string; same: boolean }): Promise<boolean> {
  const [first, second] = row.business < row.other ? [row.business, row.other] : [row.other, row.business]
  const values = { id: row.id, business: first, other: second, same: row.same, at: tx.now, by: tx.by }
  return isNew(
    await tx
      .insertInto('businessLikenesses')
      .values(values)
      .onConflict((on) => on.doNothing())
      .executeTakeFirst(),
  )
}

export async function insertFigures(tx: Tx, row: Omit<Figures, 'at'> & { business: string }): Promise<boolean> {
  const values = { ...row, at: tx.now, by: tx.by }
  return isNew(
    await tx
      .insertInto('businessFigures')
      .values(values)
      .onConflict((on) => on.doNothing())
      .executeTakeFirst(),
  )
}

export async function insertObstacle(
  tx: Tx,
  row: { id: string; business: string; kind: ObstacleKind; sealed: Buffer | null },
): Promise<boolean> {
  const values = { ...row, at: tx.now, by: tx.by }
  return isNew(
    await tx
      .insertInto('obstacles')
      .values(values)
      .onConflict((on) => on.doNothing())
      .executeTakeFirst(),
  )
}

export async function insertObstacleState(tx: Tx, obstacle: string, state: ObstacleState): Promise<void> {
  await tx.insertInto('obstacleStates').values({ id: tx.newId(), obstacle, state, at: tx.now, by: tx.by }).execute()
}

export async function insertWish(tx: Tx, row: { id: string; business: string; sealed: Buffer }): Promise<void> {
  await tx
    .insertInto('coachWishes')
    .values({ ...row, at: tx.now, by: tx.by })
    .execute()
}

/** The next free code of a programme: B01, B02 and so on; whoever registers at the same time waits, and gets the one after. */
export async function takeCode(tx: Tx, programme: string): Promise<string> {
  const { rows } = await sql<{ code: string }>`select scope.next_business_code(${programme}) as code`.execute(tx)
  return only(rows).code
}

/** Takes an erased person's name, telephone, wishes and lines off their businesses. The house asks. */
export async function forgetOwnerRows(tx: Tx, person: string): Promise<void> {
  await sql`select scope.forget_owner(${person})`.execute(tx)
}
