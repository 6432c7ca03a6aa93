import { sql } from 'kysely'
import type { Db } from '#ground/db'
import type { Me } from '#ground/route'
import { limits, meFrom, type PasskeysAre, type SessionRow } from './session.ts'

/** Whose session this is, with all that the walls need to know; one query, at the sign-in door. */
export async function findMe(db: Db, tokenHash: Uint8Array, passkeysAre: PasskeysAre = 'offered'): Promise<Me | null> {
  const provenSince = db.now.subtract({ hours: limits.proofHours })
  const seenSince = db.now.subtract({ hours: 24 * limits.sessionIdleDays })
  const { rows } = await sql<SessionRow>`
    select s.id as session, p.id as person, coalesce(p.called_name, p.full_name) as name, p.organisation, o.name as organisation_name,
      p.language, p.calendar, p.zone, scope.programmes_of(p.id) as programmes, seen.at as seen_at,
      exists (select 1 from session_proofs f where f.session = s.id and f.at > ${provenSince}) as is_proven,
      coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'organisation', r.organisation, 'programme', r.programme))
        from roles r where r.person = p.id and not exists (select 1 from role_ends e where e.role = r.id)), '[]') as roles
    from sessions s join people p on p.id = s.person join organisations o on o.id = p.organisation
      cross join lateral (
        select greatest(s.started_at, (select max(g.at) from session_sightings g where g.session = s.id)) as at) seen
    where s.token_hash = ${Buffer.from(tokenHash)} and s.until > ${db.now} and seen.at > ${seenSince}
      and not exists (select 1 from session_ends e where e.session = s.id)`.execute(db)
  return rows[0] === undefined ? null : meFrom(rows[0], passkeysAre)
}
