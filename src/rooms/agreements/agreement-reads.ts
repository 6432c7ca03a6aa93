import { sql } from 'kysely'
import { findKeys } from '#ground/content-keys'
import type { Db } from '#ground/db'
import { limits, type Sealing, type Signature, type Signer, type Version } from './agreement.ts'

/** Every version of a pair's agreement that the asker may read, the newest first. */
export async function versionsOf(db: Db, partnership: string): Promise<Version[]> {
  const rows = await db
    .selectFrom('agreementVersions')
    .select(['id', 'partnership', 'nth', 'sealedFor', 'sealed', 'at', 'by'])
    .where('partnership', '=', partnership)
    .orderBy('nth', 'desc')
    .limit(limits.versionsShownMax)
    .execute()
  const keys = {
    partnership: await findKeys(db, { kind: 'partnership', id: partnership }),
    coordinated: await findKeys(db, { kind: 'coordinated', id: partnership }),
  }
  return rows.map(({ sealedFor, sealed, ...row }) => {
    const place = { kind: 'agreement', item: partnership, author: row.by, version: row.nth }
    const texts = keys[sealedFor as Sealing]?.open<Pick<Version, 'clauses' | 'goals'>>(place, sealed)
    return {
      ...row,
      sealedFor: sealedFor as Sealing,
      isReadable: texts !== undefined,
      clauses: texts?.clauses ?? {},
      goals: texts?.goals ?? [],
    }
  })
}

export async function signaturesOf(db: Db, partnership: string): Promise<Signature[]> {
  const { rows } = await sql<Signature>`select s.version, s.signer, s.person, s.at
    from agreement_signatures s join agreement_versions v on v.id = s.version where v.partnership = ${partnership} order by s.at`.execute(
    db,
  )
  return rows
}

/** When the text that stands was written and signed, by pair of a programme; never a word of it. */
export type Signing = {
  partnership: string
  nth: number
  writtenAt: Temporal.Instant
  signer: Signer | null
  signedAt: Temporal.Instant | null
}

export async function signingsIn(db: Db, programme: string): Promise<Signing[]> {
  const { rows } =
    await sql<Signing>`select partnership, nth, written_at, signer, signed_at from scope.agreements_of(${programme})`.execute(db)
  return rows
}
