import type pg from 'pg'

const mayNotCreateRoles = '42501'

/**
 * The role that serves pages: it logs in, owns nothing, and no wall lets it past. Made once, before the migrations that grant
 * to it; safe from many processes, since a role made meanwhile by another is as good (roles are shared by all databases).
 */
export async function ensureAppRole(owner: pg.Pool, { password }: { password?: string | undefined }): Promise<void> {
  const client = await owner.connect()
  try {
    const { rowCount } = await client.query("select 1 from pg_roles where rolname = 'lampline_app'")
    if (rowCount === 0) await createRole(client)
    await client.query('begin')
    await client.query("select pg_advisory_xact_lock(hashtext('lampline roles'))")
    if (password !== undefined) await client.query(`alter role lampline_app password ${client.escapeLiteral(password)}`)
    await client.query('grant usage on schema public to lampline_app')
    await client.query("do $$ begin execute format('grant connect on database %I to lampline_app', current_database()); end $$")
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

async function createRole(client: pg.PoolClient): Promise<void> {
  try {
    await client.query(`do $$ begin
      create role lampline_app login nosuperuser nobypassrls nocreatedb nocreaterole noinherit;
    exception when duplicate_object or unique_violation then null; end $$`)
  } catch (error) {
    if ((error as { code?: string }).code !== mayNotCreateRoles) throw error
    throw new Error(
      'The owner in DATABASE_URL may not create roles. Ask whoever keeps the server to run: create role lampline_app login noinherit;',
      { cause: error },
    )
  }
}
