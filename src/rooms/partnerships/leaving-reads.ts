import { sql } from 'kysely'
import { findKeys, gone } from '#ground/content-keys'
import type { Db } from '#ground/db'
import { type ExitReason, leavingLimits as limits, type NeutralText } from './leaving.ts'

/** Which neutral text an end says, and whether it was the end of the road. */
export async function endSaid(db: Db, partnership: string): Promise<{ at: Temporal.Instant; text: NeutralText } | undefined> {
  const row = await db.selectFrom('partnershipEnds').select(['at', 'neutralText']).where('partnership', '=', partnership).executeTakeFirst()
  return row && { at: row.at, text: row.neutralText as NeutralText }
}

/** What somebody said in private of why they left; read by themselves alone. */
export async function ownExitReason(db: Db, partnership: string): Promise<ExitReason | undefined> {
  const row = await db
    .selectFrom('partnershipExitReasons')
    .select('reason')
    .where('partnership', '=', partnership)
    .where('person', '=', db.scope.person)
    .executeTakeFirst()
  return row?.reason as ExitReason | undefined
}

/** Why people left a programme: at least so many of each, in steps of five; what fewer said is not there. */
export async function exitReasonsIn(db: Db, programme: string): Promise<{ reason: ExitReason; peopleMin: number }[]> {
  const { rows } = await sql<{ reason: ExitReason; peopleMin: number }>`select * from scope.exit_reasons_in(${programme})`.execute(db)
  return rows
}

export type Talk = { partnership: string; person: string; at: Temporal.Instant }

/** Who of a pair asked for a talk with the coordinator, as far as the asker may know. */
export async function talksOf(db: Db, partnership: string): Promise<Talk[]> {
  return db
    .selectFrom('partnershipTalks')
    .select(['partnership', 'person', 'at'])
    .where('partnership', '=', partnership)
    .orderBy('at')
    .limit(limits.talksShownMax)
    .execute()
}

const talkDaysMax = 60

/** Who asked for a talk in a programme in the last two months, the longest waiting first. */
export async function talksIn(db: Db, programme: string): Promise<Talk[]> {
  const { rows } = await sql<Talk>`
    select t.partnership, t.person, t.at from partnership_talks t join partnerships p on p.id = t.partnership
    where p.programme = ${programme} and t.at > ${db.now.subtract({ hours: 24 * talkDaysMax })}
    order by t.at limit ${limits.talksShownMax}`.execute(db)
  return rows
}

export type Rematch = {
  enrolment: string
  person: string
  partnership: string
  at: Temporal.Instant
  /** By when somebody new should have been found. */
  until: Temporal.Instant
}

/** Mentees who come first: theirs ended, they would like another, and nobody is proposed to them. Who waits longest first. */
export async function rematchesWaiting(db: Db, programme: string): Promise<Rematch[]> {
  const { rows } = await sql<Omit<Rematch, 'until'>>`
    select * from (
      select distinct on (w.enrolment) w.enrolment, w.person, w.partnership, w.at from rematch_wishes w
      where w.programme = ${programme}
        and not exists (select 1 from partnerships p where p.mentee_enrolment = w.enrolment
          and not exists (select 1 from partnership_ends e where e.partnership = p.id))
        and not exists (select 1 from partnerships p join partnership_stages s on s.partnership = p.id
          where p.mentee_enrolment = w.enrolment and p.id <> w.partnership and s.nth = 1 and s.entered_at >= w.at)
      order by w.enrolment, w.at desc) as waiting
    order by at, enrolment limit ${limits.rematchesShownMax}`.execute(db)
  return rows.map((row) => ({ ...row, until: row.at.add({ hours: 24 * limits.rematchDays }) }))
}

/** How often a mentee's enrolment has asked for another partner. */
export async function rematchesOf(db: Db, enrolment: string): Promise<{ partnership: string; at: Temporal.Instant }[]> {
  return db
    .selectFrom('rematchWishes')
    .select(['partnership', 'at'])
    .where('enrolment', '=', enrolment)
    .orderBy('at')
    .limit(limits.rematchesShownMax)
    .execute()
}

export type SupervisionTalk = { mentor: string; exits: number; lastAt: Temporal.Instant }

/** Mentors around whom three pairs or more ended without blame: somebody asks how they are. A talk, not a sanction. */
export async function supervisionTalks(db: Db, programme: string): Promise<SupervisionTalk[]> {
  const { rows } = await sql<Omit<SupervisionTalk, 'exits'> & { exits: bigint }>`
    select p.mentor, count(*) as exits, max(e.at) as last_at
    from partnerships p join partnership_ends e on e.partnership = p.id join partnership_end_reasons why on why.partnership = p.id
    where p.programme = ${programme} and why.reason in ('no-fault', 'rematched')
    group by p.mentor having count(*) >= ${limits.exitsForTalk} order by last_at desc, p.mentor limit ${limits.talksShownMax}`.execute(db)
  return rows.map((row) => ({ ...row, exits: Number(row.exits) }))
}

export type Thanks = { person: string; text: string; at: Temporal.Instant }

/** Thanks that the two gave each other; read by them alone. */
export async function thanksOf(db: Db, partnership: string): Promise<Thanks[]> {
  const rows = await db
    .selectFrom('partnershipThanks')
    .select(['person', 'sealed', 'at'])
    .where('partnership', '=', partnership)
    .orderBy('at')
    .limit(2)
    .execute()
  const keys = await findKeys(db, { kind: 'partnership', id: partnership })
  return rows.map(({ person, sealed, at }) => {
    const place = { kind: 'thanks', item: partnership, author: person }
    return { person, at, text: keys?.open<{ text: string }>(place, sealed).text ?? gone }
  })
}

export type LampLit = { partnership: string; person: string; litBy: string; at: Temporal.Instant }

/** Who passes it on in a programme, and who lit their lamp, the latest first; as far as the asker may know. */
export async function lampsLit(db: Db, programme: string): Promise<LampLit[]> {
  return db
    .selectFrom('lampsLit')
    .select(['partnership', 'person', 'litBy', 'at'])
    .where('programme', '=', programme)
    .orderBy('at', 'desc')
    .limit(limits.lampsShownMax)
    .execute()
}
