import type pg from 'pg'
import { quoted, type Table } from './backup-tables.ts'

type Pause = { stop: string; resume: string }

/**
 * Stands the guards aside for one transaction, and answers how to bring each back as it was. Triggers look at rows that may
 * come later in the file, and the rows were guarded when first written; references to a row that may come later are looked
 * at before the guards come back. An owner may do this; no superuser is needed.
 */
export async function pauseGuards(client: pg.ClientBase, tables: readonly Table[]): Promise<() => Promise<void>> {
  const pauses = [...(await triggers(client)), ...(await laterReferences(client, tables))]
  for (const { stop } of pauses) await client.query(stop)
  return async () => {
    await client.query('set constraints all immediate')
    for (const { resume } of pauses) await client.query(resume)
  }
}

async function triggers(client: pg.ClientBase): Promise<Pause[]> {
  const { rows } = await client.query<{ owner: string; name: string; fires: 'O' | 'A' }>(
    `select c.relname as owner, t.tgname as name, t.tgenabled as fires from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where c.relnamespace = 'public'::regnamespace and not t.tgisinternal and t.tgparentid = 0 and t.tgenabled in ('O', 'A')`,
  )
  return rows.map(({ owner, name, fires }) => ({
    stop: `alter table ${quoted(owner)} disable trigger ${quoted(name)}`,
    resume: `alter table ${quoted(owner)} enable ${fires === 'A' ? 'always ' : ''}trigger ${quoted(name)}`,
  }))
}

/** References that the order of the tables cannot serve: to the table itself, or around a circle. */
async function laterReferences(client: pg.ClientBase, tables: readonly Table[]): Promise<Pause[]> {
  const { rows } = await client.query<{ owner: string; name: string; target: string; deferrable: boolean }>(
    `select c.relname as owner, f.conname as name, t.relname as target, f.condeferrable as deferrable
     from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_class t on t.oid = f.confrelid
     where f.contype = 'f' and f.conparentid = 0 and not f.condeferred and c.relnamespace = 'public'::regnamespace`,
  )
  const place = new Map(tables.map(({ name }, at) => [name, at]))
  const isLater = (target: string, owner: string) => (place.get(target) ?? -1) >= (place.get(owner) ?? -1)
  return rows
    .filter(({ target, owner }) => isLater(target, owner))
    .map(({ owner, name, deferrable }) => {
      const constraint = `alter table ${quoted(owner)} alter constraint ${quoted(name)}`
      const before = deferrable ? 'deferrable initially immediate' : 'not deferrable'
      return { stop: `${constraint} deferrable initially deferred`, resume: `${constraint} ${before}` }
    })
}
