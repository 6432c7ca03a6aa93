import type pg from 'pg'

/** The role that serves pages: it logs in, owns nothing, and no wall lets it past. Made once; safe from two processes. */
export async function ensureAppRole(owner: pg.Pool, { password }: { password?: string | undefined }): Promise<void> {
  const client = await owner.connect()
  try {
    await client.query("select pg_advisory_lock(hashtext('lampline roles'))")
    const { rowCount } = await client.query("select 1 from pg_roles where rolname = 'lampline_app'")
    if (rowCount === 0) await client.query('create role lampline_app login nosuperuser nocreatedb nocreaterole noinherit')
    if (password !== undefined) await client.query(`alter role lampline_app password ${client.escapeLiteral(password)}`)
    await client.query('grant usage on schema public to lampline_app')
    await client.query("do $$ begin execute format('grant connect on database %I to lampline_app', current_database()); end $$")
  } finally {
    await client.query("select pg_advisory_unlock(hashtext('lampline roles'))")
    client.release()
  }
}
