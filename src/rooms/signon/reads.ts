import { sql } from 'kysely'
import { sameBytes, secretHash } from '#ground/chance'
import { findKeys } from '#ground/content-keys'
import type { Db } from '#ground/db'
import { foldAddress } from '#ground/fold'
import { found } from '#ground/refusal'
import { type Provider, placeOfSecret, placeOfTry, type Secrets, type Try } from './provider.ts'

type Row = Provider & { sealed: Uint8Array }

const providerSql = sql`
  select p.id, p.organisation, n.name, p.issuer, p.client, p.metadata, p.code_claim, p.is_strong, p.is_only, p.at, p.sealed
  from sign_on_providers p join sign_on_names n on n.organisation = p.organisation
  where not exists (select 1 from sign_on_provider_ends e where e.provider = p.id)
    and not exists (select 1 from sign_on_providers l where l.organisation = p.organisation and (l.at, l.id) > (p.at, p.id))`

const providerFrom = ({ sealed: _sealed, ...row }: Row): Provider => row

/** The way in that an organisation has, found by its name. */
export async function providerNamed(db: Db, name: string): Promise<Provider | undefined> {
  const { rows } = await sql<Row>`${providerSql} and n.name = ${name.toLowerCase()}`.execute(db)
  return rows[0] && providerFrom(rows[0])
}

export async function providerOf(db: Db, organisation: string): Promise<Provider | undefined> {
  const { rows } = await sql<Row>`${providerSql} and p.organisation = ${organisation}`.execute(db)
  return rows[0] && providerFrom(rows[0])
}

/** The name that an organisation has taken, whether or not it has a provider now. */
export async function nameOf(db: Db, organisation: string): Promise<string | undefined> {
  return (await db.selectFrom('signOnNames').select('name').where('organisation', '=', organisation).executeTakeFirst())?.name
}

/** What the provider knows us by; asked when somebody comes back from it, or by who set it up. */
export async function clientSecretOf(db: Db, { id, organisation }: Pick<Provider, 'id' | 'organisation'>): Promise<string> {
  const { sealed } = await db.selectFrom('signOnProviders').select('sealed').where('id', '=', id).executeTakeFirstOrThrow()
  const keys = found(await findKeys(db, { kind: 'organisation', id: organisation }))
  return keys.open<{ secret: string }>(placeOfSecret(id), sealed).secret
}

type TryRow = Omit<Try, 'provider' | 'secrets'> & { sealed: Uint8Array; name: string; begunWith: string }

const trySql = sql`
  select t.id, t.sealed, t.next, t.browser_hash, t.until, n.name, t.provider as begun_with,
    exists (select 1 from sign_on_try_uses u where u.try = t.id) as is_used
  from sign_on_tries t join sign_on_providers p on p.id = t.provider join sign_on_names n on n.organisation = p.organisation`

/** Nothing where its provider is not the one in force any more: what one provider was asked for is shown to no other. */
async function tryFrom(db: Db, row: TryRow | undefined): Promise<Try | undefined> {
  const provider = row && (await providerNamed(db, row.name))
  if (!row || !provider || provider.id !== row.begunWith) return undefined
  const { sealed, name: _name, begunWith: _begunWith, ...rest } = row
  const keys = found(await findKeys(db, { kind: 'organisation', id: provider.organisation }))
  return { ...rest, provider, secrets: keys.open<Secrets>(placeOfTry(row.id), sealed) }
}

/** Somebody's own way out, by its id: in the browser that began it, while it lasts. */
export async function ownTry(db: Db, id: string, browser: string): Promise<Try | undefined> {
  const { rows } = await sql<TryRow>`${trySql} where t.id::text = ${id}`.execute(db)
  return own(db, await tryFrom(db, rows[0]), browser)
}

/** The same, by what the provider sent back. */
export async function ownTryByState(db: Db, state: string, browser: string): Promise<Try | undefined> {
  const { rows } = await sql<TryRow>`${trySql} where t.state_hash = ${secretHash(state)}`.execute(db)
  return own(db, await tryFrom(db, rows[0]), browser)
}

function own(db: Db, tried: Try | undefined, browser: string): Try | undefined {
  if (!tried || tried.isUsed || Temporal.Instant.compare(tried.until, db.now) <= 0) return undefined
  return sameBytes(tried.browserHash, secretHash(browser)) ? tried : undefined
}

/** Who of an organisation has this address, or this code. */
export async function peopleFound(db: Db, organisation: string, by: { address: string } | { code: string }): Promise<string[]> {
  const { rows } =
    'address' in by
      ? await sql<{ person: string }>`select person from scope.sign_on_people(${organisation}, ${foldAddress(by.address)}, null)`.execute(
          db,
        )
      : await sql<{ person: string }>`select person from scope.sign_on_people(${organisation}, null, ${by.code})`.execute(db)
  return rows.map(({ person }) => person)
}
