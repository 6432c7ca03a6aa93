import { sql } from 'kysely'
import type { KeyOwner } from '#ground/content-keys'
import type { Db } from '#ground/db'
import { type ErasureWish, limits } from './retention.ts'

/** The wish to be erased that stands, if one does: neither taken back nor done. */
export async function standingWish(db: Db, person: string): Promise<ErasureWish | undefined> {
  const { rows } = await sql<ErasureWish>`
    select w.id, w.person, w.asked_at, w.due_at from erasure_wishes w
    where w.person = ${person} and not exists (select 1 from erasure_wish_ends e where e.wish = w.id)
      and not exists (select 1 from erasures x where x.person = w.person)
    order by w.asked_at limit 1`.execute(db)
  return rows[0]
}

export type ToErase = { person: string; organisation: string }

/** Who is due, and whom a restored backup brought back; asked by the house. */
export async function peopleToErase(db: Db): Promise<ToErase[]> {
  const { rows } = await sql<ToErase>`
    select w.person, w.organisation from erasure_wishes w
    where w.due_at <= ${db.now} and not exists (select 1 from erasure_wish_ends e where e.wish = w.id)
      and not exists (select 1 from erasures x where x.person = w.person)
    union select person, organisation from scope.people_to_erase_again()
    order by 1 limit ${limits.sweptMax}`.execute(db)
  return rows
}

export type TextsEnding = { partnership: string; programme: string; organisation: string; endsAt: Temporal.Instant }

/** Pairs whose texts are destroyed by then, the soonest first; asked by the house. */
export async function textsEnding(db: Db, until: Temporal.Instant): Promise<TextsEnding[]> {
  const { rows } = await sql<TextsEnding>`select * from scope.texts_ending(${until}, ${limits.sweptMax})`.execute(db)
  return rows
}

export async function isToldOfEnding(db: Db, partnership: string): Promise<boolean> {
  return (
    (await db.selectFrom('keepingNotices').select('partnership').where('partnership', '=', partnership).executeTakeFirst()) !== undefined
  )
}

/** Whose keys hold what a person wrote and read: their own, those of their pairs and of their asks. Asked by the house. */
export async function keyOwnersOf(db: Db, person: string): Promise<KeyOwner[]> {
  const { rows } = await sql<{ kind: KeyOwner['kind']; owner: string }>`select * from scope.key_owners_of(${person})`.execute(db)
  return rows.map(({ kind, owner }) => ({ kind, id: owner }))
}

/** The same of a whole programme; without the keys of its people, who may be in another. */
export async function keyOwnersIn(db: Db, programme: string): Promise<KeyOwner[]> {
  const { rows } = await sql<{ kind: KeyOwner['kind']; owner: string }>`
    select * from scope.key_owners_in(${programme}) limit ${limits.shreddedAtOnceMax}`.execute(db)
  return rows.map(({ kind, owner }) => ({ kind, id: owner }))
}

export async function peopleOnlyIn(db: Db, programme: string): Promise<ToErase[]> {
  const { rows } = await sql<ToErase>`
    select * from scope.people_only_in(${programme}) limit ${limits.shreddedAtOnceMax}`.execute(db)
  return rows
}

export type Shredding = { erasesPeople: boolean; at: Temporal.Instant }

export async function shreddingOf(db: Db, programme: string): Promise<Shredding | undefined> {
  return db.selectFrom('programmeShreddings').select(['erasesPeople', 'at']).where('programme', '=', programme).executeTakeFirst()
}
