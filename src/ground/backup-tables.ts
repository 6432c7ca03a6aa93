import type pg from 'pg'
import { migrationTables } from './migrate.ts'

/** A column and its type as the server writes it: `numeric(8,2)`, `text[]`. */
export type Column = { name: string; type: string }
/** A table of ours; `needs` names those it refers to, itself perhaps. */
export type Table = { name: string; columns: Column[]; needs: string[] }

/** Text forms that read back to the same value wherever the session stands. */
export const losslessForms = `set local datestyle = 'ISO, YMD'; set local timezone = 'UTC'; set local intervalstyle = 'postgres';
  set local extra_float_digits = 3; set local bytea_output = 'hex'; set local xmloption = 'content'; set local search_path = public`

/** Every table of ours, those that others refer to first as far as that goes; computed columns are left for the server to compute. */
export async function tablesInOrder(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select c.relname as name,
       array(select distinct t.relname::text from pg_constraint f join pg_class t on t.oid = f.confrelid
         where f.conrelid = c.oid and f.contype = 'f') as needs,
       (select coalesce(json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod))
           order by a.attnum), '[]')
         from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
     from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and c.relname <> all ($1) order by c.relname`,
    [migrationTables],
  )
  const ordered: Table[] = []
  let left = rows
  while (left.length > 0) {
    const waiting = new Set(left.map(({ name }) => name))
    const free = left.filter(({ name, needs }) => needs.every((need) => need === name || !waiting.has(need)))
    // Tables that refer to each other in a circle go as they are; their references are looked at when all rows are in.
    const next = free.length > 0 ? free : left
    ordered.push(...next)
    left = left.filter((row) => !next.includes(row))
  }
  return ordered
}

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
